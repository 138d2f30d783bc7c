import { randomUUID } from 'node:crypto';
import type { Mark, Upkeep } from '../upkeep.ts';
import { bounded } from './bounded.ts';

/** Who is at work, and how far work has come. */
export function leases(limit: number, now: () => Date): Pick<Upkeep, 'hold' | 'release' | 'mark' | 'setMark'> {
  const held = bounded<{ readonly token: string; readonly until: number }>(limit);
  const marks = bounded<Mark>(limit);
  return {
    hold: async (name, forMs) => {
      const at = now().getTime();
      if ((held.get(name)?.until ?? at) > at) return undefined;
      const token = randomUUID();
      held.set(name, { token, until: at + forMs });
      return token;
    },
    release: async (name, token) => {
      if (held.get(name)?.token === token) held.delete(name);
    },
    mark: (name) => Promise.resolve(marks.get(name)),
    setMark: async (name, mark) => marks.set(name, mark),
  };
}
