import { describe, expect, it } from 'vitest';
import { demoAccount } from '../../../../infra/local/demo/account.ts';
import { sectionsOf } from '../../../../infra/local/start/scenario/sections.ts';
import type { News } from '../../../../infra/local/start/step.ts';
import { catalogue } from '../../../../shared/rules/catalogue.ts';
import { ROWS, sightOf } from '../../../../shared/rules/rows.ts';

/** Rows that can stand in a finding, but never first, and why. */
const NEVER_FIRST: Readonly<Record<string, string>> = {
  R21: "A master that joins or leaves is a changed API server's load balancer (R02), or a released master (R14): rules of one role, which go before the rule of two",
};

const rows = ROWS.filter(({ evidence }) => evidence.includes('actiontrail'));
const news = sectionsOf(demoAccount(), true).flatMap(([, plays]) => plays.map(({ expected }) => expected));

function leads({ id }: { readonly id: string }): boolean {
  return news.some((one) => one.news !== 'silence' && one.row === id);
}

function also(one: News): readonly string[] {
  return one.news === 'alert' ? (one.also ?? []) : [];
}

describe('the scenario with everything', () => {
  it('has a step that leads to every row that ActionTrail can show', () => {
    const missing = rows.filter((row) => !leads(row)).map(({ id }) => id);

    expect(missing).toEqual(Object.keys(NEVER_FIRST));
  });

  it('shows the rows that never stand first beside another', () => {
    const besides = news.flatMap(also);

    expect(Object.keys(NEVER_FIRST).filter((id) => !besides.includes(id))).toEqual([]);
  });

  it('names no row but those that some rule watches', () => {
    const watched = ROWS.filter((row) => sightOf(row, catalogue).sight === 'watched').map(({ id }) => id);
    const named = news.flatMap((one) => (one.news === 'silence' ? [] : [one.row, ...also(one)]));

    expect(named.filter((id) => !watched.includes(id))).toEqual([]);
  });

  it('gives every step a title of its own', () => {
    const titles = sectionsOf(demoAccount(), true).flatMap(([, plays]) => plays.map(({ title }) => title));

    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });
});
