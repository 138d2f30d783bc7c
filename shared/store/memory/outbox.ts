import type { Finding } from '../../model/finding.ts';
import type { Notification } from '../../model/notification.ts';
import type { Story } from '../../model/story.ts';
import { bundled } from '../bundled.ts';
import { endingOf } from '../ending.ts';
import { messageId } from '../message-id.ts';
import { plan, storyKey } from '../plan.ts';
import type { Choice, Message } from '../outbox.ts';
import type { Store } from '../store.ts';
import { bounded } from './bounded.ts';
import { channels } from './channels.ts';
import { dueAmong, type Entry, entryOf, passedTo } from './entry.ts';

type Outbox = 'announce' | 'take' | 'settle' | 'closeChannel' | 'passOn' | 'abandonOthers';

/** What is to be told. */
export function outbox(limit: number, findingOf: (id: string) => Finding | undefined, now: () => Date) {
  const entries = bounded<Entry>(limit);
  const stories = bounded<Story>(limit);
  const open = channels(now);
  const put = (given: readonly Notification[]): void => {
    const fresh = given.filter(({ id }) => entries.get(id) === undefined);
    const before = fresh.flatMap((one): [string, Story][] => {
      const story = stories.get(storyKey(one));
      return story === undefined ? [] : [[storyKey(one), story]];
    });
    const after = plan(fresh, new Map(before), now());
    for (const [key, story] of after.stories) stories.set(key, story);
    for (const one of after.planned) entries.set(one.notification.id, entryOf(one, now()));
  };
  const handOut = handingOut({ entries, stories, open, findingOf, now });
  const store: Pick<Store, Outbox> = {
    announce: async (given) => put(given),
    take: async ({ channel, leaseMs, hasRoom, choose }) => {
      if (!open.isOpen(channel) || hasRoom?.(open.spent(channel)) === false) return undefined;
      const due = dueAmong(pendingOver(entries.values(), channel), now().getTime());
      if (due.length === 0) return undefined;
      const choice = choose(bundled(due), open.spent(channel));
      if (choice === undefined || choice.ids.length === 0) return undefined;
      const isCritical = due.some(({ id, severity }) => severity === 'critical' && choice.ids.includes(id));
      open.spend(channel, isCritical);
      return handOut(channel, leaseMs, choice);
    },
    ...afterwards(entries, now),
    closeChannel: async (...told) => open.close(...told),
    passOn: async (asked) => {
      if (asked.onlyWhileClosed && !open.isClosedForLong(asked.from)) return 0;
      const passed = entries.values().filter((entry) => isToPass(entry, asked, entries.values(), now()));
      for (const one of passed.map((entry) => passedTo(asked.to, entry, now()))) entries.set(one.notification.id, one);
      return passed.length;
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

type Entries = ReturnType<typeof bounded<Entry>>;

/** What becomes of a message, and of what has no channel. */
function afterwards(entries: Entries, now: () => Date): Pick<Store, 'settle' | 'abandonOthers'> {
  return {
    settle: async (message, delivery) => {
      const told = entries.values().filter(({ bundle, notification }) => {
        return bundle === message.id && notification.channel === message.channel;
      });
      const isAnothers = told.some(({ attempts }) => attempts > message.attempts + 1);
      for (const one of told) {
        if ((one.state !== 'pending' || isAnothers) && delivery.state !== 'delivered') continue;
        const { retryInMs, unanswered } = { retryInMs: 0, unanswered: false, ...delivery };
        const mayBeRepeat = one.mayBeRepeat || unanswered === true;
        const nextAttempt = now().getTime() + retryInMs;
        const { state } = delivery;
        entries.set(one.notification.id, { ...one, state, leasedUntil: undefined, nextAttempt, mayBeRepeat });
      }
    },
    abandonOthers: async (known) => {
      const counts = new Map<string, number>();
      for (const one of entries.values()) {
        const { channel, id } = one.notification;
        if (one.state !== 'pending' || known.includes(channel)) continue;
        entries.set(id, { ...one, state: 'abandoned' });
        counts.set(channel, (counts.get(channel) ?? 0) + 1);
      }
      return counts;
    },
  };
}

interface Kept {
  readonly entries: Entries;
  readonly stories: ReturnType<typeof bounded<Story>>;
  readonly open: ReturnType<typeof channels>;
  readonly findingOf: (id: string) => Finding | undefined;
  readonly now: () => Date;
}

/** Makes what was chosen one sender's, and puts together what it tells. */
function handingOut({ entries, stories, open, findingOf, now }: Kept) {
  return (channel: string, leaseMs: number, { kind, ids }: Choice): Message | undefined => {
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
    const { insteadOf } = leased.find(({ notification }) => notification.insteadOf !== undefined)?.notification ?? {};
    const story = stories.get(storyKey({ ...first.notification, channel: insteadOf ?? channel }));
    const closing = insteadOf === undefined ? undefined : open.closing(insteadOf);
    const isShown = closing !== undefined && (kind === 'channel-closed' || closing.until > at);
    const waiting = insteadOf === undefined ? 0 : pendingOver(entries.values(), insteadOf).length;
    return {
      id,
      channel,
      kind,
      notificationIds: ids,
      findings,
      fresh: [...new Set(leased.flatMap(({ fresh }) => fresh))],
      ...(story ? { story } : {}),
      ...(insteadOf === undefined ? {} : { insteadOf }),
      ...(isShown ? { closed: { until: new Date(closing.until), why: closing.why, waiting } } : {}),
      attempts: Math.max(...leased.map(({ attempts }) => attempts)) - 1,
      mayBeRepeat: leased.some(({ mayBeRepeat }) => mayBeRepeat),
      ageMs: at - Math.min(...leased.map(({ createdAt }) => createdAt)),
    };
  };
}

function pendingOver(entries: readonly Entry[], channel: string): readonly Entry[] {
  return entries.filter(({ state, notification }) => state === 'pending' && notification.channel === channel);
}

function isToPass(
  { notification, state, dueAt }: Entry,
  { from, to, overdueMs, onlyCritical }: Parameters<Store['passOn']>[0],
  all: readonly Entry[],
  now: Date,
): boolean {
  const { channel, news, severity, findingId } = notification;
  const isMeant = channel === from && state !== 'delivered' && news !== 'channel-closed';
  const isOverdue = now.getTime() - dueAt.getTime() >= overdueMs && (severity === 'critical' || !onlyCritical);
  return (
    isMeant &&
    isOverdue &&
    !all.some(({ notification: one }) => one.findingId === findingId && one.channel === to && one.news === news)
  );
}
