import { summaryOf } from '../findings/summary.ts';
import { FINDING_COLUMNS } from '../review/export.ts';
import type { Decided, FindingFilter, Page, PageOf, Reviewed, ReviewStore } from '../store/review.ts';

const PAGE = 200;

/** One record, whole and as cells of a table. */
interface Row {
  readonly whole: unknown;
  readonly cells: Readonly<Record<string, string | number | boolean | undefined>>;
}

interface Form {
  readonly head: readonly string[];
  readonly records: (store: ReviewStore, filter: FindingFilter) => AsyncGenerator<Row>;
}

const DECISION_HEAD = 'eventTime receivedAt accountId region eventId operation outcome why actor resources';

/** What can be exported, and its columns. */
export const FORMS: Readonly<Record<'findings' | 'decisions', Form>> = {
  findings: {
    head: FINDING_COLUMNS.map(([head]) => head),
    records: (store, filter) => all((page) => store.findings(filter, 'newest', page), findingRow),
  },
  decisions: {
    head: DECISION_HEAD.split(' '),
    records: (store, { from, to, resource }) => {
      const filter = { from, to, resources: resource === undefined ? undefined : [resource] };
      return all((page) => store.decisions(filter, page), decisionRow);
    },
  },
};

/** Page by page: nothing is gathered. */
async function* all<T>(read: (page: PageOf) => Promise<Page<T>>, row: (item: T) => Row): AsyncGenerator<Row> {
  for (let after: string | undefined; ;) {
    const { items, next } = await read({ limit: PAGE, after });
    yield* items.map(row);
    if (next === undefined) return;
    after = next;
  }
}

function findingRow(one: Reviewed): Row {
  const { finding, verdict } = one;
  return {
    whole: { ...summaryOf(finding), ...(verdict === undefined ? {} : { verdict }) },
    cells: Object.fromEntries(FINDING_COLUMNS.map(([head, cell]) => [head, cell(one)])),
  };
}

function decisionRow(decision: Decided): Row {
  const { eventTime, receivedAt, resources, ...rest } = decision;
  return {
    whole: decision,
    cells: {
      ...rest,
      eventTime: eventTime.toISOString(),
      receivedAt: receivedAt.toISOString(),
      resources: resources.join('; '),
    },
  };
}
