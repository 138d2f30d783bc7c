import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** The output of one instance, line by line. */
export interface Lines {
  /** Resolves when both stdout and stderr said that the call is over. */
  readonly ended: (requestId: string) => Promise<void>;
  /** Takes what was written since it was last taken. */
  readonly take: () => readonly string[];
}

/** Reads the streams of an instance that serves one call at a time. */
export function readLines(streams: readonly Readable[]): Lines {
  let lines: string[] = [];
  const ends: string[] = [];
  let seen = (): void => undefined;
  for (const stream of streams) {
    createInterface({ input: stream }).on('line', (line) => {
      const requestId = /^FC Invoke End RequestId: (\S+)$/u.exec(line)?.[1];
      if (requestId !== undefined) {
        ends.push(requestId);
        seen();
      } else if (line !== '') {
        lines.push(line);
      }
    });
  }
  return {
    ended: async (requestId) => {
      while (ends.filter((id) => id === requestId).length < streams.length) {
        await new Promise<void>((resolve) => (seen = resolve));
      }
      ends.length = 0;
    },
    take: () => {
      const taken = lines;
      lines = [];
      return taken;
    },
  };
}
