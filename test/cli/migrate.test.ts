import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../shared/store/migrations/list.ts';
import { freshDatabase, query } from '../support/database.ts';
import { said } from './said.ts';

const ALL = Object.keys(MIGRATIONS);

describe('ackwatch migrate', () => {
  it('says what is missing, brings an empty database up to date, and then has nothing to do', async () => {
    const environment = { DATABASE_URL: await freshDatabase({ empty: true }) };

    const before = await said(['migrate', '--check'], { environment });
    const first = await said(['migrate'], { environment });
    const second = await said(['migrate', '--json'], { environment });
    const after = await said(['migrate', '--check'], { environment });

    expect(before).toMatchObject({ code: 1, out: `Missing: ${ALL.join(', ')}` });
    expect(first).toMatchObject({ code: 0, out: `Ran: ${ALL.join(', ')}` });
    expect(second).toMatchObject({ code: 0, out: '{"ran":[]}' });
    expect(after).toMatchObject({ code: 0, out: 'The tables are up to date.' });
  });

  it('leaves the tables of a newer version as they are', async () => {
    const databaseUrl = await freshDatabase();
    await query(databaseUrl, `insert into ackwatch_migration (name, timestamp) values ('9999-from-tomorrow', 'now')`);

    const { code, out } = await said(['migrate', '--database', databaseUrl]);

    expect({ code, out }).toEqual({ code: 0, out: 'The tables are up to date.' });
  });

  it('changes nothing when it only checks', async () => {
    const databaseUrl = await freshDatabase({ empty: true });

    await said(['migrate', '--check', '--database', databaseUrl]);

    expect(await query(databaseUrl, `select tablename from pg_tables where schemaname = 'public'`)).toEqual([]);
  });

  it.each([
    ['a database that does not answer', ['--database', 'postgres://ackwatch:hunter2@127.0.0.1:9/x'], 3],
    ['an address that is none', ['--database', 'mysql://x'], 2],
  ])('refuses %s, without telling the password', async (_, options, expected) => {
    const { code, err } = await said(['migrate', ...options]);

    expect(code).toBe(expected);
    expect(err).not.toBe('');
    expect(err).not.toContain('hunter2');
  });
});
