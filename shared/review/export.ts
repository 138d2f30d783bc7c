import { csvLine } from './csv.ts';
import { ruleToldOf } from '../notify/told.ts';
import { catalogue } from '../rules/catalogue.ts';
import type { Reviewed, ReviewStore } from '../store/review.ts';
import type { Asked } from './filter.ts';

/** How an export is written: what stands before it, and one finding. */
export interface Format {
  readonly extension: 'csv' | 'jsonl';
  readonly type: string;
  readonly head: string;
  readonly line: (one: Reviewed) => string;
}

const AT_A_TIME = 200;

/** A finding as one line of a table; scripts rely on the names. */
export const FINDING_COLUMNS: readonly (readonly [head: string, cell: (one: Reviewed) => string])[] = [
  ['id', ({ finding }) => finding.id],
  ['eventTime', ({ finding }) => finding.eventTime.toISOString()],
  ['severity', ({ finding }) => finding.severity],
  ['rows', ({ finding }) => finding.rows.join(' ')],
  ['rule', ({ finding }) => finding.rule],
  ['title', ({ finding }) => ruleToldOf(finding, catalogue).title.en],
  ['accountId', ({ finding }) => finding.accountId],
  ['region', ({ finding }) => finding.region],
  ['clusterId', ({ finding }) => finding.cluster.id],
  ['cluster', ({ finding }) => finding.cluster.name],
  ['operation', ({ finding }) => finding.operation],
  ['isAlert', ({ finding }) => String(finding.isAlert)],
  ['status', ({ finding }) => finding.status],
  ['verdict', ({ verdict }) => verdict ?? ''],
  ['outcome', ({ finding }) => finding.outcome],
  ['errorCode', ({ finding }) => finding.errorCode ?? ''],
  ['actorType', ({ finding }) => finding.actor.type],
  ['actor', ({ finding }) => finding.actor.name],
  ['standing', ({ finding }) => finding.actor.standing],
  ['address', ({ finding }) => finding.srcEndpoint.address ?? ''],
  ['resources', ({ finding }) => finding.resources.map(({ kind, id }) => `${kind} ${id}`).join('; ')],
  ['eventId', ({ finding }) => finding.eventId],
  ['receivedAt', ({ finding }) => finding.receivedAt.toISOString()],
  ['resolvedAt', ({ finding }) => finding.resolvedAt?.toISOString() ?? ''],
];

/** With a byte order mark: without one, spreadsheets take Chinese for something else. */
export const CSV: Format = {
  extension: 'csv',
  type: 'text/csv; charset=utf-8',
  head: `\uFEFF${csvLine(FINDING_COLUMNS.map(([head]) => head))}\r\n`,
  line: (one) => `${csvLine(FINDING_COLUMNS.map(([, cell]) => cell(one)))}\r\n`,
};

export const JSON_LINES: Format = {
  extension: 'jsonl',
  type: 'application/x-ndjson; charset=utf-8',
  head: '',
  line: ({ finding, verdict }) => `${JSON.stringify({ ...finding, verdict })}\n`,
};

/** Everything that is asked for, a part at a time, so that neither memory nor the connection is held for it. */
export async function* exported(store: Pick<ReviewStore, 'findings'>, { filter, order }: Asked, format: Format) {
  yield format.head;
  let after: string | undefined;
  do {
    const page = await store.findings(filter, order, { limit: AT_A_TIME, after });
    yield page.items.map(format.line).join('');
    after = page.next;
  } while (after !== undefined);
}

/** The first findings of what is asked for, and whether that is all of it. */
export async function firstOf(
  store: Pick<ReviewStore, 'findings'>,
  { filter, order }: Asked,
  format: Format,
  limit: number,
): Promise<{ readonly text: string; readonly isAll: boolean }> {
  const page = await store.findings(filter, order, { limit });
  return { text: format.head + page.items.map(format.line).join(''), isAll: page.next === undefined };
}
