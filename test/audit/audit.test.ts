import { describe, expect, it, onTestFinished } from 'vitest';
import { sealAudit } from '../../shared/audit/seal.ts';
import { verifyAudit } from '../../shared/audit/verify.ts';
import { openStore } from '../../shared/store/postgres.ts';
import { emptyDatabase, freshDatabase, query } from '../support/database.ts';
import { aFinding } from '../support/finding.ts';
import { aNotification, aRecording, at, LB } from '../store/builders.ts';

/** A store with that many decisions, written down and sealed two at a time. */
async function anAudit(decisions = 5, databaseUrl?: string) {
  const url = databaseUrl ?? (await emptyDatabase());
  const store = openStore({ databaseUrl: url });
  onTestFinished(() => store.close());
  const logged: Readonly<Record<string, unknown>>[] = [];
  const sealAtOnce = async () =>
    sealAudit({ store, horizon: await store.horizon(), log: (_, fields) => void logged.push(fields) });
  /** Other tests write to the same server: their transactions may have to end first. */
  const seal = async () => {
    const horizon = await store.horizon();
    await expect.poll(() => store.isPast(horizon), { timeout: 10_000 }).toBe(true);
    return sealAudit({ store, horizon, log: (_, fields) => void logged.push(fields) });
  };
  let serial = 0;
  const decide = async (about: Parameters<typeof aRecording>[0] = {}) => {
    serial += 1;
    await store.record(aRecording({ decision: { eventId: `E-${serial}`, outcome: 'not-owned' }, ...about }));
  };
  for (let index = 0; index < decisions; index += 1) {
    await decide();
    if (index % 2 === 1) await seal();
  }
  return {
    url,
    store,
    seal,
    sealAtOnce,
    decide,
    logged,
    verify: () => verifyAudit(store),
    run: (sql: string) => query(url, sql),
  };
}

describe('the audit', () => {
  it('is whole when nobody touched it', async () => {
    const { store, verify } = await anAudit();

    const seal = await store.lastSeal();

    expect(await verify()).toEqual({ seals: 2, entries: 5, newest: seal?.hash, faults: [], unsealed: 1, retired: 0 });
  });

  it('writes every seal into the log, each continuing the one before', async () => {
    const { store, logged } = await anAudit();

    const [first, second] = await store.seals(0, 10);

    expect(logged).toMatchObject([
      { number: 1, count: 2, hash: first?.hash, previous: '' },
      { number: 2, count: 2, hash: second?.hash, previous: first?.hash },
    ]);
  });

  it('tells of decisions, ends and deliveries', async () => {
    const { store, run, verify } = await anAudit(0);
    await store.record(
      aRecording({ findings: [aFinding({ id: 'F-1', resources: [] })], notifications: [aNotification()] }),
    );
    const message = await store.take({ channel: 'dingtalk', leaseMs: 60_000, choose: ([first]) => first });
    if (message) await store.settle(message, { state: 'delivered' });
    await store.resolve(['F-1'], at('09:00'), 'ram-user bob');

    const entries = await run('select kind, content from audit_entries order by id');

    expect(entries.map(({ kind, content }) => [kind, JSON.parse(String(content)) as unknown])).toMatchObject([
      ['decision', { outcome: 'finding', findings: [{ id: 'F-1', isAlert: true }] }],
      ['delivery', { channel: 'dingtalk', state: 'delivered', tells: [{ findingId: 'F-1', news: 'alert' }] }],
      ['end', { by: 'ram-user bob' }],
    ]);
    expect((await verify()).faults).toEqual([]);
  });

  it.each([
    ['an entry', "update audit_entries set content = '{}' where id = (select min(id) from audit_entries)", 'changed'],
    ['an entry taken away', 'delete from audit_entries where id = (select min(id) from audit_entries)', 'missing'],
    ['a seal taken away', 'delete from audit_seals where number = 1', 'missing'],
    ['a seal', "update audit_seals set hash = 'x' where number = 1", 'changed'],
    ['the record of a decision', `update decisions set raw = '{}' where event_id = 'E-2'`, 'changed'],
    [
      'the outcome of one not sealed yet',
      `update decisions set outcome = 'ack-itself' where event_id = 'E-5'`,
      'changed',
    ],
    ['a decision taken away', `delete from decisions where event_id = 'E-3'`, 'missing'],
    [
      'a decision slipped in',
      `insert into decisions select account_id, region, 'E-x', operation, event_time, received_at, outcome, resources, actor,
         why, facts, raw, written_by, tried_at, now(), via from decisions where event_id = 'E-1'`,
      'added',
    ],
  ])('notices %s that was changed behind its back', async (_, statement, kind) => {
    const { run, verify } = await anAudit();

    await run(statement);

    expect((await verify()).faults.map((fault) => fault.kind)).toContain(kind);
  });

  it('notices an entry that was slipped in where a number was left out', async () => {
    const { run, verify, seal, decide } = await anAudit(1);
    await run(`select nextval(pg_get_serial_sequence('audit_entries', 'id'))`);
    await decide();
    await seal();

    await run(`insert into audit_entries (id, kind, subject, content) overriding system value
      select first_id + 1, 'review', 'x', '{}' from audit_seals`);

    expect((await verify()).faults).toEqual([{ kind: 'added', what: '1 entries more than sealed stand under seal 1' }]);
  });

  it('lets a held decision be settled without taking that for a change', async () => {
    const { store, seal, verify } = await anAudit(0);
    await store.record(aRecording({ decision: { outcome: 'ownership-unknown' } }));
    await seal();

    await store.record(aRecording({ findings: [aFinding()], restored: [LB] }));
    await store.record(aRecording({ decision: { outcome: 'unverified', eventId: 'E-9' } }));
    await store.record(aRecording({ decision: { outcome: 'unverified', eventId: 'E-9' } }));

    expect((await verify()).faults).toEqual([]);
  });

  it('puts sealing off while somebody is still writing an older entry', async () => {
    const { url, store, seal, sealAtOnce, decide, verify } = await anAudit(0, await freshDatabase());
    const { default: pg } = await import('pg');
    const slow = new pg.Client(url);
    await slow.connect();
    await slow.query(`begin; insert into audit_entries (kind, subject, content) values ('review', 'slow', '{}')`);
    await decide();

    const meanwhile = await sealAtOnce();
    await slow.query('commit');
    await slow.end();
    const afterwards = await seal();

    expect([meanwhile.length, afterwards.map(({ count }) => count)]).toEqual([0, [2]]);
    expect((await verify()).faults).toEqual([]);
    expect(await store.unsealed()).toBe(0);
  });

  it('lets go of old entries: their seal stands for them, and findings stay', async () => {
    const { store, seal, decide, verify, run } = await anAudit(4);
    await decide({ findings: [aFinding()], decision: { eventId: 'E-9' } });
    await seal();
    await run(`update audit_seals set sealed_at = now() - interval '500 days'`);
    await run(
      `update audit_entries set at = now() - interval '500 days' where id in (select id from audit_entries order by id limit 4)`,
    );
    await run(`update decisions set decided_at = now() - interval '500 days' where event_id <> 'E-9'`);
    const cutoff = new Date(Date.now() - 400 * 86_400_000);

    const gone = await store.retire(cutoff);

    expect(gone).toBe(4);
    expect(await verify()).toMatchObject({ seals: 3, entries: 1, retired: 4, faults: [] });
    expect(await run('select event_id from decisions')).toEqual([{ event_id: 'E-9' }]);
    expect(await store.finding(aFinding().id)).toBeDefined();
  });

  it('is sealed once when several sweeps are at it', async () => {
    const { store, verify } = await anAudit(1);
    const horizon = await store.horizon();
    await expect.poll(() => store.isPast(horizon), { timeout: 10_000 }).toBe(true);

    await Promise.all([1, 2, 3].map(() => sealAudit({ store, horizon, log: () => undefined })));

    expect(await verify()).toMatchObject({ seals: 1, unsealed: 0, faults: [] });
  });
});
