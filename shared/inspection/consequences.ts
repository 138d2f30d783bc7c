import type { Json } from '../model/change.ts';
import type { Effect } from '../model/operation.ts';
import type { Cluster } from '../model/resource.ts';
import type { Consequence } from '../model/rule.ts';
import { isContent } from './content.ts';
import { afterOf, type Examined } from './examine.ts';
import type { Neighbours } from './neighbours.ts';
import { compareRules } from './security-group/compare.ts';
import { consequencesOf } from './security-group/consequences.ts';
import type { Target } from './targets.ts';
import type { Lists, Permission, SecurityGroupRules } from './security-group/rules.ts';

/** Rules that name a list are undecided: the entries of lists are not read here. */
const NO_LISTS: Lists = { prefixLists: new Map(), portRangeLists: new Map() };

/** What changed rules of security groups bring about, and whether they let more through or less. */
export function rulesEffects(
  examined: readonly Examined[],
  cluster: Cluster,
  neighbours: Neighbours,
): { readonly consequences: readonly Consequence[]; readonly effects: ReadonlyMap<Effect, Effect> } {
  const groups = examined.filter(({ target }) => isRules(target));
  const consequences = new Set<Consequence>();
  const reach = { widened: false, narrowed: false };
  for (const one of groups) {
    const seen = afterOf(one);
    const after = rulesIn(seen === undefined ? one.asked : seen.content);
    if (after === undefined) continue;
    const before = rulesIn(one.before?.content);
    const { role } = one.target.owned;
    const change = { ...neighbours, role, after: [after], podCidrs: cluster.podCidrs, lists: NO_LISTS };
    const found = consequencesOf(before === undefined ? change : { ...change, before: [before] });
    for (const consequence of found) consequences.add(consequence);
    if (before === undefined) continue;
    const { widened, narrowed } = compareRules([before], [after], NO_LISTS);
    reach.widened ||= widened;
    reach.narrowed ||= narrowed;
  }
  const exact: Effect | undefined = reach.narrowed ? 'rules-narrowed' : reach.widened ? 'rules-widened' : undefined;
  return { consequences: [...consequences], effects: new Map(exact === undefined ? [] : [['rules-changed', exact]]) };
}

/** Whether the target is the rules of a security group. */
export function isRules({ ref, reader }: Target): boolean {
  return ref.kind === 'ecs.security-group' && reader.aspect === 'rules';
}

function rulesIn(state: Json | undefined): SecurityGroupRules | undefined {
  if (!isContent(state)) return undefined;
  const { SecurityGroupId, SecurityGroupType, InnerAccessPolicy, VpcId, Permissions } = state;
  if (!Array.isArray(Permissions)) return undefined;
  return {
    ...(typeof SecurityGroupId === 'string' ? { SecurityGroupId } : {}),
    SecurityGroupType: SecurityGroupType === 'enterprise' ? 'enterprise' : 'normal',
    InnerAccessPolicy: InnerAccessPolicy === 'Drop' ? 'Drop' : 'Accept',
    VpcId: typeof VpcId === 'string' ? VpcId : '',
    // What the reader of this aspect wrote.
    Permissions: Permissions as unknown as readonly Permission[],
  };
}
