import type { OperationTable } from '../shared/model/operation.ts';
import { names } from '../shared/operations/names.ts';

/** EventBridge's limit on expression objects (`suffix`, `anything-but` …) per field; an older page says it of all values. */
const MOST_EXPRESSIONS = 5;
/** No limit on the text of a pattern is documented. Half of the smallest one that such services are known to have. */
const MOST_CHARACTERS = 2_048;

/** ActionTrail's three event types end so, whatever the product in front of them. */
const TYPES = [':ActionTrail:ApiCall', ':ActionTrail:ConsoleOperation', ':ActionTrail:AliyunServiceEvent'];

/** Services that write often and touch nothing of a cluster: keys handed out, people logging in, data stores, delivery. */
const UNINVOLVED = names(`
  Sts AasCustomer AasSub Kms Oss Rds PolarDB R-kvstore Dds Ots Hbase Elasticsearch Cms ARMS Mns Ons
  Alikafka Cdn Dcdn Alidns Cas Config Cr Sas
`);

/** Calls that are known to matter to nobody and come often: backups, health reports, scans. */
const FREQUENT = names(`
  CreateSnapshot DeleteSnapshot CreateSnapshotGroup DeleteSnapshotGroup CopySnapshot CreateImage DeleteImage CopyImage
  ReportInstancesStatus StopInvocation EndTerminalSession RenewInstance CreateDiagnosticReport DeleteDiagnosticReports
  ScanClusterVuls RunClusterInspect
`);

/**
 * The filter of the EventBridge rule. One pattern cannot say "these actions of that product" (keys are joined by AND),
 * and an exact list loses in silence what is spelled otherwise: ActionTrail's casing is not uniform, and how ALB, NLB
 * or EBS are named there is not proven. So it names what it lets fall, one expression a field: the rest passes, and the
 * code decides. It never looks at the actor, nor at `errorCode` (success may carry "").
 */
export function eventFilter(tables: readonly OperationTable[]): Readonly<Record<string, readonly object[] | object>> {
  const pattern = {
    type: TYPES.map((suffix) => ({ suffix })),
    data: {
      serviceName: [{ 'anything-but': uninvolved(tables) }],
      eventName: [{ 'anything-but': harmless(tables) }],
    },
  };
  const size = JSON.stringify(pattern).length;
  if (TYPES.length > MOST_EXPRESSIONS)
    throw new Error(`Expected at most ${MOST_EXPRESSIONS} types, got ${TYPES.length}`);
  if (size > MOST_CHARACTERS) throw new Error(`Expected at most ${MOST_CHARACTERS} characters, got ${size}`);
  return pattern;
}

/** In the casings in which ActionTrail writes names; matching is case-sensitive. */
function uninvolved(tables: readonly OperationTable[]): readonly string[] {
  const ours = new Set(tables.map(({ service }) => service.toLowerCase()));
  const both = UNINVOLVED.filter((service) => ours.has(service.toLowerCase()));
  if (both.length > 0) throw new Error(`Expected services without a table, got ${both.join(', ')}`);
  return [...new Set(UNINVOLVED.flatMap((name) => [name, name.toLowerCase(), name.toUpperCase()]))];
}

/** A name that any product's table lists is not let fall, whoever else ignores it. */
function harmless(tables: readonly OperationTable[]): readonly string[] {
  const listed = new Set(tables.flatMap(({ actions }) => Object.keys(actions)).map((name) => name.toLowerCase()));
  const ignored = new Set(tables.flatMap((table) => table.ignored));
  const wrong = FREQUENT.filter((name) => !ignored.has(name) || listed.has(name.toLowerCase()));
  if (wrong.length > 0) throw new Error(`Expected names that a table ignores and none lists, got ${wrong.join(', ')}`);
  return FREQUENT;
}
