import { DATABASE_ARGS, openDatabase } from '../database.ts';
import { defineCommand, EXIT } from '../command.ts';

export const migrate = defineCommand({
  name: 'migrate',
  description:
    'Brings the tables up to this version. It only adds: functions of the version before go on working beside it. The sweep does the same by itself.',
  args: {
    ...DATABASE_ARGS,
    check: { type: 'boolean', default: false, description: 'Change nothing; exit with 1 when something is missing' },
  },
  examples: [
    ['ackwatch migrate --check', 'whether anything is missing'],
    ['ackwatch migrate --database "$DATABASE_URL"', 'before a new version is deployed'],
  ],
  run: async (args, terminal) => {
    const database = await openDatabase(args, terminal);
    try {
      const names = args.check
        ? await (await import('../migrate/missing.ts')).missingIn(database.url)
        : await (await import('../../store/migrations/migrate.ts')).migrate(database.url);
      if (args.json) terminal.out(JSON.stringify({ [args.check ? 'missing' : 'ran']: names }));
      else
        terminal.out(
          names.length === 0 ? 'The tables are up to date.' : `${args.check ? 'Missing' : 'Ran'}: ${names.join(', ')}`,
        );
      return args.check && names.length > 0 ? EXIT.found : EXIT.ok;
    } finally {
      await database.close();
    }
  },
});
