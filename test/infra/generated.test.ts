import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { between, coverageTable } from '../../infra/coverage.ts';
import { severityTable } from '../../infra/severities.ts';
import { eventFilter } from '../../infra/event-filter.ts';
import { ramPolicy } from '../../infra/ram-policy.ts';
import { PERMISSIONS } from '../../shared/cloud/permissions.ts';
import { tables } from '../../shared/operations/tables.ts';
import { catalogue } from '../../shared/rules/catalogue.ts';

describe('generated files (npm run generate)', () => {
  it('has a current event filter', () => {
    expect(JSON.parse(readFileSync('infra/event-filter.json', 'utf8'))).toEqual(eventFilter(tables));
  });

  it('has a current coverage table in the README', () => {
    const readme = readFileSync('README.md', 'utf8');

    expect(between(readme, 'coverage', coverageTable(tables, catalogue))).toBe(readme);
    expect(between(readme, 'severities', severityTable(catalogue))).toBe(readme);
  });

  it('has a current RAM policy', () => {
    expect(JSON.parse(readFileSync('infra/ram-policy.json', 'utf8'))).toEqual(ramPolicy(PERMISSIONS, tables));
  });

  it('asks for nothing that writes', () => {
    expect(PERMISSIONS.map(({ ramAction }) => ramAction)).toEqual(
      PERMISSIONS.map(() => expect.stringMatching(/^[a-z]+:(?:Describe|List|Get|Lookup)/u) as string),
    );
  });

  it('keeps the filter under the size of one EventBridge field', () => {
    expect(JSON.stringify(eventFilter(tables)).length).toBeLessThan(2048);
  });
});
