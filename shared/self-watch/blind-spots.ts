import type { Mark } from '../store/upkeep.ts';
import type { Vitals } from '../store/vitals.ts';
import type { NoticeId } from './notices.ts';

/** One thing that ackwatch does not see or cannot say at present. */
export interface BlindSpot {
  readonly notice: NoticeId;
  /** What exactly, one English sentence each. */
  readonly details: readonly string[];
}

const BEHIND_MS = 30 * 60_000;

/** Regions whose history was not read for more than half an hour. One that was never read is not behind. */
export function behind(marks: ReadonlyMap<string, Mark | undefined>, now: Date): readonly BlindSpot[] {
  const late = [...marks].flatMap(([region, mark]) =>
    mark !== undefined && now.getTime() - mark.at.getTime() > BEHIND_MS ? [{ region, at: mark.at }] : [],
  );
  const details = late.map(({ region, at }) => `The history of ${region} was read up to ${at.toISOString()}.`);
  return details.length > 0 ? [{ notice: 'self-watch.reconciliation-behind', details }] : [];
}

/** The sweep itself: when the last one began. */
export function unswept(mark: Mark | undefined, now: Date): readonly BlindSpot[] {
  if (mark === undefined || now.getTime() - mark.at.getTime() <= BEHIND_MS) return [];
  return [{ notice: 'self-watch.sweep-missing', details: [`The last sweep began ${mark.at.toISOString()}.`] }];
}

/** What one sweep and the store tell. `problems`: what the sweep could not read. */
export function weak({ setAside, overdue, stale }: Vitals, problems: readonly string[]): readonly BlindSpot[] {
  const forbidden = [...new Set(problems.filter((problem) => FORBIDDEN.test(problem)))];
  const old = stale.map(
    ({ name, resources, since }) =>
      `${resources} resources of ${name} were last listed completely before ${since.toISOString()}.`,
  );
  const spots: readonly BlindSpot[] = [
    { notice: 'self-watch.permission-missing', details: forbidden.slice(0, MOST) },
    { notice: 'self-watch.inventory-stale', details: old.slice(0, MOST) },
    {
      notice: 'self-watch.events-set-aside',
      details: setAside === 0 ? [] : [`${setAside} records of the last day could not be read.`],
    },
    {
      notice: 'self-watch.messages-stuck',
      details: overdue.since
        ? [`${overdue.count} messages wait, the oldest since ${overdue.since.toISOString()}.`]
        : [],
    },
  ];
  return spots.filter(({ details }) => details.length > 0);
}

const MOST = 10;
const FORBIDDEN = /not allowed|rolerefused|forbidden|nopermission|unauthorized|accessdenied|not authorized/iu;
