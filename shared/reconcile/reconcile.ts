import type { Cloud } from '../cloud/cloud.ts';
import { CloudError } from '../errors.ts';
import type { Mark, Upkeep } from '../store/upkeep.ts';
import { decideLate, type Late } from './decide-late.ts';
import { type Page, readHistory, type Span } from './history.ts';

/** What reconciling needs. `deadline`: milliseconds since the epoch after which no further page is read. */
export interface Reconciliation extends Late {
  readonly store: Pick<Upkeep, 'undecided' | 'hold' | 'release' | 'mark' | 'setMark'>;
  readonly cloud: Cloud;
  readonly regions: readonly string[];
  readonly deadline: number;
}

/** What became of it. */
export interface Reconciled {
  readonly decidedLate: number;
  readonly problems: readonly string[];
}

/** ActionTrail shows an event minutes after the deed, and later than others that came after it. */
const OVERLAP_MS = 30 * 60_000;
/** How much longer than its deadline a reconciliation may hold its lease. */
const GRACE_MS = 60_000;

/** Where it is noted how far the history of one region was read. */
export function reconcileMark(accountId: string, region: string): string {
  return `reconcile ${accountId} ${region}`;
}

/**
 * The trail is the durable queue: reads what was written since the last time, some of it again, and decides what nobody
 * has decided. A region where somebody else is at it is left to them.
 */
export async function reconcile(asked: Reconciliation): Promise<Reconciled> {
  const { store, accountId, regions, now, deadline } = asked;
  const problems: string[] = [];
  let decidedLate = 0;
  for (const region of regions) {
    const name = reconcileMark(accountId, region);
    const lease = await store.hold(name, Math.max(0, deadline - now().getTime()) + GRACE_MS);
    if (lease === undefined) continue;
    try {
      const done = await reconcileRegion(region, name, asked);
      decidedLate += done.decidedLate;
      problems.push(...done.problems);
    } finally {
      await store.release(name, lease);
    }
  }
  return { decidedLate, problems };
}

async function reconcileRegion(region: string, name: string, asked: Reconciliation): Promise<Reconciled> {
  const { store, cloud, now, deadline } = asked;
  const to = now();
  const mark = await store.mark(name);
  const from = beginOf(mark, to);
  // From the first look on everything is to be read, and people are to hear when it is not, however long no look succeeds.
  if (mark === undefined) await store.setMark(name, { at: to, isComplete: true });
  let decidedLate = 0;
  let token: string | undefined;
  const ended = (why: string): Reconciled => ({ decidedLate, problems: [`the history of ${region}: ${why}`] });
  do {
    if (now().getTime() >= deadline) return ended('not read to its end, out of time');
    const page = await pageOf(cloud, { region, from, to, token, deadline });
    if ('problem' in page) return ended(page.problem);
    decidedLate += await decideLate(page.records, region, asked);
    token = page.token;
    const last = lastTimeOf(page.records);
    if (token !== undefined && last !== undefined) await store.setMark(name, { at: last, isComplete: false });
  } while (token !== undefined);
  await store.setMark(name, { at: to, isComplete: true });
  return { decidedLate, problems: [] };
}

/** What was left in the middle goes on there; what was read to its end is read again where it may have been too early. */
function beginOf(mark: Mark | undefined, to: Date): Date {
  if (mark?.isComplete === false && mark.at < to) return mark.at;
  const upTo = Math.min(mark?.at.getTime() ?? to.getTime(), to.getTime());
  return new Date(upTo - OVERLAP_MS);
}

async function pageOf(cloud: Cloud, span: Span): Promise<Page | { readonly problem: string }> {
  try {
    return await readHistory(cloud, span);
  } catch (error) {
    if (error instanceof CloudError) return { problem: error.code };
    throw error;
  }
}

function lastTimeOf(records: Page['records']): Date | undefined {
  const times = records.map(({ eventTime }) => Date.parse(String(eventTime))).filter((time) => !Number.isNaN(time));
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}
