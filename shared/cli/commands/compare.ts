import { plain } from '../../notify/escape.ts';
import type { RulesAnswer } from '../../scan/answers-today.ts';
import { compareAll, type CompareResult } from '../../scan/compare-all.ts';
import { openStore } from '../../store/postgres.ts';
import { defineCommand, EXIT, type Terminal } from '../command.ts';
import { DATABASE_ARGS, openDatabase } from '../database.ts';
import { progressOn } from '../progress.ts';
import { readSince } from '../since.ts';
import { inColumns } from '../table.ts';

export const compare = defineCommand({
  name: 'compare',
  description:
    'Decides what the database holds by the tables and rules of today, and lists what would come out otherwise. Nothing is written.',
  args: {
    since: { type: 'string', default: '30d', description: 'How far back: 7d, 12h, or a date' },
    ...DATABASE_ARGS,
  },
  examples: [
    ['ackwatch compare', 'what an upgrade of ackwatch would have changed last month'],
    ['ackwatch compare --since 90d --json', 'the same for a program'],
  ],
  run: async (args, terminal) => {
    const from = readSince(args.since, new Date());
    const database = await openDatabase(args, terminal);
    const store = openStore({ databaseUrl: database.url, migrate: database.isEmbedded });
    const { openReviewStore } = await import('../../store/postgres/review/open.ts');
    const review = openReviewStore({ databaseUrl: database.url, migrate: database.isEmbedded });
    const { signal } = terminal;
    const progress = progressOn(terminal);
    const onProgress = (compared: number): void => progress.show(`${compared} decisions compared`);
    try {
      const result = await compareAll({ from, store, review, signal, onProgress });
      const { counts, differences } = result;
      if (args.json) terminal.out(JSON.stringify({ ...counts, differences }, null, 2));
      else print(result, terminal);
      if (signal.aborted) return EXIT.interrupted;
      return differences.length > 0 ? EXIT.found : EXIT.ok;
    } finally {
      await Promise.all([store.close(), review.close()]);
      await database.close();
    }
  },
});

function print({ differences, counts }: CompareResult, { out }: Terminal): void {
  const rows = differences.map(({ eventTime, operation, cluster, stored, today, eventId }) => [
    eventTime.toISOString().slice(0, 16).replace('T', ' '),
    operation,
    plain(cluster, 24),
    stored.rules.length > 0 ? words(stored) : stored.outcome,
    words(today),
    eventId,
  ]);
  if (rows.length > 0) out(`${inColumns(['when (UTC)', 'operation', 'cluster', 'then', 'today', 'event'], rows)}\n`);
  const { same, otherwise, unreadable } = counts;
  out(
    `${otherwise} events would be decided otherwise, ${same} the same; ${counts['by-facts']} were decided by facts, not by rules.`,
  );
  if (unreadable > 0) out(`${unreadable} records can no longer be read.`);
}

function words({ rules, severity }: RulesAnswer): string {
  return rules.length === 0 ? 'silence' : `${severity}: ${rules.join(', ')}`;
}
