import type { Finding } from '../model/finding.ts';
import { tables } from '../operations/tables.ts';
import type { Store } from '../store/store.ts';

/** How long before the deed a guard may have been lifted. */
const WINDOW_MS = 24 * 3_600_000;

/** Operations that lift a guard: `slb:setloadbalancerdeleteprotection`. */
const PRECURSORS: ReadonlySet<string> = new Set(
  tables.flatMap(({ service, actions }) =>
    Object.entries(actions)
      .filter(([, touches]) => touches.some(({ strength }) => strength === 'precursor'))
      .map(([action]) => `${service}:${action}`.toLowerCase()),
  ),
);

/** The finding, tied to those that prepared it: a guard of the same resource, lifted shortly before. */
export async function withPrecursors(finding: Finding, store: Pick<Store, 'openFindings'>): Promise<Finding> {
  if (isPrecursor(finding)) return finding;
  const open = await store.openFindings(finding.accountId, finding.resources, [...PRECURSORS]);
  const before = open.filter((earlier) => {
    const age = finding.eventTime.getTime() - earlier.eventTime.getTime();
    const isSameDeed = earlier.cluster.id === finding.cluster.id && earlier.rules.includes(finding.rule);
    return isSameDeed && age >= 0 && age <= WINDOW_MS;
  });
  if (before.length === 0) return finding;
  const notes = before.map(({ id, operation, actor }) => `Prepared by ${operation} of ${actor.name} (finding ${id})`);
  return { ...finding, precursors: before.map(({ id }) => id), notes: [...finding.notes, ...notes] };
}

function isPrecursor({ operation }: Finding): boolean {
  return PRECURSORS.has(operation.toLowerCase());
}
