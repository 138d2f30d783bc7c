import type { OperationTable } from '../shared/model/operation.ts';

/** EventBridge's limit on expression objects (`prefix`, `suffix` …) per field. Plain values have no stated limit. */
const MOST_EXPRESSIONS = 5;

/** ActionTrail's three event types end so, whatever the product in front of them. */
const TYPES = [':ActionTrail:ApiCall', ':ActionTrail:ConsoleOperation', ':ActionTrail:AliyunServiceEvent'];

/**
 * The filter of the EventBridge rule: coarse on purpose. It passes every write of a product that has a table, because a
 * call that is in no SDK must reach the fallback, and never looks at the actor or at `errorCode` (success may carry "").
 */
export function eventFilter(tables: readonly OperationTable[]): Readonly<Record<string, unknown>> {
  const services = tables.map(({ service }) => service);
  if (TYPES.length > MOST_EXPRESSIONS)
    throw new Error(`Expected at most ${MOST_EXPRESSIONS} expressions, got ${TYPES.length}`);
  return {
    type: TYPES.map((suffix) => ({ suffix })),
    // Matching is case-sensitive, and ActionTrail's casing of service names is not uniform.
    data: { serviceName: services.flatMap((name) => [name, name.toLowerCase(), name.toUpperCase()]) },
  };
}
