import { ChannelError } from '../errors.ts';
import type { Channel, Shortfall, Telling } from './channel.ts';

/** What came of one post; without an error the channel took it. */
export interface Sent extends Partial<Shortfall> {
  readonly error?: ChannelError;
  readonly shortened?: true;
}

/** Posts a message, in its short form when the full one is refused for its length or cannot be written. Never throws. */
export async function send(telling: () => Telling, channel: Channel): Promise<Sent> {
  try {
    return { ...(await channel.send(telling())) };
  } catch (error) {
    if (error instanceof ChannelError && error.kind !== 'too-long') return { error };
    // Too long, or a fault of ours in writing it: the short form still says what it is about.
    return shortly(telling, channel);
  }
}

async function shortly(telling: () => Telling, channel: Channel): Promise<Sent> {
  try {
    return { shortened: true, ...(await channel.send({ ...telling(), short: true })) };
  } catch (error) {
    if (error instanceof ChannelError) return { shortened: true, error };
    const name = error instanceof Error ? error.name : typeof error;
    return { shortened: true, error: new ChannelError('bug', `unexpected ${name}`) };
  }
}
