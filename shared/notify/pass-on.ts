import { createHash } from 'node:crypto';
import type { ChannelError } from '../errors.ts';
import type { Message } from '../store/store.ts';
import type { Channel } from './channel.ts';
import { closedFor } from './next-try.ts';
import type { Outbox } from './outbox.ts';

/** Shorter than this a channel is only left alone: nobody needs to hear of it. */
const WORTH_TELLING_MS = 60_000;

/** What waits too long for one channel goes to its next one; what waits for a channel that is no more is abandoned. */
export async function passOnOverdue({ store, channels, log }: Outbox): Promise<void> {
  for (const { id: from, next: to, passOnAfterMs: overdueMs } of channels) {
    if (to === undefined) continue;
    const passed = await store.passOn({ from, to, overdueMs, onlyCritical: false });
    if (passed > 0) log('notifications passed on', { from, to, passed });
  }
  const known = channels.map(({ id }) => id);
  for (const [channel, abandoned] of await store.abandonOthers(known, 'its channel is configured no more')) {
    log('notifications abandoned', { channel, abandoned, why: 'its channel is configured no more' });
  }
}

/**
 * Closes a channel that takes nothing. The next one hears of it, and tells what is critical meanwhile; returned when there
 * is something for it to tell.
 */
export async function closeAndPassOn(
  message: Message,
  channel: Channel,
  error: ChannelError,
  { store, channels, log, now = () => new Date() }: Outbox,
): Promise<Channel | undefined> {
  const forMs = closedFor(error);
  const why = `${error.kind}: ${error.message}`;
  try {
    const isFirst = await store.closeChannel(channel.id, forMs, why);
    const next = channels.find(({ id }) => id === channel.next);
    log('channel closed', { channel: channel.id, forMs, why, next: next?.id });
    const [finding] = message.findings;
    if (!isFirst || next === undefined || finding === undefined || forMs < WORTH_TELLING_MS) return undefined;
    const { id: findingId, accountId, region, severity } = finding;
    const id = createHash('sha256')
      .update(`${channel.id} ${next.id} ${now().toISOString()}`)
      .digest('hex')
      .slice(0, 24);
    const news = { news: 'channel-closed', story: '', resources: [], isDestructive: false } as const;
    await store.announce([
      { ...news, id, findingId, accountId, region, severity, channel: next.id, insteadOf: channel.id },
    ]);
    await store.passOn({ from: channel.id, to: next.id, overdueMs: 0, onlyCritical: true });
    return next;
  } catch (failure) {
    log('channel not closed', { channel: channel.id, why: failure instanceof Error ? failure.name : 'unknown' });
    return undefined;
  }
}
