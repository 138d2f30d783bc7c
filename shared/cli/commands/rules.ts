import type { Source } from '../../model/event.ts';
import type { Rule } from '../../model/rule.ts';
import type { Language } from '../../model/text.ts';
import { catalogue } from '../../rules/catalogue.ts';
import type { Row } from '../../rules/row.ts';
import { ROWS, sightOf } from '../../rules/rows.ts';
import { defineCommand, EXIT } from '../command.ts';
import { inColumns } from '../table.ts';

export const rules = defineCommand({
  name: 'rules',
  description: 'Lists the rules, or with --rows every row of the manual and whether ackwatch sees it today.',
  args: {
    row: { type: 'string', description: 'Only what is about this row, such as R02' },
    rows: { type: 'boolean', default: false, description: 'The rows of the manual in place of the rules' },
    language: { type: 'enum', options: ['en', 'zh', 'ja'], default: 'en', description: 'Language of the texts' },
  },
  examples: [
    ['ackwatch rules', 'every rule in one table'],
    ['ackwatch rules --row R02 --language zh --json', 'one row, whole, in Chinese'],
    ['ackwatch rules --rows', 'what the manual warns of, and what is not yet seen'],
  ],
  run: ({ row, rows, language, json }, { out }) => {
    const id = row?.toUpperCase();
    if (rows) {
      const wanted = ROWS.filter((one) => id === undefined || one.id === id);
      out(json ? asJson(wanted.map((one) => rowJson(one, language))) : rowTable(wanted, language));
      return Promise.resolve(wanted.length > 0 ? EXIT.ok : EXIT.found);
    }
    const wanted = catalogue.filter((rule) => id === undefined || rule.rows.includes(id));
    if (json) out(asJson(wanted.map((rule) => ruleJson(rule, language))));
    else {
      const lines = wanted.map((rule) => [rule.rows.join(' '), rule.severity, rule.id, rule.title[language]]);
      out(inColumns(['rows', 'severity', 'rule', 'what happened'], lines));
      if (id === undefined) out(`\n${unseen()} ackwatch rules --rows lists every row of the manual.`);
    }
    return Promise.resolve(wanted.length > 0 ? EXIT.ok : EXIT.found);
  },
});

const SHOWN_BY: Readonly<Record<Source, string>> = {
  actiontrail: 'ActionTrail',
  'kubernetes-audit': 'Kubernetes audit',
  'node-probe': 'node',
  sweep: 'sweep',
};

function rowTable(rows: readonly Row[], language: Language): string {
  const lines = rows.map((row) => [
    row.id,
    today(row),
    row.evidence.map((one) => SHOWN_BY[one]).join(', '),
    row.title[language],
  ]);
  return inColumns(['row', 'today', 'can be seen in', 'what the manual warns of'], lines);
}

function today(row: Row): string {
  const seen = sightOf(row, catalogue);
  switch (seen.sight) {
    case 'watched':
      return `watched by ${seen.rules.length} ${seen.rules.length === 1 ? 'rule' : 'rules'}`;
    case 'not-yet':
      return 'not yet';
    case 'unobservable':
      return 'cannot be seen';
  }
}

function unseen(): string {
  const ids = ROWS.filter((row) => sightOf(row, catalogue).sight !== 'watched').map(({ id }) => id);
  return `Not seen yet: ${ids.join(', ')}.`;
}

function rowJson(row: Row, language: Language) {
  const seen = sightOf(row, catalogue);
  const watching = seen.sight === 'watched' ? seen.rules.map(({ id }) => id) : [];
  return { id: row.id, title: row.title[language], evidence: row.evidence, sight: seen.sight, rules: watching };
}

function ruleJson({ id, rows, severity, roles, effects, title, impact, recovery }: Rule, language: Language) {
  return {
    id,
    rows,
    severity,
    roles,
    effects,
    title: title[language],
    impact: impact[language],
    recovery: recovery.map((step) => step[language]),
  };
}

function asJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
