import type { Cloud } from '../cloud/cloud.ts';
import type { Finding } from '../model/finding.ts';
import { enveloped } from '../reconcile/decide-late.ts';
import { decode } from '../sources/actiontrail/decode.ts';
import { decidePast, type Past } from './decide-past.ts';
import { type HistoryPage, readHistory, type Stream } from './history.ts';
import { orAborted } from './or-aborted.ts';
import { createTally, type Tally, type Totals } from './tally.ts';

/** What a scan needs. The world has no channels: nothing is told. */
export interface Scan extends Past {
  readonly cloud: Cloud;
  readonly since: Date;
  readonly streams: readonly Stream[];
  /** Findings from before this scan was interrupted. */
  readonly before: readonly string[];
  readonly now: () => Date;
  /** Aborted: ends after the event in hand. */
  readonly signal: AbortSignal;
  /** Told of each finding as it is made, and of each page once it is dealt with. */
  readonly onFinding: (finding: Finding) => void;
  readonly onPage: (so: Totals, streams: readonly Stream[]) => Promise<void>;
}

/** What a scan came to. */
export interface Scanned extends Totals {
  readonly streams: readonly Stream[];
  readonly isComplete: boolean;
  /** Why the reading ended early, other than by the caller's wish. */
  readonly failure?: unknown;
}

/** Takes the trail's own history through the same path as live events, the newest first. */
export async function scan(asked: Scan): Promise<Scanned> {
  const streams = new Map(asked.streams.map((stream) => [keyOf(stream), stream]));
  const before = await Promise.all(asked.before.map((id) => asked.store.finding(id)));
  const tally = createTally(before.filter((one) => one !== undefined));
  const ended = (): Scanned => {
    const reached = [...streams.values()];
    return { ...tally.totals(), streams: reached, isComplete: reached.every(({ isDone }) => isDone) };
  };
  try {
    for await (const page of untilAborted(readHistory(asked), asked.signal)) {
      if (!(await takePage(page, tally, asked))) break;
      streams.set(keyOf(page.stream), page.stream);
      await asked.onPage(tally.totals(), [...streams.values()]);
    }
    return ended();
  } catch (failure) {
    return { ...ended(), failure };
  }
}

/** False when it was aborted half-way: the page is read again then. */
async function takePage({ records, stream }: HistoryPage, tally: Tally, asked: Scan): Promise<boolean> {
  const { accountId, now, signal, onFinding } = asked;
  for (const item of records.flatMap((record) => decode(enveloped(record, accountId, stream.region), now()))) {
    if (signal.aborted) return false;
    if (!tally.isNew(item)) continue;
    const verdict = await decidePast(item, asked);
    tally.add(verdict);
    verdict.findings.forEach(onFinding);
  }
  return true;
}

/** The pages until the signal. */
async function* untilAborted(pages: AsyncGenerator<HistoryPage>, signal: AbortSignal): AsyncGenerator<HistoryPage> {
  for (;;) {
    const page = await orAborted(pages.next(), signal);
    if (page === undefined || page.done === true) return;
    yield page.value;
  }
}

function keyOf({ region, service }: Stream): string {
  return `${region} ${service}`;
}
