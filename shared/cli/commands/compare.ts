import { plain } from '../../notify/escape.ts';
import type { RulesAnswer } from '../../scan/answers-today.ts';
import { compareDecision, type Difference } from '../../scan/compare.ts';
import { openStore } from '../../store/postgres.ts';
import type { ReviewStore } from '../../store/review.ts';
import { defineCommand, EXIT, type Terminal } from '../command.ts';
import { DATABASE_ARGS, openDatabase } from '../database.ts';
import { progressOn } from '../progress.ts';
import { readSince } from '../since.ts';
import { inColumns } from '../table.ts';

const PAGE = 200;

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
    const review = openReviewStore({ databaseUrl: database.url });
    const counts = { same: 0, 'by-facts': 0, unreadable: 0, otherwise: 0 };
    const differences: Difference[] = [];
    const progress = progressOn(terminal);
    try {
      await store.clusters(''); // brings the tables of an embedded database up to date
      for await (const decision of decisionsSince(from, review)) {
        if (terminal.signal.aborted) break;
        const compared = await compareDecision(decision, store);
        counts[typeof compared === 'string' ? compared : 'otherwise'] += 1;
        if (typeof compared !== 'string') differences.push(...compared);
        const total = counts.same + counts['by-facts'] + counts.unreadable + counts.otherwise;
        if (total % PAGE === 0) progress.show(`${total} decisions compared`);
      }
    } finally {
      await Promise.all([store.close(), review.close()]);
      await database.close();
    }
    if (args.json) terminal.out(JSON.stringify({ ...counts, differences }, null, 2));
    else print(differences, counts, terminal);
    if (terminal.signal.aborted) return EXIT.interrupted;
    return differences.length > 0 ? EXIT.found : EXIT.ok;
  },
});

async function* decisionsSince(from: Date, review: ReviewStore) {
  for (let after: string | undefined; ;) {
    const { items, next } = await review.decisions({ from }, { limit: PAGE, after });
    for (const item of items) {
      const whole = await review.decision(item);
      if (whole !== undefined) yield { ...item, ...whole };
    }
    if (next === undefined) return;
    after = next;
  }
}

function print(differences: readonly Difference[], counts: Readonly<Record<string, number>>, { out }: Terminal): void {
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
  if (unreadable) out(`${unreadable} records can no longer be read.`);
}

function words({ rules, severity }: RulesAnswer): string {
  return rules.length === 0 ? 'silence' : `${severity}: ${rules.join(', ')}`;
}
