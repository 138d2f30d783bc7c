import type { Finding } from '../model/finding.ts';

/** How calls that take something away begin, whatever the product: vendors name them alike. */
const TAKES_AWAY =
  /:(?:Batch)?(?:Delete|Release|Remove|Detach|Stop|Terminate|Una(?:ssociate|ssign)|Dissociate|Revoke|Uninstall|Leave|Unbind|Untag|Clear|Drain|Disable|Replace|Reset|ReInit)|AutoRelease/u;

/** Whether the deed took something away: by the name of its operation, by what was seen afterwards, or for good. */
export function isDestructive({ operation, restore, comparisons }: Finding): boolean {
  const isGone = comparisons.some(({ after, now }) => (after ?? now)?.content === null);
  return isGone || restore.possible === false || TAKES_AWAY.test(operation);
}
