import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadConfig, readConfig } from '../../shared/config.ts';

/** The accounts of a file with this text. */
async function inFile(text: string, environment: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ackwatch-accounts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'ackwatch.yaml');
  writeFileSync(path, text);
  return (await loadConfig({ ...environment, ACKWATCH_CONFIG: path })).accounts;
}

describe('accounts that are watched from another one', () => {
  it('are none unless they are named', () => {
    expect(readConfig({}).accounts).toEqual([]);
  });

  it('are named by a variable, with their role where it has another name', () => {
    const { accounts } = readConfig({ ACKWATCH_ACCOUNTS: ' 1000000000000002, 1000000000000003 = audit-reader,' });

    expect(accounts).toEqual([
      { id: '1000000000000002', role: 'ackwatch-reader' },
      { id: '1000000000000003', role: 'audit-reader' },
    ]);
  });

  it.each([
    ['an id that is none', 'shop', 'account ids of 16 digits'],
    ['an id that is too short', '1000000000000002,123', 'account ids of 16 digits'],
    ['an ARN', '1000000000000002=acs:ram::1000000000000002:role/x', 'the name of a role'],
    ['a role without a name', '1000000000000002=', 'the name of a role'],
    ['an account twice', '1000000000000002,1000000000000002=other', 'each account once'],
  ])('are refused in a variable: %s', (_, value, expected) => {
    expect(() => readConfig({ ACKWATCH_ACCOUNTS: value })).toThrow(`ACKWATCH_ACCOUNTS: Expected ${expected}`);
  });

  it('are named by the file, and the variable holds where both name some', async () => {
    const text = `accounts: [{ id: '1000000000000002' }, { id: '1000000000000003', role: audit-reader }]`;

    expect(await inFile(text)).toEqual([
      { id: '1000000000000002', role: 'ackwatch-reader' },
      { id: '1000000000000003', role: 'audit-reader' },
    ]);
    expect(await inFile(text, { ACKWATCH_ACCOUNTS: '1000000000000004' })).toEqual([
      { id: '1000000000000004', role: 'ackwatch-reader' },
    ]);
  });

  it.each([
    [
      'an id without quotes',
      '{ id: 1000000000000002 }',
      'accounts.0.id: Expected an account id as text, between quotes',
    ],
    ['an id that is none', '{ id: shop }', 'accounts.0.id: Expected an account id of 16 digits'],
    ['an ARN', `{ id: '1000000000000002', role: 'acs:ram::1:role/x' }`, 'accounts.0.role: Expected the name of a role'],
    [
      'an account twice',
      `{ id: '1000000000000002' }, { id: '1000000000000002' }`,
      'accounts: Expected each account once',
    ],
    ['a key that there is not', `{ id: '1000000000000002', arn: x }`, 'accounts.0.arn: unknown, perhaps misspelt'],
  ])('are refused in the file: %s', async (_, account, expected) => {
    await expect(inFile(`accounts: [${account}]`)).rejects.toThrow(expected);
  });
});

describe('accounts that a route, a suppression or automation is limited to', () => {
  it.each([
    ['routes: [{ when: { accounts: [1000000000000002] }, to: [email] }]', 'routes.0.when.accounts.0'],
    [
      "suppressions: [{ what: { accounts: ['shop'] }, why: w, by: b, until: '2026-12-01T08:00:00+08:00' }]",
      'suppressions.0.what.accounts.0',
    ],
    [
      'automation: [{ actor: { type: ram-user, name: a }, accounts: [], clusters: [c], rows: [R40], why: w, by: b }]',
      'automation.0.accounts',
    ],
  ])('are ids between quotes, at least one: %s', async (text, place) => {
    await expect(inFile(text)).rejects.toThrow(place);
  });
});
