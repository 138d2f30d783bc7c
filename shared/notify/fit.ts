import type { Telling, View } from './channel.ts';
import type { Content } from './content.ts';
import { toContent } from './to-content.ts';
import type { Limits } from './sections.ts';

/** What a message may be at most, and in which order it gives way. */
export interface Fit<M> {
  /** From the fullest on. */
  readonly limits: readonly Limits[];
  readonly dress: (content: Content) => M;
  readonly isSmallEnough: (message: M) => boolean;
}

const NOTHING: Limits = { lines: 0, commands: 0, commandLength: 0 };

/** The fullest message that the channel takes; at the end what is short, and names every finding all the same. */
export function fitted<M>(telling: Telling, view: View, { limits, dress, isSmallEnough }: Fit<M>): M {
  if (telling.short !== true) {
    for (const limit of limits) {
      const message = dress(toContent(telling, view, limit));
      if (isSmallEnough(message)) return message;
    }
  }
  return dress(toContent({ ...telling, short: true }, view, NOTHING));
}

/** Lists give way first, commands last: what puts things right is worth the most. */
export function tiers(commandLength: number): readonly Limits[] {
  return [
    { lines: 8, commands: 8, commandLength },
    { lines: 4, commands: 8, commandLength },
    { lines: 2, commands: 4, commandLength },
    { lines: 1, commands: 2, commandLength },
    { lines: 1, commands: 0, commandLength },
    { lines: 0, commands: 0, commandLength },
  ];
}
