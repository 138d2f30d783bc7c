import type { Delivery, Notification } from '../model/notification.ts';
import type { Message } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { Channel } from './channel.ts';
import { choosing, hasRoom } from './choose.ts';
import { closedFor, nextTry } from './next-try.ts';
import { closeAndPassOn, passOnCritical, passOnOverdue } from './pass-on.ts';
import type { Routing } from './route.ts';
import { send } from './send.ts';
import { tellingOf } from './telling.ts';
import type { ToldRule } from './told.ts';

/** What the outbox works with. */
export interface Outbox {
  readonly store: Pick<Store, 'take' | 'settle' | 'announce' | 'closeChannel' | 'passOn' | 'abandonOthers'>;
  readonly channels: readonly Channel[];
  readonly routing: Routing;
  readonly rules: readonly ToldRule[];
  /** The most messages that one call sends over each channel. */
  readonly limit: number;
  /** Only these notifications: those that an event just gave. */
  readonly only?: readonly Pick<Notification, 'id' | 'channel' | 'severity'>[];
  readonly log: (message: string, fields: Readonly<Record<string, unknown>>) => void;
  readonly now?: () => Date;
  readonly random?: () => number;
}

/** What became of the messages that were due. */
export interface Deliveries {
  readonly delivered: number;
  readonly retried: number;
  readonly abandoned: number;
}

/** How long a message is one sender's alone. A post takes at most 3 s, twice when it had to be shortened. */
const LEASE_MS = 15_000;

/** The timer's call stops taking on more after this long: an instance may be frozen in the middle. */
const RUN_MS = 40_000;

/**
 * Sends what is due, all channels side by side, each one message after the other. Whatever fails stays in the outbox or is
 * abandoned with its reason; one failure never stops another.
 */
export async function deliver(outbox: Outbox): Promise<Deliveries> {
  const { channels, only, now = () => new Date() } = outbox;
  const until = now().getTime() + RUN_MS;
  if (only === undefined) await passOnOverdue(outbox);
  const states = await Promise.all(channels.map((channel) => deliverOver(channel, outbox, until)));
  const count = (state: Delivery['state']) => states.flat().filter((one) => one === state).length;
  return { delivered: count('delivered'), retried: count('pending'), abandoned: count('abandoned') };
}

async function deliverOver(channel: Channel, outbox: Outbox, until: number): Promise<readonly Delivery['state'][]> {
  const { limit, now = () => new Date() } = outbox;
  const { only, ...everything } = outbox;
  const given = only?.filter((one) => one.channel === channel.id);
  const mine = given && new Set(given.map(({ id }) => id));
  const states: Delivery['state'][] = [];
  let { capacity } = channel;
  let passedTo: Channel | undefined;
  while (mine?.size !== 0 && states.length < limit && now().getTime() < until) {
    const share = { perMinute: channel.perMinute, capacity };
    const rules = { hasRoom: hasRoom(share, given), choose: choosing(share, mine) };
    const message = await taken({ channel: channel.id, leaseMs: LEASE_MS, ...rules }, outbox);
    if (message === undefined) {
      // Perhaps because the channel is closed: what is critical does not wait for that.
      if (states.length === 0) passedTo = await passOnCritical(channel, outbox).catch(() => undefined);
      break;
    }
    const { state, error } = await attempt(message, channel, outbox);
    states.push(state);
    for (const id of message.notificationIds) mine?.delete(id);
    if (error?.kind === 'bug' || error?.kind === 'too-long') capacity = Math.ceil(message.findings.length / 2);
    if (error !== undefined && closedFor(error) > 0) {
      passedTo = await closeAndPassOn(message, channel, error, outbox);
      break;
    }
  }
  if (passedTo === undefined || limit <= 1) return states;
  return [...states, ...(await deliverOver(passedTo, { ...everything, limit: limit - 1 }, until))];
}

/**
 * What an event gave is written down already: when the outbox cannot be read now, because in a storm everybody reads it,
 * the event is not to fail, and with it to come again. The timer tells it.
 */
async function taken(asked: Parameters<Store['take']>[0], { store, only, log }: Outbox): Promise<Message | undefined> {
  try {
    return await store.take(asked);
  } catch (error) {
    if (only === undefined) throw error;
    const why = error instanceof Error ? error.message : 'unknown';
    log('message left to the timer', { channel: asked.channel, why });
    return undefined;
  }
}

/** One message: sent, settled, logged. Never throws. */
async function attempt(message: Message, channel: Channel, outbox: Outbox) {
  const { store, routing, rules, log, now = () => new Date(), random = Math.random } = outbox;
  const begun = now().getTime();
  const { error, ...rest } = await send(() => tellingOf(message, routing, rules), channel);
  const delivery: Delivery = error
    ? nextTry(error, { ...message, findings: message.findings.length }, random)
    : { state: 'delivered' };
  log(MESSAGES[delivery.state], {
    messageId: message.id,
    kind: message.kind,
    findingIds: message.findings.map(({ id }) => id),
    channel: channel.id,
    attempt: message.attempts + 1,
    ageMs: message.ageMs,
    tookMs: now().getTime() - begun,
    ...rest,
    ...(delivery.state === 'pending' ? { retryInMs: delivery.retryInMs } : {}),
    ...(delivery.state === 'delivered' ? {} : { why: delivery.why }),
  });
  try {
    await store.settle(message, delivery);
  } catch (failure) {
    // The lease runs out and somebody sends again, saying that it may be a repeat.
    log('message not settled', { messageId: message.id, why: failure instanceof Error ? failure.name : 'unknown' });
  }
  return { state: delivery.state, error };
}

const MESSAGES: Readonly<Record<Delivery['state'], string>> = {
  delivered: 'message delivered',
  pending: 'message put off',
  abandoned: 'message abandoned',
};
