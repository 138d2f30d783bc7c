import type { Choice, Spent, Waiting } from '../store/store.ts';

/** What one channel takes. */
export interface Share {
  /** Posts in any minute. */
  readonly perMinute: number;
  /** The most findings that one message can name. */
  readonly capacity: number;
}

/** A third of the posts is kept for what is critical. */
const KEPT = 1 / 3;
/** A digest waits a little, so as not to be a digest of one. */
const DIGEST_AFTER_MS = 15_000;

/**
 * Chooses what a channel tells next. While there is room for everything that waits, each gets a message of its own; then
 * all of it becomes one. `only`: what an event just gave; older things are the timer's, unless all becomes one.
 */
export function choosing(share: Share, only?: ReadonlySet<string>) {
  const { perMinute, capacity } = share;
  return (waiting: readonly Waiting[], spent: Spent): Choice | undefined => {
    const mine = only === undefined ? waiting : waiting.filter(({ ids }) => ids.some((id) => only.has(id)));
    const first = mine.find(staysAsItIs) ?? mine[0];
    if (first === undefined) return undefined;
    const { free, ofItsOwn } = roomFor(first, perMinute, spent);
    if (free < 1) return undefined;
    const rivals = waiting.filter((one) => isCritical(one) === isCritical(first));
    if (staysAsItIs(first) || rivals.length <= ofItsOwn) return asItIs(first, capacity);
    const groups = waiting.filter((one) => !staysAsItIs(one));
    const isTime = groups.length >= perMinute || groups.some(({ waitedMs }) => waitedMs >= DIGEST_AFTER_MS);
    if (!isTime) return undefined;
    if (groups.length === 1) return asItIs(first, capacity);
    return { kind: 'digest', ids: groups.flatMap(({ ids }) => ids).slice(0, capacity) };
  };
}

/**
 * How many more posts there may be now, and how many of them for a message of its own: the last one is a digest's, but
 * for the critical ones that posts are kept for.
 */
function roomFor(one: Waiting, perMinute: number, { critical, other }: Spent) {
  const kept = Math.floor(perMinute * KEPT);
  const all = perMinute - critical - other;
  if (!isCritical(one)) {
    const free = Math.min(all, perMinute - kept - other);
    return { free, ofItsOwn: free - 1 };
  }
  return { free: all, ofItsOwn: critical < kept ? all : all - 1 };
}

/** A copy has to be recognised as one; and what is no finding has no place in a digest of findings. */
function staysAsItIs({ mayBeRepeat, kind }: Waiting): boolean {
  return mayBeRepeat || kind === 'channel-closed' || kind === 'heartbeat';
}

function asItIs({ kind, ids }: Waiting, capacity: number): Choice {
  const shown = ids.slice(0, capacity);
  return { kind: kind === 'digest' && shown.length === 1 ? 'alert' : kind, ids: shown };
}

function isCritical({ severity }: Waiting): boolean {
  return severity === 'critical';
}
