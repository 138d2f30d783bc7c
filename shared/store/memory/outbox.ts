import type { Finding } from '../../model/finding.ts';
import type { Delivery, Notification } from '../../model/notification.ts';
import type { Story } from '../../model/story.ts';
import { bundled } from '../bundled.ts';
import { endingOf } from '../ending.ts';
import { messageId } from '../message-id.ts';
import { plan, type Planned, storyKey } from '../plan.ts';
import type { Choice, Message, Store } from '../store.ts';
import { bounded } from './bounded.ts';
import { channels } from './channels.ts';

/** Times are milliseconds since the epoch. */
interface Entry extends Planned {
  readonly state: Delivery['state'];
  readonly createdAt: number;
  readonly nextAttempt: number;
  readonly leasedUntil: number | undefined;
  readonly attempts: number;
  readonly mayBeRepeat: boolean;
}

type Outbox = 'announce' | 'take' | 'settle' | 'closeChannel' | 'passOn' | 'abandonOthers';

/** What is to be told. */
export function outbox(limit: number, findingOf: (id: string) => Finding | undefined, now: () => Date) {
  const entries = bounded<Entry>(limit);
  const stories = bounded<Story>(limit);
  const open = channels(now);
  const put = (given: readonly Notification[]): void => {
    const fresh = given.filter(({ id }) => entries.get(id) === undefined);
    const before = new Map(fresh.flatMap(storyOf));
    const after = plan(fresh, before, now());
    for (const [key, story] of after.stories) stories.set(key, story);
    for (const one of after.planned) add(one);
  };
  const storyOf = (notification: Notification): [string, Story][] => {
    const story = stories.get(storyKey(notification));
    return story === undefined ? [] : [[storyKey(notification), story]];
  };
  const add = (one: Planned): void => {
    const fresh = { state: 'pending', leasedUntil: undefined, attempts: 0, mayBeRepeat: false } as const;
    const times = { createdAt: now().getTime(), nextAttempt: one.dueAt.getTime() };
    entries.set(one.notification.id, { ...one, ...fresh, ...times });
  };
  const pendingOver = (channel: string): readonly Entry[] =>
    entries.values().filter(({ state, notification }) => state === 'pending' && notification.channel === channel);
  const handOut = (channel: string, leaseMs: number, { kind, ids }: Choice): Message | undefined => {
    const at = now().getTime();
    const id = messageId(ids);
    const leased = ids
      .flatMap((one) => entries.get(one) ?? [])
      .map((one): Entry => {
        const mayBeRepeat = one.mayBeRepeat || one.leasedUntil !== undefined;
        return { ...one, kind, bundle: id, leasedUntil: at + leaseMs, attempts: one.attempts + 1, mayBeRepeat };
      });
    for (const one of leased) entries.set(one.notification.id, one);
    // What was forgotten meanwhile is no more to be told.
    const findings = leased.flatMap(({ notification }) => findingOf(notification.findingId) ?? []);
    const [first] = leased;
    if (first === undefined || findings.length === 0) return undefined;
    const { insteadOf } = first.notification;
    const story = stories.get(storyKey({ ...first.notification, channel: insteadOf ?? channel }));
    const closing = insteadOf === undefined ? undefined : open.closing(insteadOf);
    return {
      id,
      channel,
      kind,
      findings,
      fresh: [...new Set(leased.flatMap(({ fresh }) => fresh))],
      ...(story ? { story } : {}),
      ...(insteadOf === undefined ? {} : { insteadOf }),
      ...(closing && insteadOf !== undefined
        ? { closed: { until: new Date(closing.until), why: closing.why, waiting: pendingOver(insteadOf).length } }
        : {}),
      attempts: Math.max(...leased.map(({ attempts }) => attempts)) - 1,
      mayBeRepeat: leased.some(({ mayBeRepeat }) => mayBeRepeat),
      ageMs: at - Math.min(...leased.map(({ createdAt }) => createdAt)),
    };
  };
  const store: Pick<Store, Outbox> = {
    announce: async (given) => put(given),
    take: async ({ channel, leaseMs, choose }) => {
      const at = now().getTime();
      if (!open.isOpen(channel)) return undefined;
      const due = pendingOver(channel)
        .filter(({ nextAttempt, leasedUntil = 0 }) => nextAttempt <= at && leasedUntil <= at)
        .toSorted((a, b) => +a.dueAt - +b.dueAt || a.createdAt - b.createdAt)
        .map((one) => dueOne(one, at));
      if (due.length === 0) return undefined;
      const choice = choose(bundled(due), open.spent(channel));
      if (choice === undefined || choice.ids.length === 0) return undefined;
      open.spend(
        channel,
        due.some(({ id, severity }) => severity === 'critical' && choice.ids.includes(id)),
      );
      return handOut(channel, leaseMs, choice);
    },
    settle: async (message, delivery) => {
      const told = entries
        .values()
        .filter(({ bundle, notification }) => bundle === message.id && notification.channel === message.channel);
      for (const one of told) {
        if (one.state !== 'pending' && delivery.state !== 'delivered') continue;
        const wait = delivery.state === 'pending' ? delivery.retryInMs : 0;
        const mayBeRepeat = one.mayBeRepeat || (delivery.state === 'pending' && delivery.unanswered === true);
        const nextAttempt = now().getTime() + wait;
        const { state } = delivery;
        entries.set(one.notification.id, { ...one, state, leasedUntil: undefined, nextAttempt, mayBeRepeat });
      }
    },
    closeChannel: async (...told) => open.close(...told),
    passOn: async ({ from, to, overdueMs, onlyCritical }) => {
      const at = now();
      const has = (findingId: string, news: string) =>
        entries.values().some(({ notification: one }) => {
          return one.findingId === findingId && one.channel === to && one.news === news;
        });
      const passed = entries.values().filter(({ notification, state, dueAt }) => {
        const { channel, news, severity, findingId } = notification;
        const isMeant = channel === from && state !== 'delivered' && news !== 'channel-closed';
        const isOverdue = at.getTime() - dueAt.getTime() >= overdueMs && (severity === 'critical' || !onlyCritical);
        return isMeant && isOverdue && !has(findingId, news);
      });
      for (const { notification, ...rest } of passed) {
        const id = `${notification.id} ${to}`;
        add({
          ...rest,
          dueAt: at,
          bundle: `${to} ${rest.bundle}`,
          notification: { ...notification, id, channel: to, insteadOf: from },
        });
      }
      return passed.length;
    },
    abandonOthers: async (known) => {
      const counts = new Map<string, number>();
      for (const one of entries.values()) {
        const { channel } = one.notification;
        if (one.state !== 'pending' || known.includes(channel)) continue;
        entries.set(one.notification.id, { ...one, state: 'abandoned' });
        counts.set(channel, (counts.get(channel) ?? 0) + 1);
      }
      return counts;
    },
  };
  /** Tells those who were alerted that it is over; an alert that was not sent yet will say so by itself. */
  const putEnds = (ended: readonly Finding[]): void => {
    const ids = new Set(ended.map(({ id }) => id));
    const told = entries.values().filter(({ notification, state, leasedUntil = 0, mayBeRepeat }) => {
      const wasTold = state === 'delivered' || mayBeRepeat || leasedUntil > now().getTime();
      return notification.news === 'alert' && ids.has(notification.findingId) && wasTold;
    });
    put(told.map(({ notification }) => endingOf(notification)));
  };
  return { store, put, putEnds };
}

function dueOne({ notification: { id, severity }, kind, bundle, mayBeRepeat, leasedUntil, dueAt }: Entry, at: number) {
  const waitedMs = at - dueAt.getTime();
  return { id, severity, kind, bundle, waitedMs, mayBeRepeat: mayBeRepeat || leasedUntil !== undefined };
}
