import { defineCommand, EXIT } from '../command.ts';
import { csvLine } from '../../review/csv.ts';
import { DATABASE_ARGS } from '../database.ts';
import { FORMS } from '../export-forms.ts';
import { FINDING_ARGS, filterOf } from '../finding-filter.ts';
import { withReviewStore } from '../review-store.ts';

export const exportCommand = defineCommand({
  name: 'export',
  description: 'Writes every finding, or every decision, as JSON Lines or CSV, the newest first, without a limit.',
  args: {
    what: { type: 'enum', options: ['findings', 'decisions'], default: 'findings', description: 'What to write' },
    format: { type: 'enum', options: ['jsonl', 'csv'], default: 'jsonl', description: 'How' },
    ...FINDING_ARGS,
    ...DATABASE_ARGS,
  },
  examples: [
    ['ackwatch export --since 30d > findings.jsonl', 'a month of findings, one object a line'],
    ['ackwatch export --what decisions --format csv > decisions.csv', 'what became of every event, and why'],
  ],
  run: async (args, terminal) =>
    withReviewStore(args, terminal, async (store) => {
      const form = FORMS[args.what];
      const isCsv = args.format === 'csv' && !args.json;
      if (isCsv) terminal.out(csvLine(form.head));
      const filter = await filterOf(args, store);
      for await (const record of form.records(store, filter)) {
        if (terminal.signal.aborted) return EXIT.interrupted;
        terminal.out(isCsv ? csvLine(form.head.map((name) => record.cells[name])) : JSON.stringify(record.whole));
        await terminal.drained?.();
      }
      return EXIT.ok;
    }),
});
