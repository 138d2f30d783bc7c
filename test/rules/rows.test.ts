import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/rules/catalogue.ts';
import { ROWS, sightOf } from '../../shared/rules/rows.ts';

describe('the rows of the manual', () => {
  const ids = ROWS.map(({ id }) => id);

  it('are R01 to R58 and U01 to U17, each once and in order, and then what is not on the page', () => {
    const numbered = (letter: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);

    const onThePage = ids.filter((id) => !id.startsWith('E'));

    expect(onThePage).toEqual([...numbered('R', 58), ...numbered('U', 17)]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('hold every row that a rule names', () => {
    const named = new Set(catalogue.flatMap(({ rows }) => rows));

    expect([...named].filter((row) => !ids.includes(row))).toEqual([]);
  });

  it('have a title of their own in each language', () => {
    for (const language of ['en', 'zh', 'ja'] as const) {
      const titles = ROWS.map(({ title }) => title[language]);

      expect(new Set(titles).size).toBe(ROWS.length);
      expect(titles).not.toContain('');
    }
  });

  it('are watched wherever ActionTrail shows them, not yet where only others do, and never where nothing does', () => {
    const sights = ROWS.map(
      (row) => [row.evidence.includes('actiontrail'), row.evidence.length, sightOf(row, catalogue)] as const,
    );

    for (const [inTrail, sources, { sight }] of sights) {
      expect(sight).toBe(inTrail ? 'watched' : sources > 0 ? 'not-yet' : 'unobservable');
    }
  });

  it('are not seen yet where Kubernetes alone tells', () => {
    const unseen = ROWS.filter((row) => sightOf(row, catalogue).sight !== 'watched').map(({ id }) => id);

    expect(unseen.join(' ')).toBe('R24 R26 R41 R46 R47 R48 R57 U01 U03 U06 U09 U11 U13 U15 U16 U17');
  });
});
