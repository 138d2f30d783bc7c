import type { Notification } from '../model/notification.ts';
import type { Severity } from '../model/severity.ts';
import type { Choice, Spent, Waiting } from '../store/outbox.ts';

/** What one channel takes. */
export interface Share {
  /** Posts in any minute. */
  readonly perMinute: number;
  /** The most findings that one message can name. */
  readonly capacity: number;
}

/** A third of the posts is kept for what is critical. */
const KEPT = 1 / 3;
/** What waits for so long waits because there is no room: more of it would only wait longer. */
const DIGEST_AFTER_MS = 15_000;

/**
 * Chooses what a channel tells next. While there is room for everything that waits, each gets a message of its own; then
 * all of it becomes one. `only`: what an event just gave; older things are the timer's, unless all becomes one.
 */
export function choosing({ perMinute, capacity }: Share, only?: ReadonlySet<string>) {
  return (waiting: readonly Waiting[], spent: Spent): Choice | undefined => {
    const mine = only === undefined ? waiting : waiting.filter(({ ids }) => ids.some((id) => only.has(id)));
    const first = mine.find(staysAsItIs) ?? mine[0];
    if (first === undefined) return undefined;
    const free = roomFor(isCritical(first), perMinute, spent);
    if (free < 1) return undefined;
    const rivals = waiting.filter((one) => isCritical(one) === isCritical(first));
    if (staysAsItIs(first) || rivals.length <= free) return asItIs(first, capacity);
    const groups = waiting.filter((one) => !staysAsItIs(one));
    const isStorm = groups.length >= perMinute || groups.some(({ waitedMs }) => waitedMs >= DIGEST_AFTER_MS);
    if (!isStorm || groups.length === 1) return asItIs(first, capacity);
    return { kind: 'digest', ids: groups.flatMap(({ ids }) => ids).slice(0, capacity) };
  };
}

/** Whether a channel may take one more message now; `only`: of these. */
export function hasRoom({ perMinute }: Share, only?: readonly Pick<Notification, 'severity'>[]) {
  const isForCritical = only === undefined || only.some(isCritical);
  return (spent: Spent): boolean => roomFor(isForCritical, perMinute, spent) >= 1;
}

/** How many more posts there may be now: all that are left for what is critical, the rest has a limit of its own. */
function roomFor(isForCritical: boolean, perMinute: number, { critical, other }: Spent): number {
  const all = perMinute - critical - other;
  return isForCritical ? all : Math.min(all, perMinute - Math.floor(perMinute * KEPT) - other);
}

/** A copy has to be recognised as one; and what is no finding has no place in a digest of findings. */
function staysAsItIs({ mayBeRepeat, kind }: Waiting): boolean {
  return mayBeRepeat || kind === 'channel-closed' || kind === 'heartbeat';
}

function asItIs({ kind, ids }: Waiting, capacity: number): Choice {
  const shown = ids.slice(0, capacity);
  return { kind: kind === 'digest' && shown.length === 1 ? 'alert' : kind, ids: shown };
}

function isCritical({ severity }: { readonly severity: Severity }): boolean {
  return severity === 'critical';
}
