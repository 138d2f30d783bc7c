import { readConfig } from '../../config.ts';
import { ConfigError } from '../../errors.ts';
import { summaryOf } from '../../findings/summary.ts';
import type { Language } from '../../model/text.ts';
import { FINDING_ORDERS, type ReviewStore } from '../../store/review.ts';
import { defineCommand, EXIT, type Exit, type Terminal } from '../command.ts';
import { DATABASE_ARGS } from '../database.ts';
import { FINDING_ARGS, filterOf } from '../finding-filter.ts';
import { findingsTable } from '../findings-table.ts';
import { withReviewStore } from '../review-store.ts';

const MOST = 500;

export const findings = defineCommand({
  name: 'findings',
  description: 'Lists what was found, or tells one finding whole: what changed, what it breaks, how to put it back.',
  args: {
    id: { type: 'positional', required: false, description: 'One finding' },
    ...FINDING_ARGS,
    order: { type: 'enum', options: [...FINDING_ORDERS], default: 'newest', description: 'Which come first' },
    limit: { type: 'string', default: '50', description: `How many, up to ${MOST}` },
    language: {
      type: 'enum',
      options: ['en', 'zh', 'ja'],
      description: 'Language of the texts; else ACKWATCH_LANGUAGE',
    },
    ...DATABASE_ARGS,
  },
  examples: [
    ['ackwatch findings --severity critical,high --status new', 'what is open and bad'],
    ['ackwatch findings --cluster prod --since 7d --json', 'a week of one cluster'],
    ['ackwatch findings --folder .ackwatch/scan', 'what the last scan found'],
    ['ackwatch findings 156eeef5f404a40b3793abcc', 'one, whole'],
  ],
  run: async (args, terminal) => {
    const limit = Number(args.limit);
    if (!(Number.isInteger(limit) && limit > 0 && limit <= MOST)) {
      throw new ConfigError(`Expected --limit between 1 and ${MOST}, got ${args.limit}`);
    }
    const language = args.language ?? readConfig(terminal.environment).language;
    return withReviewStore(args, terminal, async (store) => {
      if (args.id !== undefined) return tellOne(args.id, store, { language, json: args.json }, terminal);
      const { items, next } = await store.findings(await filterOf(args, store), args.order, { limit });
      const found = items.map(({ finding }) => finding);
      if (args.json) terminal.out(JSON.stringify(found.map(summaryOf), null, 2));
      else if (found.length === 0) terminal.out('No finding.');
      else terminal.out(findingsTable(found, language));
      if (next !== undefined) terminal.err(`There are more: --limit ${MOST}, or ackwatch export findings for all.`);
      return EXIT.ok;
    });
  },
});

async function tellOne(
  id: string,
  store: ReviewStore,
  { language, json }: { readonly language: Language; readonly json: boolean },
  { out, err }: Terminal,
): Promise<Exit> {
  const reviewed = await store.reviewed(id);
  if (reviewed === undefined) {
    err(`There is no finding ${id}.`);
    return EXIT.found;
  }
  const told = await store.told(id);
  if (json) {
    out(JSON.stringify({ ...reviewed, told }, null, 2));
    return EXIT.ok;
  }
  const { findingText } = await import('../finding-text.ts');
  out(findingText(reviewed.finding, language));
  for (const { channel, state, attempts, why } of told) {
    out(`Notification over ${channel}: ${state}, ${attempts} attempts${why === undefined ? '' : `, ${why}`}`);
  }
  return EXIT.ok;
}
