import type { OperationTable } from '../shared/model/operation.ts';
import type { Rule } from '../shared/model/rule.ts';

/** The README's table: each rule with its rows, severity and the number of API actions that can raise it. */
export function coverageTable(tables: readonly OperationTable[], catalogue: readonly Rule[]): string {
  const lines = catalogue.map(({ id, rows, severity, effects, title }) => {
    const actions = tables.flatMap((table) =>
      Object.values(table.actions).filter((touches) => touches.some(({ effect }) => effects.includes(effect))),
    );
    return `| ${rows.join(' ')} | \`${id}\` | ${severity} | ${title.en} | ${actions.length} |`;
  });
  const total = tables.reduce((sum, { actions }) => sum + Object.keys(actions).length, 0);
  return [
    `${total} actions of ${tables.length} services stand in the tables; ${catalogue.length} rules speak of their effects.`,
    '',
    '| row | rule | severity | what happened | actions with such an effect |',
    '| --- | --- | --- | --- | ---: |',
    ...lines,
  ].join('\n');
}

/** Puts the text between the README's two marks. */
export function between(readme: string, mark: string, text: string): string {
  const [start, end] = [`<!-- ${mark}: generated -->`, `<!-- /${mark} -->`];
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`Expected the README to have ${start} and ${end}`);
  return `${readme.slice(0, from + start.length)}\n\n${text}\n\n${readme.slice(to)}`;
}
