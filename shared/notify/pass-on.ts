import { createHash } from 'node:crypto';
import type { ChannelError } from '../errors.ts';
import type { Message } from '../store/outbox.ts';
import type { Channel } from './channel.ts';
import { closedFor } from './next-try.ts';
import type { Outbox } from './outbox.ts';

/** Shorter than this a channel is only left alone: nobody needs to hear of it. */
const WORTH_TELLING_MS = 60_000;

/** What waits too long for one channel goes to its next one; what waits for a channel that is no more is abandoned. */
export async function passOnOverdue({ store, channels, log }: Outbox): Promise<void> {
  for (const { id: from, next: to, passOnAfterMs: overdueMs } of channels) {
    if (to === undefined) continue;
    const passed = await store.passOn({ from, to, overdueMs, onlyCritical: false, onlyWhileClosed: false });
    if (passed > 0) log('notifications passed on', { from, to, passed });
  }
  const known = channels.map(({ id }) => id);
  for (const [channel, abandoned] of await store.abandonOthers(known, 'its channel is configured no more')) {
    log('notifications abandoned', { channel, abandoned, why: 'its channel is configured no more' });
  }
}

/** While a channel takes nothing, its next one tells what is critical; that one is returned if there is something for it. */
export async function passOnCritical(channel: Channel, { store, channels, log }: Outbox): Promise<Channel | undefined> {
  const next = channels.find(({ id }) => id === channel.next);
  if (next === undefined) return undefined;
  const asked = { from: channel.id, to: next.id, overdueMs: 0, onlyCritical: true, onlyWhileClosed: true };
  const passed = await store.passOn(asked);
  if (passed === 0) return undefined;
  log('critical notifications passed on', { from: channel.id, to: next.id, passed });
  return next;
}

/** Closes a channel that takes nothing, and lets the next one know; that one is returned if there is something for it. */
export async function closeAndPassOn(
  message: Message,
  channel: Channel,
  error: ChannelError,
  outbox: Outbox,
): Promise<Channel | undefined> {
  const { store, channels, log } = outbox;
  const forMs = closedFor(error);
  const why = `${error.kind}: ${error.message}`;
  try {
    const isNews = await store.closeChannel(channel.id, forMs, why);
    const next = channels.find(({ id }) => id === channel.next);
    log('channel closed', { channel: channel.id, forMs, why, next: next?.id });
    if (next === undefined || forMs < WORTH_TELLING_MS) return undefined;
    if (isNews) await announceClosing(message, channel, next, outbox);
    return (await passOnCritical(channel, outbox)) ?? (isNews ? next : undefined);
  } catch (failure) {
    log('channel not closed', { channel: channel.id, why: failure instanceof Error ? failure.name : 'unknown' });
    return undefined;
  }
}

async function announceClosing(
  { findings: [finding] }: Message,
  { id: insteadOf }: Channel,
  { id: channel }: Channel,
  { store, now = () => new Date() }: Outbox,
): Promise<void> {
  if (finding === undefined) return;
  const { id: findingId, accountId, region, severity } = finding;
  const name = [insteadOf, channel, now().toISOString()].join(' ');
  const id = createHash('sha256').update(name).digest('hex').slice(0, 24);
  const news = { news: 'channel-closed', story: '', resources: [], isDestructive: false } as const;
  await store.announce([{ ...news, id, findingId, accountId, region, severity, channel, insteadOf }]);
}
