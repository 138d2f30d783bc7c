import { verifyAudit, type Verification } from '../../audit/verify.ts';
import { openStore } from '../../store/postgres.ts';
import { defineCommand, EXIT } from '../command.ts';
import { DATABASE_ARGS, openDatabase } from '../database.ts';

export const audit = defineCommand({
  name: 'audit',
  description:
    'Recomputes the sealed chain of everything that was decided, told and reviewed, and tells what was changed, is missing or was added. Compare the newest seal with the one in the daily message.',
  args: {
    action: { type: 'positional', description: 'verify', options: ['verify'] },
    ...DATABASE_ARGS,
  },
  examples: [
    ['ackwatch audit verify', 'exit code 1 when anything disagrees'],
    ['ackwatch audit verify --database "$DATABASE_URL" --json', 'for another program'],
  ],
  run: async ({ action, json, ...args }, terminal) => {
    if (action !== 'verify') {
      terminal.err(`Expected ackwatch audit verify, got ${action}`);
      return EXIT.usage;
    }
    const database = await openDatabase(args, terminal);
    const store = openStore({ databaseUrl: database.url });
    try {
      const found = await verifyAudit(store);
      terminal.out(json ? JSON.stringify(found, null, 2) : textOf(found));
      return found.faults.length === 0 ? EXIT.ok : EXIT.found;
    } finally {
      await store.close();
      await database.close();
    }
  },
});

function textOf({ seals, entries, newest, faults, unsealed, retired }: Verification): string {
  return [
    `${seals} seals, ${entries} entries`,
    ...(newest === undefined ? [] : [`Newest seal: ${newest}`]),
    ...(unsealed > 0 ? [`Not yet sealed: ${unsealed} entries; the next sweep seals them`] : []),
    ...(retired > 0 ? [`Retired: ${retired} entries, for which their seals stand`] : []),
    ...faults.map(({ kind, what }) => `${kind.toUpperCase()}: ${what}`),
    faults.length === 0 ? 'Nothing disagrees.' : `${faults.length} things disagree.`,
  ].join('\n');
}
