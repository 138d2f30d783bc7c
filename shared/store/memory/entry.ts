import type { Delivery, Notification } from '../../model/notification.ts';
import type { Planned } from '../plan.ts';
import type { bundled } from '../bundled.ts';

/** A notification in the memory of one instance. Times are milliseconds since the epoch. */
export interface Entry extends Planned {
  readonly state: Delivery['state'];
  readonly createdAt: number;
  readonly nextAttempt: number;
  readonly leasedUntil: number | undefined;
  readonly attempts: number;
  readonly mayBeRepeat: boolean;
}

/** A notification as it begins. */
export function entryOf(one: Planned, now: Date): Entry {
  return {
    ...one,
    state: 'pending',
    createdAt: now.getTime(),
    nextAttempt: one.dueAt.getTime(),
    leasedUntil: undefined,
    attempts: 0,
    mayBeRepeat: false,
  };
}

/** What somebody chooses from, oldest first. */
export function dueAmong(pending: readonly Entry[], at: number): Parameters<typeof bundled>[0] {
  return pending
    .filter(({ nextAttempt, leasedUntil = 0 }) => nextAttempt <= at && leasedUntil <= at)
    .toSorted((a, b) => +a.dueAt - +b.dueAt || a.createdAt - b.createdAt)
    .map(({ notification: { id, severity }, kind, bundle, mayBeRepeat, leasedUntil, dueAt }) => {
      const waitedMs = at - dueAt.getTime();
      return { id, severity, kind, bundle, waitedMs, mayBeRepeat: mayBeRepeat || leasedUntil !== undefined };
    });
}

/** The same notification for another channel. */
export function passedTo(to: string, { notification, bundle, ...rest }: Entry, now: Date): Entry {
  const { id, channel } = notification;
  const other: Notification = { ...notification, id: `${id} ${to}`, channel: to, insteadOf: channel };
  return entryOf({ ...rest, notification: other, bundle: `${to} ${bundle}`, dueAt: now }, now);
}
