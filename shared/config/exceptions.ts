import { createHash } from 'node:crypto';
import type { Covered, Exceptions } from '../model/exception.ts';
import type { ConfigFile } from './file.ts';

const EVER = new Date(0);

/** What the file declares, each under an id that stays the same as long as its text does. */
export function exceptionsOf(file: ConfigFile | undefined): Exceptions {
  return {
    suppressions: (file?.suppressions ?? []).map((given) => {
      const { why, by, until, from = EVER } = given;
      return { id: idOf(given), what: coveredBy(given.what), why, by, from, until };
    }),
    automation: (file?.automation ?? []).map((given) => ({ id: idOf(given), ...given })),
  };
}

function coveredBy(what: ConfigFile['suppressions'][number]['what']): Covered {
  return Object.fromEntries(Object.entries(what).filter(([, list]) => list !== undefined));
}

function idOf(given: object): string {
  return `config-${createHash('sha256').update(JSON.stringify(given)).digest('hex').slice(0, 8)}`;
}
