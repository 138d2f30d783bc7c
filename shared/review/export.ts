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

const COLUMNS: readonly (readonly [head: string, cell: (one: Reviewed) => string])[] = [
  ['id', ({ finding }) => finding.id],
  ['event_time', ({ finding }) => finding.eventTime.toISOString()],
  ['received_at', ({ finding }) => finding.receivedAt.toISOString()],
  ['severity', ({ finding }) => finding.severity],
  ['status', ({ finding }) => finding.status],
  ['verdict', ({ verdict }) => verdict ?? ''],
  ['resolved_at', ({ finding }) => finding.resolvedAt?.toISOString() ?? ''],
  ['rows', ({ finding }) => finding.rows.join(' ')],
  ['rule', ({ finding }) => finding.rule],
  ['title', ({ finding }) => ruleToldOf(finding, catalogue).title.en],
  ['account_id', ({ finding }) => finding.accountId],
  ['region', ({ finding }) => finding.region],
  ['cluster_id', ({ finding }) => finding.cluster.id],
  ['cluster_name', ({ finding }) => finding.cluster.name],
  ['operation', ({ finding }) => finding.operation],
  ['outcome', ({ finding }) => finding.outcome],
  ['error_code', ({ finding }) => finding.errorCode ?? ''],
  ['actor_type', ({ finding }) => finding.actor.type],
  ['actor_name', ({ finding }) => finding.actor.name],
  ['actor_standing', ({ finding }) => finding.actor.standing],
  ['source_address', ({ finding }) => finding.srcEndpoint.address ?? ''],
  ['resources', ({ finding }) => finding.resources.map(({ kind, id }) => `${kind} ${id}`).join('; ')],
  ['event_id', ({ finding }) => finding.eventId],
];

/** With a byte order mark: without one, spreadsheets take Chinese for something else. */
export const CSV: Format = {
  extension: 'csv',
  type: 'text/csv; charset=utf-8',
  head: `\uFEFF${COLUMNS.map(([head]) => head).join(',')}\r\n`,
  line: (one) => `${COLUMNS.map(([, cell]) => csvCell(cell(one))).join(',')}\r\n`,
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

/** A spreadsheet takes what begins like a formula for one: a quote before it makes it text. */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
