import type { Source } from '../shared/model/event.ts';
import type { OperationTable } from '../shared/model/operation.ts';
import type { Rule } from '../shared/model/rule.ts';
import type { Row } from '../shared/rules/row.ts';
import { ROWS, sightOf } from '../shared/rules/rows.ts';

const SHOWN_BY: Readonly<Record<Source, string>> = {
  actiontrail: 'ActionTrail',
  'kubernetes-audit': 'Kubernetes audit',
  'node-probe': 'node',
  sweep: 'sweep',
};

/**
 * The README's table: every row of the manual, where it can be seen, the rules that watch it with their severity and
 * the number of API actions that can raise them.
 */
export function coverageTable(tables: readonly OperationTable[], catalogue: readonly Rule[]): string {
  const total = tables.reduce((sum, { actions }) => sum + Object.keys(actions).length, 0);
  const watched = ROWS.filter((row) => sightOf(row, catalogue).sight === 'watched').length;
  return [
    `${watched} of ${ROWS.length} rows are watched: ${total} actions of ${tables.length} services stand in the tables; ${catalogue.length} rules speak of their effects.`,
    'Where ActionTrail is one source of several, ackwatch sees what goes through the cloud API; the rest is not yet seen.',
    '',
    '| row | what the manual warns of | can be seen in | rule | severity | actions with such an effect |',
    '| --- | --- | --- | --- | --- | ---: |',
    ...ROWS.flatMap((row) => linesOf(row, tables, catalogue)),
  ].join('\n');
}

function linesOf(row: Row, tables: readonly OperationTable[], catalogue: readonly Rule[]): readonly string[] {
  const begin = `| ${row.id} | ${row.title.en} | ${row.evidence.map((source) => SHOWN_BY[source]).join(', ') || 'nothing'}`;
  const seen = sightOf(row, catalogue);
  if (seen.sight !== 'watched') return [`${begin} | ${seen.sight === 'not-yet' ? 'not yet' : 'cannot be seen'} | | |`];
  return seen.rules.map(({ id, severity, effects }) => {
    const actions = tables.flatMap((table) =>
      Object.values(table.actions).filter((touches) => touches.some(({ effect }) => effects.includes(effect))),
    );
    return `${begin} | \`${id}\` | ${severity} | ${actions.length} |`;
  });
}

/** Puts the text between the README's two marks. */
export function between(readme: string, mark: string, text: string): string {
  const [start, end] = [`<!-- ${mark}: generated -->`, `<!-- /${mark} -->`];
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`Expected the README to have ${start} and ${end}`);
  return `${readme.slice(0, from + start.length)}\n\n${text}\n\n${readme.slice(to)}`;
}
