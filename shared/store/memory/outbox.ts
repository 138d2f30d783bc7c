import type { Finding } from '../../model/finding.ts';
import type { Delivery, Notification } from '../../model/notification.ts';
import type { Due, Store } from '../store.ts';
import { bounded } from './bounded.ts';

/** Times are milliseconds since the epoch. */
interface Entry {
  readonly notification: Notification;
  readonly state: Delivery['state'];
  readonly createdAt: number;
  readonly nextAttempt: number;
  readonly leasedUntil: number | undefined;
  readonly attempts: number;
  readonly mayBeRepeat: boolean;
}

/** What is to be told. */
export function outbox(limit: number, findingOf: (id: string) => Finding | undefined, now: () => Date) {
  const entries = bounded<Entry>(limit);
  const free = (at: number, only: readonly string[] | undefined): readonly Entry[] =>
    entries
      .values()
      .filter(({ state, nextAttempt, leasedUntil = 0, notification }) => {
        const isDue = state === 'pending' && nextAttempt <= at && leasedUntil <= at;
        return isDue && (only === undefined || only.includes(notification.id));
      })
      .toSorted((a, b) => a.nextAttempt - b.nextAttempt || a.createdAt - b.createdAt);
  const leased = (entry: Entry, at: number, leaseMs: number): readonly Due[] => {
    const { notification, attempts, createdAt } = entry;
    const finding = findingOf(notification.findingId);
    if (finding === undefined) return []; // forgotten, and with it what there was to tell
    const mayBeRepeat = entry.mayBeRepeat || entry.leasedUntil !== undefined;
    entries.set(notification.id, { ...entry, leasedUntil: at + leaseMs, attempts: attempts + 1, mayBeRepeat });
    return [{ notification, finding, attempts, mayBeRepeat, ageMs: at - createdAt }];
  };
  const store: Pick<Store, 'lease' | 'settle'> = {
    lease: async (count, leaseMs, only) => {
      const at = now().getTime();
      return free(at, only)
        .slice(0, count)
        .flatMap((entry) => leased(entry, at, leaseMs));
    },
    settle: async (id, delivery) => {
      const entry = entries.get(id);
      if (entry === undefined || (entry.state !== 'pending' && delivery.state !== 'delivered')) return;
      const wait = delivery.state === 'pending' ? delivery.retryInMs : 0;
      const nextAttempt = now().getTime() + wait;
      entries.set(id, { ...entry, state: delivery.state, leasedUntil: undefined, nextAttempt });
    },
  };
  const put = (given: readonly Notification[]): void => {
    const at = now().getTime();
    for (const notification of given) {
      if (entries.get(notification.id)) continue;
      const fresh = { state: 'pending', leasedUntil: undefined, attempts: 0, mayBeRepeat: false } as const;
      entries.set(notification.id, { notification, createdAt: at, nextAttempt: at, ...fresh });
    }
  };
  return { store, put };
}
