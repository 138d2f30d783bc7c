import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../shared/store/postgres.ts';
import { createDatabase } from '../support/database.ts';
import { fillAccount, HOSTILE, recordFinding } from './support/account.ts';
import { reviewOf } from './support/page.ts';

let url: string;
beforeAll(async () => {
  const database = await createDatabase();
  url = database.url;
  await fillAccount(url);
  const store = openStore({ databaseUrl: url });
  const actor = { type: 'ram-user', name: '=HYPERLINK("http://x")', standing: 'outsider' } as const;
  await recordFinding(store, { id: 'formula', actor, severity: 'low', region: 'cn-beijing' });
  await store.close();
  return database.drop;
});

async function exportOf(path: string, about: Parameters<typeof reviewOf>[1] = {}) {
  const { app } = reviewOf(url, about);
  const response = await app.request(`http://localhost${path}`);
  // Not text(): it swallows the byte order mark.
  return { text: Buffer.from(await response.arrayBuffer()).toString(), headers: response.headers };
}

describe('an export', () => {
  it('holds as JSON Lines exactly what is filtered, whole', async () => {
    const { text, headers } = await exportOf('/findings.jsonl?severity=critical&status=new');

    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({
      id: 'a11ce0000000000000000001',
      severity: 'critical',
      restore: { possible: true },
    });
    expect(headers.get('content-disposition')).toContain('ackwatch-findings-2026-11-24.jsonl');
  });

  it('holds as CSV one line each, every cell where it belongs', async () => {
    const { text } = await exportOf('/findings.csv?resource=asg-1');

    const [head = '', line = '', ...rest] = text.slice(1).split('\r\n');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(rest).toEqual(['']);
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, a, b]) =>
      (a ?? b ?? '').replaceAll('""', '"'),
    );
    expect(Object.fromEntries(head.split(',').map((name, at) => [name, cells[at]]))).toMatchObject({
      id: 'bad0000000000000000000002',
      actor: HOSTILE,
      rows: 'R29',
      resources: 'ess.scaling-group asg-1',
    });
  });

  it('gives no spreadsheet a formula', async () => {
    const { text } = await exportOf('/findings.csv?region=cn-beijing');

    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it('is complete however many there are, and says so in its name where it is bounded', async () => {
    const whole = await exportOf('/findings.csv');
    const bounded = await exportOf('/findings.csv?order=severity', { exportLimit: 10 });
    const enough = await exportOf('/findings.csv?severity=critical', { exportLimit: 10 });

    expect(whole.text.trim().split('\r\n')).toHaveLength(44);
    expect(bounded.text.trim().split('\r\n')).toHaveLength(11);
    expect(bounded.headers.get('content-disposition')).toContain('-first-10.csv');
    expect(enough.headers.get('content-disposition')).not.toContain('first');
  });

  it('ends with an error where the database goes away meanwhile, instead of looking whole', async () => {
    const { app, store } = reviewOf(url);
    await store.openCounts();

    const response = await app.request('http://localhost/findings.csv');
    await store.close();

    await expect(response.text()).rejects.toThrow('Expected the database to list findings');
  });
});
