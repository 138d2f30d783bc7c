import { ACCOUNT_ARGS } from '../account.ts';
import { defineCommand, EXIT } from '../command.ts';
import { FOLDER } from '../database.ts';

export const explain = defineCommand({
  name: 'explain',
  description:
    'Walks one event through its path and says what each step decides and why. Nothing is written, nobody is told.',
  args: {
    event: { type: 'positional', required: true, description: 'Event id, or a file with one event or more' },
    ...ACCOUNT_ARGS,
    offline: {
      type: 'boolean',
      default: false,
      description: 'Only what needs neither account nor database: how the record is read and what the tables say',
    },
    database: {
      type: 'string',
      description: 'memory (nothing is known from before), embedded, or postgres://…; else DATABASE_URL, else memory',
    },
    folder: { type: 'string', default: FOLDER, description: 'Folder of the embedded database' },
  },
  examples: [
    ['ackwatch explain 8D3C56E2-0B4B-5A4D-9F2B-1C0E7C0F9A11', 'why was (or was not) this told?'],
    ['ackwatch explain event.json --offline', 'how a record is read'],
    ['ackwatch explain event.json --json', 'everything, for a program'],
  ],
  run: async (args, terminal) => {
    const { runExplain } = await import('../run-explain.ts');
    const found = await runExplain(args, terminal);
    if (found.length === 0) {
      terminal.err(`Neither a file nor the database nor the trail of the last 90 days has ${args.event}.`);
      return EXIT.found;
    }
    const { explanationLines } = await import('../../explain/lines.ts');
    if (args.json) terminal.out(JSON.stringify(found, null, 2));
    else terminal.out(found.map((one) => explanationLines(one).join('\n')).join('\n\n'));
    return EXIT.ok;
  },
});
