import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify, inspect } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreError } from '../../shared/errors.ts';
import { MIGRATIONS } from '../../shared/store/migrations/list.ts';
import { checkDatabase, migrate } from '../../shared/store/migrations/migrate.ts';
import { openUnits, type Units } from '../../shared/store/postgres/units.ts';
import { openStore } from '../../shared/store/postgres.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Waiting } from '../../shared/store/outbox.ts';
import { emptyDatabase, freshDatabase, query } from '../support/database.ts';
import { aFinding } from '../support/finding.ts';
import {
  ACCOUNT,
  LB,
  aDecision,
  aNotification,
  anOwned,
  aPart,
  aRecording,
  aSnapshot,
  aTaking,
  at,
} from './builders.ts';
import { proxyTo } from './proxy.ts';
import { storeOn } from './stores.ts';

describe('several instances', () => {
  it('record one event exactly once between them', async () => {
    const url = await emptyDatabase();
    const stores = await instances(url, 20);
    const recording = aRecording({
      findings: [aFinding({ id: 'F-1' })],
      notifications: [aNotification()],
      snapshots: [aSnapshot()],
      owned: [anOwned()],
      gone: [LB],
    });

    const answers = await Promise.all(stores.map((store) => store.record(recording)));

    expect(answers.filter((answer) => answer === 'recorded')).toHaveLength(1);
    expect(await query(url, 'select id from notifications')).toHaveLength(1);
  });

  it('settle a held event exactly once between them', async () => {
    const url = await emptyDatabase();
    const stores = await instances(url, 10);
    await stores[0]?.record(aRecording({ decision: { outcome: 'unverified' } }));

    const answers = await Promise.all(stores.map((store) => store.record(aRecording())));

    expect(answers.filter((answer) => answer === 'recorded')).toHaveLength(1);
  });

  it('never take the same message', async () => {
    const url = await emptyDatabase();
    const notifications = Array.from({ length: 40 }, (_, index) =>
      aNotification({ id: `N-${index}`, channel: `robot-${index % 2}` }),
    );
    await storeOn(url).record(aRecording({ findings: [aFinding({ id: 'F-1' })], notifications }));
    const senders = await instances(url, 4);
    const choose = ([first]: readonly Waiting[]) => first && { kind: first.kind, ids: first.ids.slice(0, 1) };

    const taken = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        Promise.resolve(senders[index % 4]?.take(aTaking({ channel: `robot-${index % 2}`, choose }))),
      ),
    );

    const ids = taken.flatMap((message) => message?.id ?? []);
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
  });

  it('open a story once between them: one is told at once, the others with its first update', async () => {
    const url = await emptyDatabase();
    const stores = await instances(url, 8);

    await Promise.all(
      stores.map((store, index) => {
        const [id, findingId] = [`N-${index}`, `F-${index}`];
        const notifications = [aNotification({ id, findingId, story: 'prod, rule, alice' })];
        const findings = [aFinding({ id: findingId, eventId: findingId })];
        return store.record(aRecording({ decision: { eventId: findingId }, findings, notifications }));
      }),
    );

    const rows = await query(url, 'select kind, count(*)::int as count from notifications group by kind order by kind');
    const [story] = await query(url, 'select findings from stories');
    expect(rows).toEqual([
      { kind: 'alert', count: 1 },
      { kind: 'update', count: 7 },
    ]);
    expect(story).toEqual({ findings: 8 });
  });

  it('close a channel once between them', async () => {
    const stores = await instances(await emptyDatabase(), 8);

    const answers = await Promise.all(stores.map((store) => store.closeChannel('dingtalk', 60_000, 'throttled')));

    expect(answers.filter((isNews) => isNews)).toHaveLength(1);
  });

  it('move a baseline once between them', async () => {
    const url = await emptyDatabase();
    const stores = await instances(url, 4);
    await stores[0]?.saveSnapshots([aSnapshot(), aSnapshot({ observedAt: at('08:10'), hash: 'h2' })]);
    await stores[0]?.record(aRecording({ decision: { outcome: 'ack-itself' }, touchedByAck: [LB] }));

    const moved = await Promise.all(stores.map((store) => store.advanceBaselines(ACCOUNT, at('12:00'))));

    expect(moved.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await query(url, 'select proven from baselines')).toEqual([{ proven: true }]);
  });

  it('take the same inventory without losing each other’s rows', async () => {
    const url = await emptyDatabase();
    const stores = await instances(url, 4);
    const resources = Array.from({ length: 3_000 }, (_, index) => anOwned({ id: `i-${index}` }));

    await Promise.all(
      stores.map((store, index) =>
        store.saveInventory(aPart({ resources: index % 2 ? resources : resources.toReversed() })),
      ),
    );

    expect(await stores[0]?.resourcesOf('c1')).toHaveLength(3_000);
  });

  it('run a transaction again that was the victim of a deadlock', async () => {
    const url = await emptyDatabase();
    await storeOn(url).saveInventory(aPart({ resources: [anOwned({ id: 'a' }), anOwned({ id: 'b' })] }));
    let arrived = 0;
    const both = async () => {
      arrived += 1;
      while (arrived < 2) await pause(5);
    };

    const runs = [
      ['a', 'b'],
      ['b', 'a'],
    ].map((ids) =>
      unitsOn(url).transact('lock both', async (db) => {
        for (const id of ids) {
          await db.updateTable('inventory').set({ stale: true }).where('id', '=', id).execute();
          await both();
        }
        return 'done';
      }),
    );

    expect(await Promise.all(runs)).toEqual(['done', 'done']);
  });
});

describe('a connection', () => {
  it('is one for each store, however many calls come at once', async () => {
    const url = await emptyDatabase();
    const store = storeOn(url);

    await Promise.all(Array.from({ length: 10 }, () => store.clusters(ACCOUNT)));

    const sessions = await query(
      url,
      "select pid from pg_stat_activity where application_name = 'ackwatch' and datname = current_database()",
    );
    expect(sessions).toHaveLength(1);
  });

  it('that the server ended between two calls is replaced within a second', async () => {
    const url = await emptyDatabase();
    const store = storeOn(url);
    await store.record(aRecording());
    await terminate(url);
    const start = Date.now();

    expect(await store.isDecided(aDecision())).toBe(true);
    expect(Date.now() - start).toBeLessThan(1_000);
  });

  it('that the server ends in the middle of a transaction is replaced, and the transaction run again', async () => {
    const url = await emptyDatabase();
    const store = storeOn(url);
    const blocker = unitsOn(url);
    await store.clusters(ACCOUNT);

    const { waiting } = await blocker.transact('hold the table', async (db) => {
      await sql`lock table decisions`.execute(db);
      const answer = store.record(aRecording({ owned: [anOwned()] }));
      while ((await terminate(url, "and wait_event_type = 'Lock'")) === 0) await pause(10);
      return { waiting: answer };
    });

    expect(await waiting).toBe('recorded');
    expect(await store.resourcesOf('c1')).toHaveLength(1);
  });

  it('that breaks while the commit is confirmed makes nobody record twice or take the own row for a duplicate', async () => {
    const url = await emptyDatabase();
    const network = await proxyTo(url);
    const store = storeOn(network.url);
    await store.clusters(ACCOUNT);
    network.cutOnAnswer('COMMIT');

    const answer = await store.record(
      aRecording({ findings: [aFinding({ id: 'F-1' })], notifications: [aNotification()] }),
    );

    expect(answer).toBe('recorded');
    expect(await query(url, 'select id from notifications')).toHaveLength(1);
  });

  it('that the network forgot while the instance was frozen is noticed and replaced', async () => {
    const network = await proxyTo(await emptyDatabase());
    let frozenMs = 0;
    const store = openStore({ databaseUrl: network.url, now: () => Date.now() + frozenMs });
    onTestFinished(() => store.close());
    await store.record(aRecording());

    network.forgetConnections();
    frozenMs = 15 * 60_000;
    const start = Date.now();

    expect(await store.isDecided(aDecision())).toBe(true);
    expect(Date.now() - start).toBeLessThan(1_500);
  });

  it('gives a statement three seconds', async () => {
    const url = await emptyDatabase();
    const store = storeOn(url);
    const blocker = unitsOn(url);

    const failure = await blocker.transact('hold the table', async (db) => {
      await sql`lock table decisions`.execute(db);
      return failureOf(store.isDecided(aDecision()));
    });

    expect(failure.message).toBe(
      'Expected the database to tell whether an event is decided, got 57014 canceling statement due to statement timeout',
    );
  });

  it('that the server never answers is given up after two seconds', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void silent.close());
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const start = Date.now();

    const failure = await failureOf(storeOn(`postgres://a:b@127.0.0.1:${port}/c`).clusters(ACCOUNT));

    expect(failure).toBeInstanceOf(StoreError);
    expect(Date.now() - start).toBeLessThan(2_900);
  });

  it('that is refused costs no time, and the error holds no password', async () => {
    const url = await emptyDatabase();
    const wrong = [
      'postgres://ackwatch:s3cret-word@127.0.0.1:1/postgres',
      url.replace(/:[^:@]*@/u, ':s3cret-word@'),
      'postgres://ackwatch:s3cret-word@[broken/postgres',
      'postgres://ackwatch:s3cret-word%zz@127.0.0.1:1/postgres',
    ];

    const failures = await Promise.all(wrong.map((each) => failureOf(storeOn(each).clusters(ACCOUNT))));

    for (const failure of failures) {
      expect(failure).toBeInstanceOf(StoreError);
      expect(failure.cause).toBeDefined();
      expect(inspect(failure, { depth: 9 })).not.toContain('s3cret-word');
    }
  });

  it('loads the driver only when it is used', async () => {
    const script = `
      import { createRequire } from 'node:module';
      import { openStore } from './shared/store/postgres.ts';
      const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes('/pg/'));
      const store = openStore({ databaseUrl: 'postgres://a:b@127.0.0.1:1/c' });
      const before = loaded();
      await store.clusters('1').catch(() => undefined);
      console.log(before, loaded());`;

    expect(await runScript(script)).toBe('false true\n');
  });
});

describe('migrations', () => {
  it('run once, however often they are asked for', async () => {
    const url = await freshDatabase({ empty: true });

    const first = await migrate(url);
    const second = await migrate(url);

    expect([first, second]).toEqual([Object.keys(MIGRATIONS), []]);
  });

  it('run once when several processes ask at once', async () => {
    const url = await freshDatabase({ empty: true });
    const script = `
      import { migrate } from './shared/store/migrations/migrate.ts';
      console.log((await migrate(process.env.URL)).join());`;

    const answers = await Promise.all([1, 2].map(() => runScript(script, { URL: url })));

    expect(answers.toSorted()).toEqual(['\n', `${Object.keys(MIGRATIONS).join(',')}\n`]);
  });

  it('run within the first call of a store that may migrate', async () => {
    const url = await freshDatabase({ empty: true });
    const stores = [0, 1].map(() => openStore({ databaseUrl: url, migrate: true }));
    onTestFinished(async () => void (await Promise.all(stores.map((store) => store.close()))));

    expect(await Promise.all(stores.map((store) => store.clusters(ACCOUNT)))).toEqual([[], []]);
  });

  it('are asked for by name when they are missing', async () => {
    const url = await freshDatabase({ empty: true });

    const failures = [await failureOf(storeOn(url).clusters(ACCOUNT)), await failureOf(checkDatabase(url))];

    for (const failure of failures) {
      expect(failure).toBeInstanceOf(StoreError);
      expect(failure.message).toContain('run ackwatch migrate');
    }
  });

  it('of a newer version are left alone', async () => {
    const url = await freshDatabase();
    await query(url, "insert into ackwatch_migration values ('9999-later', '2030-01-01')");

    expect(await migrate(url)).toEqual([]);
    await expect(checkDatabase(url)).resolves.toBeUndefined();
    expect(await storeOn(url).clusters(ACCOUNT)).toEqual([]);
  });

  it('give account and region to every table that is about a resource of a region', async () => {
    const url = await freshDatabase();

    const rows = await query(
      url,
      `select table_name from information_schema.tables t where table_schema = 'public' and not exists (
         select 1 from information_schema.columns c
         where c.table_name = t.table_name and c.column_name in ('account_id', 'region') having count(*) = 2)
       order by table_name`,
    );

    const without = rows.map((row) => row['table_name']);
    expect(without).toEqual([
      'ackwatch_migration',
      'ackwatch_migration_lock',
      'audit_entries',
      'audit_seals',
      'automation',
      'channels',
      'leases',
      'marks',
      'posts',
      'review_entries',
      'review_refusals',
      'review_sessions',
      'review_tokens',
      'set_aside',
      'suppressions',
      'trusts',
      'unowned',
    ]);
  });
});

describe('rows that only a person reads', () => {
  it('hold a record set aside once, with its hostile characters replaced', async () => {
    const url = await emptyDatabase();
    const store = storeOn(url);

    await store.setAside({ raw: '{"a\0": \uD800', reason: 'no JSON', at: at('08:00') });
    await store.setAside({ raw: '{"a\0": \uD800', reason: 'no JSON', at: at('09:00') });

    expect(await query(url, 'select raw, at from set_aside')).toEqual([{ raw: '{"a\uFFFD": \uFFFD', at: at('08:00') }]);
  });

  it('say which part of the inventory is stale', async () => {
    const url = await emptyDatabase();
    const store = storeOn(url);
    await store.saveInventory(aPart({ resources: [anOwned(), anOwned({ id: 'i-2' })] }));

    await store.saveInventory(aPart({ complete: false, at: at('07:10') }));

    const rows = await query(url, 'select id, stale from inventory order by id');
    expect(rows).toEqual([
      { id: 'i-1', stale: false },
      { id: 'i-2', stale: true },
    ]);
  });

  it('say why a notification was not delivered', async () => {
    const url = await emptyDatabase();
    const store = storeOn(url);
    await store.record(aRecording({ findings: [aFinding({ id: 'F-1' })], notifications: [aNotification()] }));
    const message = await store.take(aTaking());

    if (message) await store.settle(message, { state: 'abandoned', why: 'the robot was removed' });

    expect(await query(url, 'select state, last_why, attempts from notifications')).toEqual([
      { state: 'abandoned', last_why: 'the robot was removed', attempts: 1 },
    ]);
  });
});

/** Stores that are connected already, so that what they do next they do at once. */
async function instances(databaseUrl: string, count: number): Promise<readonly Store[]> {
  const stores = Array.from({ length: count }, () => storeOn(databaseUrl));
  await Promise.all(stores.map((store) => store.clusters(ACCOUNT)));
  return stores;
}

function unitsOn(databaseUrl: string): Units {
  const units = openUnits({ databaseUrl, statementTimeoutMs: 10_000, now: Date.now });
  onTestFinished(() => units.close());
  return units;
}

/** Ends the sessions of stores on the database; how many there were. */
async function terminate(url: string, narrowed = ''): Promise<number> {
  const ended = await query(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'ackwatch' and datname = current_database() ${narrowed}`,
  );
  return ended.length;
}

async function failureOf(work: Promise<unknown>): Promise<Error> {
  const settled = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (settled instanceof Error) return settled;
  throw new Error('Expected a failure, got none');
}

async function runScript(script: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const flags = ['--import', 'tsx', '--input-type=module', '-e', script];
  const { stdout } = await promisify(execFile)(process.execPath, flags, { env: { ...process.env, ...env } });
  return stdout;
}
