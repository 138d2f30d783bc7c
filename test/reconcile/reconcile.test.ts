import { describe, expect, it } from 'vitest';
import type { Cloud, CloudCall } from '../../shared/cloud/cloud.ts';
import { CloudError } from '../../shared/errors.ts';
import { reconcile, reconcileMark } from '../../shared/reconcile/reconcile.ts';
import { decode } from '../../shared/sources/actiontrail/decode.ts';
import type { World } from '../../shared/steps/steps.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { createWorld } from '../../infra/local/cloud/world.ts';
import { recordUnplayed } from '../../infra/local/cloud/actiontrail/unplayed.ts';

const ACCOUNT = '1234567890123456';
const REGION = 'cn-hangzhou';
const MINUTE = 60_000;

/** An account whose trail is read through the stand-in, and a path that only notes what it is given. */
function aHistory(about: { readonly at?: string; readonly perPageMs?: number } = {}) {
  let time = new Date(about.at ?? '2026-11-24T08:00:00Z').getTime();
  const now = () => new Date(time);
  const account = createWorld({ clock: now });
  const reader = account.actors.ackwatch(new Set(['actiontrail:LookupEvents']));
  const calls: CloudCall[] = [];
  const failures: CloudError[] = [];
  const cloud: Cloud = {
    call: async (call) => {
      calls.push(call);
      time += about.perPageMs ?? 0;
      const failure = failures.shift();
      if (failure) throw failure;
      return account.act(reader, { product: call.product, action: call.action, params: flat(call.params) });
    },
  };
  const store = memoryStore({ now });
  const decided: string[] = [];
  const late: (string | undefined)[] = [];
  const world: World = {
    own: () =>
      Promise.resolve({
        parts: [],
        owned: [],
        gone: [],
        touchedByAck: [],
        silence: { reason: 'not-owned', why: 'No cluster owns it' },
      }),
    exact: (_, part) => Promise.resolve(part),
    judge: () => [],
    inspect: () => Promise.reject(new Error('not asked')),
    find: () => Promise.reject(new Error('not asked')),
    record: async (event, { silence }) => {
      const { accountId, region, id: eventId, eventTime, receivedAt, service, action, raw } = event;
      const decision = { accountId, region, eventId, eventTime, receivedAt, operation: `${service}:${action}`, raw };
      const empty = {
        findings: [],
        snapshots: [],
        notifications: [],
        owned: [],
        gone: [],
        touchedByAck: [],
        restored: [],
      };
      const rest = { outcome: silence.reason, resources: [], actor: '', why: silence.why, facts: [] };
      const answer = await store.record({ ...empty, decision: { ...decision, ...rest } });
      if (answer === 'recorded') decided.push(eventId);
      late.push(event.via);
      return answer;
    },
    tell: () => Promise.resolve(),
    setAside: () => Promise.resolve(),
  };
  const alice = account.actors.user('alice');
  let serial = 0;
  /** Somebody deletes a load balancer; the record's id. */
  const deed = (): string => {
    serial += 1;
    const call = { action: 'DeleteLoadBalancer', params: { LoadBalancerId: `lb-${serial}` } };
    return recordUnplayed(account, alice, { ...call, serviceName: 'Slb', version: '2014-05-15', references: {} })
      .eventId;
  };
  const run = (deadlineMs = 60 * MINUTE, path = world) =>
    reconcile({
      store,
      world: path,
      cloud,
      accountId: ACCOUNT,
      regions: [REGION],
      now,
      deadline: time + deadlineMs,
      log: () => undefined,
    });
  const pass = (minutes: number) => void (time += minutes * MINUTE);
  return { account, store, world, cloud, calls, failures, decided, late, deed, run, pass, now };
}

function flat(params: CloudCall['params']): Record<string, unknown> {
  const [attribute] = params['LookupAttribute'] as readonly { readonly Key: string; readonly Value: string }[];
  const { LookupAttribute: _, ...rest } = params;
  return { ...rest, 'LookupAttribute.1.Key': attribute?.Key, 'LookupAttribute.1.Value': attribute?.Value };
}

describe('reconciling with the history of the trail', () => {
  it('decides what never arrived, and says that it was found late', async () => {
    const history = aHistory();
    const lost = history.deed();
    history.pass(5);

    const { decidedLate, problems } = await history.run();

    expect({ decidedLate, problems }).toEqual({ decidedLate: 1, problems: [] });
    expect(history.decided).toEqual([lost]);
    expect(history.late).toEqual(['reconcile']);
  });

  it('leaves alone what was decided when it arrived', async () => {
    const history = aHistory();
    history.deed();
    await history.run();
    history.late.splice(0);

    history.pass(10);
    const { decidedLate } = await history.run();

    expect(decidedLate).toBe(0);
    expect(history.late).toEqual([]);
  });

  it('reads half an hour again, because a record may be seen later than others that came after it', async () => {
    const history = aHistory();
    await history.run();
    history.pass(10);

    await history.run();

    const spans = history.calls.map(({ params }) => [params['StartTime'], params['EndTime']]);
    expect(spans).toEqual([
      ['2026-11-24T07:30:00Z', '2026-11-24T08:00:00Z'],
      ['2026-11-24T07:30:00Z', '2026-11-24T08:10:00Z'],
    ]);
  });

  it('goes through pages of fifty, the oldest first', async () => {
    const history = aHistory();
    const all = Array.from({ length: 120 }, () => {
      history.pass(0.05);
      return history.deed();
    });

    await history.run();

    expect(history.calls).toHaveLength(3);
    expect(history.decided).toEqual(all);
  });

  it('goes on where it ended when it ran out of time', async () => {
    const history = aHistory({ perPageMs: MINUTE });
    const all = Array.from({ length: 120 }, () => {
      history.pass(0.05);
      return history.deed();
    });

    const first = await history.run(MINUTE);
    const mark = await history.store.mark(reconcileMark(ACCOUNT, REGION));
    const second = await history.run();

    expect(first.problems).toEqual(['the history of cn-hangzhou: not read to its end, out of time']);
    expect(mark).toMatchObject({ isComplete: false });
    expect(history.calls[1]?.params['StartTime']).toBe(mark?.at.toISOString().replace('.000', ''));
    expect([first.decidedLate, second.decidedLate, second.problems]).toEqual([50, 70, []]);
    expect(history.decided).toEqual(all);
  });

  it('forgets nothing when the cloud refuses: the next one begins where the last good one ended', async () => {
    const history = aHistory();
    await history.run();
    history.pass(50);
    history.failures.push(new CloudError('Throttling.User', 'too fast'));
    const refused = await history.run();
    const lost = history.deed();
    history.pass(50);

    await history.run();

    expect(refused).toEqual({ decidedLate: 0, problems: ['the history of cn-hangzhou: Throttling.User'] });
    expect(history.calls.at(-1)?.params['StartTime']).toBe('2026-11-24T07:30:00Z');
    expect(history.decided).toEqual([lost]);
  });

  it('reads all since its first look, however long the cloud refused, and can tell how long', async () => {
    const history = aHistory();
    history.failures.push(new CloudError('RoleRefused', 'not yet'));
    const first = history.now();
    await history.run();
    history.pass(1);
    const deed = history.deed();
    const mark = await history.store.mark(reconcileMark(ACCOUNT, REGION));

    history.pass(120);
    await history.run();

    expect(mark?.at).toEqual(first);
    expect(history.decided).toEqual([deed]);
  });

  it('sets aside what the path cannot cope with, and goes on', async () => {
    const history = aHistory();
    const bad = history.deed();
    const good = history.deed();
    const own = history.world.own;
    const world: World = {
      ...history.world,
      own: (event, touched) =>
        event.id === bad ? Promise.reject(new TypeError('a fault of ours')) : own(event, touched),
      setAside: async (raw, reason) => void aside.push(`${JSON.stringify(raw).includes(bad)} ${reason}`),
    };
    const aside: string[] = [];

    const { problems } = await history.run(60 * MINUTE, world);

    expect(problems).toEqual([]);
    expect(aside).toEqual(['true could not be decided: TypeError']);
    expect(history.decided).toEqual([good]);
  });

  it('does not run twice at a time', async () => {
    const history = aHistory();
    const lease = await history.store.hold(reconcileMark(ACCOUNT, REGION), 10 * MINUTE);

    const meanwhile = await history.run();
    await history.store.release(reconcileMark(ACCOUNT, REGION), lease ?? '');
    await history.run();

    expect(meanwhile).toEqual({ decidedLate: 0, problems: [] });
    expect(history.calls).toHaveLength(1);
  });

  it('survives a clock that jumps back', async () => {
    const history = aHistory();
    await history.run();
    history.pass(-45);
    const lost = history.deed();

    const { problems } = await history.run();

    expect(problems).toEqual([]);
    expect(history.decided).toEqual([lost]);
  });

  it('gives a record of the cloud itself the account and region that it does not name', async () => {
    const history = aHistory();
    history.account.trail.emit({
      serviceName: 'Ecs',
      eventName: 'Release',
      region: REGION,
      references: { Instance: ['i-1'] },
    });
    const [record] = history.account.trail.records();
    const [item] = decode(record, history.now());

    await history.run();

    expect(item?.kind === 'event' ? item.event.accountId : undefined).toBe('');
    expect(
      await history.store.decision({ accountId: ACCOUNT, region: REGION, eventId: record?.eventId ?? '' }),
    ).toBeDefined();
  });
});
