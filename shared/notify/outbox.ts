import { ChannelError } from '../errors.ts';
import type { Delivery } from '../model/notification.ts';
import type { Rule } from '../model/rule.ts';
import type { Due, Store } from '../store/store.ts';
import type { Channel, Shortfall, Told } from './channel.ts';
import { closesChannel, nextTry } from './next-try.ts';
import { ruleToldOf } from './told.ts';

/** What the outbox works with. */
export interface Outbox {
  readonly store: Pick<Store, 'lease' | 'settle'>;
  readonly channels: readonly Channel[];
  readonly rules: readonly Rule[];
  /** The most notifications that one call takes on. */
  readonly limit: number;
  /** Only these notifications, all at once: those that the event just gave. */
  readonly only?: readonly string[];
  readonly log: (message: string, fields: Readonly<Record<string, unknown>>) => void;
  readonly now?: () => Date;
  readonly random?: () => number;
}

/** What became of the notifications that were due. */
export interface Deliveries {
  readonly delivered: number;
  readonly retried: number;
  readonly abandoned: number;
}

/** How long a notification is one sender's alone. A post takes at most 3 s, twice when it had to be shortened. */
const LEASE_MS = 15_000;

/** How many are sent at a time when nobody waits for them. */
const AT_A_TIME = 5;

/** The timer's call stops taking on more after this long: an instance may be frozen in the middle. */
const RUN_MS = 40_000;

/** Sends what is due. Whatever fails stays in the outbox or is abandoned with its reason; one failure never stops another. */
export async function deliver({ only, limit, ...outbox }: Outbox): Promise<Deliveries> {
  const { store, now = () => new Date() } = outbox;
  const states: Delivery['state'][] = [];
  const closed = new Map<string, ChannelError>();
  const until = now().getTime() + RUN_MS;
  const atATime = only === undefined ? Math.min(AT_A_TIME, limit) : limit;
  while (states.length < limit) {
    const due = await store.lease(Math.min(atATime, limit - states.length), LEASE_MS, only);
    states.push(...(await Promise.all(due.map((one) => attempt(one, outbox, closed)))));
    if (due.length < atATime || only !== undefined || now().getTime() > until) break;
  }
  const count = (state: Delivery['state']) => states.filter((one) => one === state).length;
  return { delivered: count('delivered'), retried: count('pending'), abandoned: count('abandoned') };
}

type Sending = Omit<Outbox, 'only' | 'limit'>;

/** One notification: sent, settled, logged. Never throws. */
async function attempt(due: Due, outbox: Sending, closed: Map<string, ChannelError>): Promise<Delivery['state']> {
  const { store, log, now = () => new Date() } = outbox;
  const { notification, finding, attempts, ageMs } = due;
  const begun = now().getTime();
  const { delivery, ...rest } = await sent(due, outbox, closed);
  log(MESSAGES[delivery.state], {
    notificationId: notification.id,
    findingId: finding.id,
    channel: notification.channel,
    attempt: attempts + 1,
    ageMs,
    tookMs: now().getTime() - begun,
    ...rest,
    ...(delivery.state === 'pending' ? { retryInMs: delivery.retryInMs } : {}),
    ...(delivery.state === 'delivered' ? {} : { why: delivery.why }),
  });
  try {
    await store.settle(notification.id, delivery);
  } catch (error) {
    // The lease runs out and somebody sends again, saying that it may be a repeat.
    log('notification not settled', { notificationId: notification.id, why: nameOf(error) });
  }
  return delivery.state;
}

const MESSAGES: Readonly<Record<Delivery['state'], string>> = {
  delivered: 'notification delivered',
  pending: 'notification put off',
  abandoned: 'notification abandoned',
};

interface Result extends Partial<Shortfall> {
  readonly delivery: Delivery;
  readonly shortened?: true;
}

async function sent(
  due: Due,
  { channels, rules, random = Math.random }: Sending,
  closed: Map<string, ChannelError>,
): Promise<Result> {
  const { notification, finding, mayBeRepeat } = due;
  const channel = channels.find(({ id }) => id === notification.channel);
  if (!channel) {
    const why = `the channel ${notification.channel} is not in the configuration any more`;
    return { delivery: { state: 'abandoned', why } };
  }
  const failed = (error: ChannelError) => {
    if (closesChannel(error.kind)) closed.set(channel.id, error);
    return { delivery: nextTry(error, due, random) };
  };
  const shut = closed.get(channel.id);
  if (shut) return failed(shut);
  const told: Told = { finding, rule: ruleToldOf(finding, rules), mayBeRepeat };
  try {
    return { delivery: { state: 'delivered' }, ...(await channel.send(told)) };
  } catch (error) {
    if (error instanceof ChannelError && error.kind !== 'too-long') return failed(error);
    // Too long, or a fault of ours in writing it: the short form still says what it is about.
    return shortly(channel, told, failed);
  }
}

async function shortly(channel: Channel, told: Told, failed: (error: ChannelError) => Result): Promise<Result> {
  try {
    return { delivery: { state: 'delivered' }, shortened: true, ...(await channel.send({ ...told, short: true })) };
  } catch (error) {
    const refusal = error instanceof ChannelError ? error : new ChannelError('bug', `unexpected ${nameOf(error)}`);
    return { shortened: true, ...failed(refusal) };
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
