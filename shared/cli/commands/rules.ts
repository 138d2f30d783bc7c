import { catalogue } from '../../rules/catalogue.ts';
import { defineCommand, EXIT } from '../command.ts';
import { inColumns } from '../table.ts';

export const rules = defineCommand({
  name: 'rules',
  description: 'Lists the rules: which rows of the manual they stand for, how severe they are, what they say.',
  args: {
    row: { type: 'string', description: 'Only rules of this row, such as R02' },
    language: { type: 'enum', options: ['en', 'zh', 'ja'], default: 'en', description: 'Language of the texts' },
  },
  examples: [
    ['ackwatch rules', 'every rule in one table'],
    ['ackwatch rules --row R02 --language zh --json', 'one row, whole, in Chinese'],
  ],
  run: ({ row, language, json }, { out }) => {
    const wanted = catalogue.filter((rule) => row === undefined || rule.rows.includes(row.toUpperCase()));
    if (json) {
      const whole = wanted.map(({ id, rows, severity, roles, effects, title, impact, recovery }) => ({
        id,
        rows,
        severity,
        roles,
        effects,
        title: title[language],
        impact: impact[language],
        recovery: recovery.map((step) => step[language]),
      }));
      out(JSON.stringify(whole, null, 2));
    } else {
      const lines = wanted.map(({ id, rows, severity, title }) => [rows.join(' '), severity, id, title[language]]);
      out(inColumns(['rows', 'severity', 'rule', 'what happened'], lines));
    }
    return Promise.resolve(wanted.length > 0 ? EXIT.ok : EXIT.found);
  },
});
