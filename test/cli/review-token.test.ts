import { describe, expect, it } from 'vitest';
import { digestOf } from '../../shared/review/access/secret.ts';
import { emptyDatabase, query } from '../support/database.ts';
import { said } from './said.ts';

async function open() {
  const environment = { DATABASE_URL: await emptyDatabase() };
  return {
    url: environment.DATABASE_URL,
    run: (...args: string[]) => said(['review-token', ...args], { environment }),
  };
}

describe('ackwatch review-token', () => {
  it('prints a token once, and keeps only its digest', async () => {
    const { url, run } = await open();

    const { code, out, err } = await run('--name', 'alice@example.com', '--role', 'reviewer', '--days', '7');

    expect(code).toBe(0);
    expect(out).toMatch(/^ackw_[\w-]{43}$/u);
    expect(err).toContain('alice@example.com, reviewer, valid for 7 days');
    expect(err).not.toContain(out);
    expect(await query(url, 'select digest, role from review_tokens')).toEqual([
      { digest: digestOf(out), role: 'reviewer' },
    ]);
  });

  it('lists who has one, and revokes it', async () => {
    const { run } = await open();
    const { out: issued } = await run('--name', 'alice', '--json');
    const { id } = JSON.parse(issued) as { id: string };

    const revoked = await run('--revoke', id);
    const { out: list } = await run('--list');

    expect(revoked.code).toBe(0);
    expect(list).toMatch(new RegExp(`${id}\\s+alice\\s+viewer\\s+revoked`, 'u'));
  });

  it.each([
    [[]],
    [['--name', ' ']],
    [['--name', 'a', '--days', '0']],
    [['--name', 'a', '--days', 'x']],
    [['--name', 'a', '--role', 'admin']],
  ])('issues nothing when it is asked wrongly: %j', async (args) => {
    const { url, run } = await open();

    expect((await run(...args)).code).toBe(2);
    expect(await query(url, 'select 1 from review_tokens')).toEqual([]);
  });

  it('says so when there is no token to revoke', async () => {
    const { run } = await open();

    expect(await run('--revoke', 'nobody')).toMatchObject({ code: 1, err: 'There is no token nobody.' });
  });
});
