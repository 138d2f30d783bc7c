import { expect, it } from 'vitest';
import { findingLine, findingsTable } from '../../shared/cli/findings-table.ts';
import { aFinding } from '../support/finding.ts';

const OTHER = '1000000000000002';

it('names the accounts of findings where there are several', () => {
  const [one, several] = [[aFinding()], [aFinding(), aFinding({ accountId: OTHER })]].map((findings) =>
    findingsTable(findings, 'en').split('\n'),
  );

  expect(one?.[0]).toMatch(/^when \(UTC\)/u);
  expect(several?.map((line) => line.slice(0, 16).trim())).toEqual([
    'account',
    '----------------',
    aFinding().accountId,
    OTHER,
  ]);
});

it('names the account in a line of its own where several are watched', () => {
  expect(findingLine(aFinding({ accountId: OTHER }), 'en', true)).toContain(`of prod in account ${OTHER}, `);
  expect(findingLine(aFinding(), 'en')).toContain('of prod, ');
});
