import { describe, expect, it, onTestFinished } from 'vitest';
import type { Routing } from '../../shared/notify/route.ts';
import { behind, unswept, weak } from '../../shared/self-watch/blind-spots.ts';
import { isTimeOfDay } from '../../shared/self-watch/due.ts';
import { beat } from '../../shared/self-watch/heartbeat.ts';
import { historiesOf } from '../../shared/self-watch/histories.ts';
import { lookAfterSweep } from '../../shared/self-watch/look.ts';
import { NOTICES } from '../../shared/self-watch/notices.ts';
import { tellOfItself } from '../../shared/self-watch/self-watch.ts';
import type { World } from '../../shared/steps/steps.ts';
import { notificationsFor } from '../../shared/notify/route.ts';
import { recordingOf } from '../../shared/steps/record.ts';
import { openStore } from '../../shared/store/postgres.ts';
import type { Vitals } from '../../shared/store/vitals.ts';
import { aCluster, aDecision, aNotification, anOwned, aPart, aRecording, aTaking } from '../store/builders.ts';
import { emptyDatabase, query } from '../support/database.ts';
import { aFinding } from '../support/finding.ts';

const NOW = new Date('2026-11-24T08:00:00Z');
const ACCOUNT = '1234567890123456';
const REGION = 'cn-hangzhou';
const ROUTING: Routing = { channels: [{ id: 'dingtalk' }], routes: [], environments: {} };

function vitals(about: Partial<Vitals> = {}): Vitals {
  return { setAside: 0, overdue: { count: 0, since: undefined }, stale: [], ...about };
}

async function aStore() {
  const url = await emptyDatabase();
  const store = openStore({ databaseUrl: url });
  onTestFinished(() => store.close());
  const told: string[] = [];
  const world: Pick<World, 'record' | 'tell'> = {
    record: (event, decided) => {
      const notifications = decided.findings.flatMap((finding) => notificationsFor(finding, ROUTING, NOW));
      return store.record(recordingOf(event, decided, notifications));
    },
    tell: async (findings) => {
      told.push(...findings.map(({ rule }) => rule));
      const message = await store.take(aTaking());
      if (message) await store.settle(message, { state: 'delivered' });
    },
  };
  return { url, store, told, self: { store, world, accountId: ACCOUNT, region: REGION, now: () => new Date() } };
}

describe('what ackwatch does not see', () => {
  it('is the history of a region that was not read for more than half an hour', () => {
    const at = (time: string) => ({ at: new Date(`2026-11-24T${time}:00Z`), isComplete: true });
    const marks = new Map([
      ['cn-hangzhou', at('07:40')],
      ['cn-beijing', at('07:20')],
      ['cn-shanghai', undefined],
    ]);

    expect(behind(marks, NOW)).toEqual([
      {
        notice: 'self-watch.reconciliation-behind',
        details: ['The history of cn-beijing was read up to 2026-11-24T07:20:00.000Z.'],
      },
    ]);
  });

  it('is everything, when the sweep does not come', () => {
    const mark = (time: string) => ({ at: new Date(`2026-11-24T${time}:00Z`), isComplete: false });

    expect(unswept(mark('07:45'), NOW)).toEqual([]);
    expect(unswept(undefined, NOW)).toEqual([]);
    expect(unswept(mark('07:00'), NOW)).toMatchObject([{ notice: 'self-watch.sweep-missing' }]);
  });

  it('is what it may not read, what was not listed for hours, what it could not decode, whom it could not tell', () => {
    const since = new Date('2026-11-24T05:00:00Z');
    const poor = vitals({
      setAside: 2,
      overdue: { count: 3, since },
      stale: [{ clusterId: 'c1', name: 'prod', resources: 4, since }],
    });
    const problems = [
      'slb.acl configuration of 2: reading is not allowed (Forbidden.RAM)',
      'the cloud throttled the reading',
    ];

    expect(weak(poor, problems)).toEqual([
      { notice: 'self-watch.permission-missing', details: [problems[0]] },
      {
        notice: 'self-watch.inventory-stale',
        details: ['4 resources of prod were last listed completely before 2026-11-24T05:00:00.000Z.'],
      },
      { notice: 'self-watch.events-set-aside', details: ['2 records of the last day could not be read.'] },
      {
        notice: 'self-watch.messages-stuck',
        details: ['3 messages wait, the oldest since 2026-11-24T05:00:00.000Z.'],
      },
    ]);
    expect(weak(vitals(), [])).toEqual([]);
  });
});

describe('going blind', () => {
  const spot = {
    notice: 'self-watch.permission-missing',
    details: ['reading is not allowed (Forbidden.RAM)'],
  } as const;
  const looked = ['self-watch.permission-missing'] as const;

  it('is told once, and so is that it sees again', async () => {
    const { store, told, self } = await aStore();

    await tellOfItself([spot], looked, self);
    await tellOfItself([spot], looked, self);
    const open = await store.openFindingsOf('ackwatch');
    await tellOfItself([], looked, self);
    const end = await store.take(aTaking());

    expect(told).toEqual(['self-watch.permission-missing']);
    expect(open).toMatchObject([{ rule: 'self-watch.permission-missing', severity: 'high', notes: spot.details }]);
    expect(end).toMatchObject({ kind: 'resolved', findings: [{ resolvedBy: 'ackwatch' }] });
  });

  it('says nothing of what was not looked at', async () => {
    const { store, self } = await aStore();
    await tellOfItself([spot], looked, self);

    await tellOfItself([], ['self-watch.sweep-missing'], self);

    expect(await store.openFindingsOf('ackwatch')).toHaveLength(1);
  });

  it('is each deployment’s own matter, though several share a database', async () => {
    const { store, self } = await aStore();
    await tellOfItself([spot], looked, self);

    await tellOfItself([], looked, { ...self, region: 'cn-beijing' });

    expect(await store.openFindingsOf('ackwatch')).toHaveLength(1);
  });

  it('is told anew when it comes back', async () => {
    const { told, self } = await aStore();
    await tellOfItself([spot], looked, self);
    await tellOfItself([], looked, self);

    await tellOfItself([spot], looked, self);

    expect(told).toHaveLength(2);
  });
});

describe('the vitals', () => {
  it('count what could not be read, what waits too long, and what was not listed for hours', async () => {
    const { url, store } = await aStore();
    await store.setAside({ raw: '{', reason: 'no JSON', at: new Date() });
    await store.record(aRecording({ findings: [aFinding({ id: 'F-1' })], notifications: [aNotification()] }));
    await store.saveInventory(aPart());
    await store.saveInventory(aPart({ complete: false, resources: [], at: new Date('2026-11-20T09:00:00Z') }));
    const before = await store.vitals([ACCOUNT]);
    await query(url, `update notifications set due_at = now() - interval '16 minutes'`);

    const after = await store.vitals([ACCOUNT]);
    await store.closeChannel('dingtalk', 60_000, 'throttled');
    const closed = await store.vitals([ACCOUNT]);

    expect(before).toMatchObject({ setAside: 1, overdue: { count: 0 } });
    expect(closed.overdue).toEqual({ count: 0, since: undefined });
    expect(after).toMatchObject({
      overdue: { count: 1, since: expect.any(Date) as Date },
      stale: [{ clusterId: 'c1', name: 'prod', resources: 1 }],
    });
  });
});

describe('member accounts', () => {
  const MEMBER = '1000000000000002';

  it('count in the vitals like the own one', async () => {
    const { url, store } = await aStore();
    const cluster = aCluster({ accountId: MEMBER, id: 'c2', name: 'shop' });
    const resources = [anOwned({ accountId: MEMBER, clusterId: 'c2' })];
    await store.saveInventory(aPart({ cluster, resources, at: new Date('2026-11-20T08:00:00Z') }));
    await store.saveInventory(aPart({ cluster, resources: [], complete: false, at: new Date('2026-11-20T09:00:00Z') }));
    const decision = aDecision({ accountId: MEMBER });
    const findings = [aFinding({ id: 'F-1', accountId: MEMBER })];
    await store.record(aRecording({ decision, findings, notifications: [aNotification({ accountId: MEMBER })] }));
    await query(url, `update notifications set due_at = now() - interval '16 minutes'`);

    expect(await store.vitals([ACCOUNT])).toMatchObject({ overdue: { count: 0 }, stale: [] });
    expect(await store.vitals([ACCOUNT, MEMBER])).toMatchObject({
      overdue: { count: 1 },
      stale: [{ clusterId: 'c2', name: 'shop', resources: 1 }],
    });
  });

  it('are named where their history was not read, and never where it was never begun', async () => {
    const { store } = await aStore();
    await store.setMark(`reconcile ${ACCOUNT} ${REGION}`, { at: NOW, isComplete: true });
    await store.setMark(`reconcile ${MEMBER} ${REGION}`, { at: new Date('2026-11-24T07:00:00Z'), isComplete: true });

    const about = { store, accountId: ACCOUNT, regions: [REGION] };
    const histories = await historiesOf({ ...about, memberIds: [MEMBER, '1000000000000003'] });

    const marks = new Map(histories.map(({ name, mark }) => [name, mark]));
    expect([...marks.keys()]).toEqual([
      'cn-hangzhou',
      'cn-hangzhou (1000000000000002)',
      'cn-hangzhou (1000000000000003)',
    ]);
    expect(behind(marks, NOW)).toEqual([
      {
        notice: 'self-watch.reconciliation-behind',
        details: ['The history of cn-hangzhou (1000000000000002) was read up to 2026-11-24T07:00:00.000Z.'],
      },
    ]);
  });

  it('hide by their own blindness neither that another goes blind nor that it sees again', async () => {
    const { store, self } = await aStore();
    const asked = { ...self, store, regions: [REGION], memberIds: [MEMBER] };
    const ofMember = `account ${MEMBER}: the history of cn-hangzhou: RoleRefused`;
    const open = async () =>
      (await store.openFindingsOf('ackwatch')).map(({ accountId, rule, notes }) => [accountId, rule, ...notes]);
    await store.setAside({ raw: '{', reason: 'no JSON', at: new Date() });

    await lookAfterSweep(asked, [ofMember]);
    const before = await open();
    await lookAfterSweep(asked, ['the history of cn-hangzhou: Forbidden.RAM', ofMember]);
    const both = await open();
    await lookAfterSweep(asked, [ofMember]);

    const setAside = [ACCOUNT, 'self-watch.events-set-aside', '1 records of the last day could not be read.'];
    const member = [MEMBER, 'self-watch.permission-missing', ofMember];
    const own = [ACCOUNT, 'self-watch.permission-missing', 'the history of cn-hangzhou: Forbidden.RAM'];
    expect(before).toEqual([setAside, member]);
    expect(both).toEqual([setAside, member, own]);
    expect(await open()).toEqual([setAside, member]);
  });

  it('are in the daily message of the account that watches them', async () => {
    const { store } = await aStore();
    await store.record(
      aRecording({
        decision: aDecision({ accountId: MEMBER }),
        findings: [aFinding({ id: 'F-1', accountId: MEMBER, isAlert: false, status: 'suppressed' })],
      }),
    );
    await store.setMark(`heartbeat ${ACCOUNT}`, { at: new Date(Date.now() - 25 * 3_600_000), isComplete: true });
    await store.setMark(`reconcile ${MEMBER} ${REGION}`, { at: NOW, isComplete: true });
    const heartbeat = { at: '09:00', timeZone: 'Asia/Shanghai' };
    const about = { store, routing: ROUTING, heartbeat, accountId: ACCOUNT, regions: [REGION], now: () => new Date() };

    await beat({ ...about, memberIds: [MEMBER] });
    const message = await store.take(aTaking());

    expect(message?.findings[0]?.notes).toEqual(
      expect.arrayContaining([
        'Findings: 1, of which alerts: 0, suppressed: 1, by declared automation: 0.',
        'The history of cn-hangzhou (1000000000000002) was read up to 2026-11-24T08:00:00.000Z.',
      ]),
    );
  });
});

describe('the time of day', () => {
  const nine = { at: '09:00', timeZone: 'Asia/Shanghai' };

  it.each([
    ['before it', '2026-11-23T01:00:30Z', '2026-11-24T00:59:00Z', false],
    ['at it', '2026-11-23T01:00:30Z', '2026-11-24T01:00:00Z', true],
    ['again on the same day', '2026-11-24T01:00:30Z', '2026-11-24T05:00:00Z', false],
    ['on the day on which it was switched on earlier', '2026-11-24T00:30:00Z', '2026-11-24T01:00:00Z', true],
    ['on the day on which it was switched on later', '2026-11-24T02:00:00Z', '2026-11-24T03:00:00Z', false],
    ['long after it was missed', '2026-11-20T01:00:00Z', '2026-11-24T00:30:00Z', true],
  ])('has come %s: %s to %s', (_, last, now, isDue) => {
    expect(isTimeOfDay(new Date(last), new Date(now), nine)).toBe(isDue);
  });
});

describe('the daily message', () => {
  const heartbeat = { at: '09:00', timeZone: 'Asia/Shanghai' };

  it('counts the day, and comes once however many instances ask', async () => {
    const { store } = await aStore();
    let now = new Date();
    const asked = {
      store,
      routing: ROUTING,
      heartbeat,
      accountId: ACCOUNT,
      memberIds: [],
      regions: [REGION],
      now: () => now,
    };
    const first = await beat(asked);
    await store.record(aRecording({ findings: [aFinding({ id: 'F-1', isAlert: false, status: 'suppressed' })] }));
    await store.record(aRecording({ decision: { eventId: 'E-2', outcome: 'ack-itself', via: 'reconcile' } }));
    await store.record(aRecording({ decision: { eventId: 'E-3', outcome: 'unverified' } }));
    now = new Date(now.getTime() + 25 * 3_600_000);

    const answers = [await beat(asked), await beat(asked)];
    const message = await store.take(aTaking());

    expect([first, ...answers]).toEqual([false, true, false]);
    expect(message).toMatchObject({ kind: 'heartbeat', findings: [{ severity: 'informational', isAlert: false }] });
    expect(message?.findings[0]?.notes).toEqual([
      'Findings: 0, of which alerts: 0, suppressed: 0, by declared automation: 0.',
      'Put back or accepted: 0; still open: 0.',
      'Events decided: 0, without a finding: 0.',
      'Waiting until owner or actor is known: 1.',
      'Messages delivered: 0, waiting: 0, given up: 0.',
    ]);
  });

  it('names what was suppressed, found late and sealed last', async () => {
    const { store } = await aStore();
    await store.record(aRecording({ findings: [aFinding({ id: 'F-1', isAlert: false, status: 'suppressed' })] }));
    await store.record(
      aRecording({ decision: aDecision({ eventId: 'E-2', outcome: 'ack-itself', via: 'reconcile' }) }),
    );
    await store.addSeal({ number: 1, count: 2, firstId: '1', lastId: '2', hash: 'abc', previous: '' });
    await store.setMark(`heartbeat ${ACCOUNT}`, { at: new Date(Date.now() - 25 * 3_600_000), isComplete: true });
    await store.setMark(`reconcile ${ACCOUNT} ${REGION}`, { at: NOW, isComplete: true });

    await beat({
      store,
      routing: ROUTING,
      heartbeat,
      accountId: ACCOUNT,
      memberIds: [],
      regions: [REGION],
      now: () => new Date(),
    });
    const message = await store.take(aTaking());

    expect(message?.findings[0]?.notes).toEqual([
      'Findings: 1, of which alerts: 0, suppressed: 1, by declared automation: 0.',
      'Put back or accepted: 0; still open: 0.',
      'Events decided: 2, without a finding: ack-itself 1.',
      'Found late in the history of the trail: 1.',
      'Messages delivered: 0, waiting: 0, given up: 0.',
      'The history of cn-hangzhou was read up to 2026-11-24T08:00:00.000Z.',
      'Newest seal of the audit: 1, abc.',
    ]);
  });
});

describe.each(NOTICES.map((notice) => [notice.id, notice] as const))('%s as it is told', (_, notice) => {
  it('speaks English, Chinese and Japanese', () => {
    for (const { en, zh, ja } of [notice.title, notice.impact, ...notice.recovery]) {
      expect(en).toMatch(/^[\x20-\x7e]+$/u);
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(zh).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
      expect(ja).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
    }
  });
});
