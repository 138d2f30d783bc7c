import { describe, expect, it } from 'vitest';
import { demoAccount } from '../infra/local/demo/account.ts';
import type { Cloud, CloudCall } from '../shared/cloud/cloud.ts';
import { readConfig } from '../shared/config.ts';
import { CloudError } from '../shared/errors.ts';
import { clusterMark } from '../shared/inventory/last-look.ts';
import { allReaders } from '../shared/inspection/readers.ts';
import type { Snapshot } from '../shared/model/change.ts';
import type { Finding } from '../shared/model/finding.ts';
import { openWorld } from '../shared/open.ts';
import { memoryStore } from '../shared/store/memory.ts';
import { sweep } from '../shared/sweep.ts';
import { putBackAmong } from '../shared/sweep/put-back.ts';
import { aDecision } from './store/builders.ts';
import { aComparison, aFinding, aReading } from './support/finding.ts';
import { inProcessCloud } from './support/in-process-cloud.ts';

const MINUTE = 60_000;

/** The demo account under sweeps whose clock and cloud the test moves. */
function aSwept() {
  let skew = 0;
  const now = () => new Date(Date.now() + skew);
  const { world: account, watcher, prod, legacy } = demoAccount({ clock: now });
  const inside = inProcessCloud(account, watcher);
  const calls: CloudCall[] = [];
  let isRefused: (call: CloudCall) => boolean = () => false;
  const cloud: Cloud = {
    call: async (call) => {
      calls.push(call);
      if (isRefused(call)) throw new CloudError('ServiceUnavailable', 'not now');
      return inside.call(call);
    },
  };
  const { accountId, region } = account;
  const store = memoryStore({ now });
  const config = readConfig({ DATABASE_URL: 'postgres://in-memory' });
  const surroundings = { config, accountId, region, credentials: () => watcher, now, log: () => undefined };
  const { world } = openWorld(surroundings, store);
  const asked = { store, cloud, world, accountId, regions: [region], now, log: () => undefined };
  const look = (about: Partial<Parameters<typeof sweep>[0]> = {}) =>
    sweep({ ...asked, deadline: now().getTime() + 8 * MINUTE, inventoryEveryMs: 30 * MINUTE, ...about });
  const pass = (minutes: number) => void (skew += minutes * MINUTE);
  const refuse = (which: typeof isRefused) => void (isRefused = which);
  return { account, prod, legacy, accountId, region, store, calls, look, pass, refuse, now };
}

describe('a sweep', () => {
  it('looks at every cluster as a whole, and then again only after half an hour', async () => {
    const { look, pass, calls } = aSwept();

    const first = await look();
    pass(10);
    calls.splice(0);
    const second = await look();
    const between = calls.filter(({ product }) => ['slb', 'ecs', 'ess'].includes(product)).length;
    pass(20);
    const third = await look();

    expect(first).toMatchObject({ clusters: 3, problems: [] });
    expect(first.snapshots).toBeGreaterThan(50);
    expect([second.snapshots, between]).toEqual([0, 0]);
    expect(third.snapshots).toBe(first.snapshots);
  });

  it('asks once for what is the same for every cluster of a region, and anew the next time', async () => {
    const { look, pass, calls } = aSwept();
    const listings = () =>
      calls.filter(({ action, params }) => action === 'DescribeEipAddresses' && params['AllocationId'] === undefined);

    await look();
    const once = listings().length;
    pass(30);
    await look();

    expect([once, listings().length]).toEqual([1, 2]);
  });

  it('asks again for the whole region when it was refused', async () => {
    const { look, refuse, calls, store, prod } = aSwept();
    let refusals = 0;
    refuse(({ action }) => action === 'DescribeEipAddresses' && (refusals += 1) === 1);

    const { problems } = await look();

    expect(problems.filter((problem) => problem.includes('not now'))).toHaveLength(1);
    expect(calls.filter(({ action }) => action === 'DescribeEipAddresses').length).toBeGreaterThan(1);
    expect((await store.resourcesOf(prod.clusterId)).some(({ kind }) => kind === 'vpc.eip')).toBe(false);
  });

  it('leaves a cluster to whoever is at it', async () => {
    const { look, store, accountId, prod } = aSwept();
    const lease = await store.hold(clusterMark({ accountId, id: prod.clusterId }), 10 * MINUTE);

    await look();
    const without = await store.resourcesOf(prod.clusterId);
    await store.release(clusterMark({ accountId, id: prod.clusterId }), lease ?? '');
    await look();

    expect(without).toEqual([]);
    expect((await store.resourcesOf(prod.clusterId)).length).toBeGreaterThan(20);
  });

  it('begins the next time with what there was no time for', async () => {
    const { look, pass, store, accountId, prod, legacy, now } = aSwept();
    await look();
    const marked = async (id: string) => (await store.mark(clusterMark({ accountId, id })))?.at;
    pass(40);
    await store.setMark(clusterMark({ accountId, id: prod.clusterId }), { at: now(), isComplete: true });
    pass(40);
    const before = await marked(prod.clusterId);
    let isOver = false;

    const { problems } = await look({
      now: () => new Date(now().getTime() + (isOver ? 60 * MINUTE : 0)),
      store: {
        ...store,
        setMark: async (name, mark) => {
          await store.setMark(name, mark);
          if (name.startsWith('inventory')) isOver = true;
        },
      },
    });

    expect(problems).toContain('prod was not observed: the sweep ran out of time');
    expect(await marked(legacy.clusterId)).not.toEqual(before);
    expect(await marked(prod.clusterId)).toEqual(before);
  });

  it('tombstones nothing when a listing fails, and looks again at once', async () => {
    const { look, pass, refuse, store, prod } = aSwept();
    await look();
    const before = (await store.resourcesOf(prod.clusterId)).length;
    for (const _ of [1, 2, 3]) {
      pass(40);
      refuse(({ product }) => product === 'cs' || product === 'ecs');
      await look();
    }
    const meanwhile = (await store.resourcesOf(prod.clusterId)).length;
    refuse(() => false);
    pass(10);

    const { snapshots } = await look();

    expect(meanwhile).toBe(before);
    expect(snapshots).toBeGreaterThan(50);
  });

  it('reads between two looks what open findings are about, and ends those that were put back', async () => {
    const { look, pass, store, prod, account, now } = aSwept();
    await look();
    pass(1);
    const ref = { kind: 'slb.listener', id: `${prod.apiServer.loadBalancer}/6443/tcp` } as const;
    const [before] = [...(await store.snapshotsBefore(account.accountId, [ref], now())).values()];
    if (before === undefined) throw new Error('Expected a reading of the listener');
    const changes = [{ op: 'replace', path: '/PersistenceTimeout', before: 0, after: 9 }] as const;
    const finding = aFinding({
      accountId: account.accountId,
      cluster: { id: prod.clusterId, name: 'prod' },
      eventTime: now(),
      resources: [],
      comparisons: [{ resource: ref, aspect: before.aspect, before, changes, unknown: [] }],
    });
    const empty = { snapshots: [], notifications: [], owned: [], gone: [], touchedByAck: [], restored: [] };
    await store.record({ ...empty, decision: aDecision({ accountId: account.accountId }), findings: [finding] });

    const tooEarly = await look();
    pass(5);
    const later = await look();

    expect([tooEarly.resolved, later.resolved]).toEqual([0, 1]);
    expect(await store.finding(finding.id)).toMatchObject({ status: 'resolved', resolvedAt: expect.any(Date) as Date });
  });
});

describe('a member account that fails', () => {
  it('keeps the own one waiting for nothing: both are looked at at the same time', async () => {
    const { look, store, accountId } = aSwept();
    let letGo = (): void => undefined;
    const isOwnDone = new Promise<void>((resolve) => (letGo = resolve));
    let marked = 0;
    const hanging: Cloud = {
      call: async () => {
        await isOwnDone;
        throw new CloudError('Timeout', 'it did not answer in time');
      },
    };

    const { clusters, problems } = await look({
      members: [{ accountId: '2', cloud: hanging }],
      store: {
        ...store,
        setMark: async (name, mark) => {
          await store.setMark(name, mark);
          if (name.startsWith(`inventory ${accountId}`) && !name.endsWith('told')) marked += 1;
          if (marked === 3) letGo();
        },
      },
    });

    expect(clusters).toBe(3);
    expect(problems).toEqual([
      'account 2: the history of cn-hangzhou: Timeout',
      'account 2: it did not answer in time',
    ]);
  });

  it('is a problem of that account alone, whatever it is', async () => {
    const { look } = aSwept();
    const broken: Cloud = { call: () => Promise.reject(new TypeError('a fault of ours')) };

    const { clusters, problems } = await look({ members: [{ accountId: '2', cloud: broken }] });

    expect(clusters).toBe(3);
    expect(problems).toEqual(['account 2: not swept: TypeError']);
  });
});

const READERS = await allReaders();

describe('what was put back', () => {
  const backAmong = (open: readonly Finding[], readings: readonly Snapshot[]) => putBackAmong(open, readings, READERS);
  const listener = (content: Record<string, string>, at: string) => aReading(content, at);
  const [OFF, ON, WORSE] = [{ AclStatus: 'off' }, { AclStatus: 'on' }, { AclStatus: 'black' }];
  const changed = (before: Record<string, string>, about: Partial<Finding> = {}) =>
    aFinding({ comparisons: [aComparison({ before: listener(before, '2026-11-24T07:00:00Z') })], ...about });

  it('is as before the deed, some time after it', () => {
    const finding = changed(OFF);

    expect(backAmong([finding], [listener(OFF, '2026-11-24T08:00:30Z')])).toEqual([]);
    expect(backAmong([finding], [listener(OFF, '2026-11-24T08:05:00Z')])).toEqual([finding]);
    expect(backAmong([finding], [listener(ON, '2026-11-24T08:05:00Z')])).toEqual([]);
  });

  it('is measured by the state before the first of several deeds', () => {
    const first = changed(OFF, { id: 'F-1' });
    const second = changed(ON, { id: 'F-2', eventTime: new Date('2026-11-24T08:01:00Z') });

    expect(backAmong([first, second], [listener(OFF, '2026-11-24T08:05:00Z')])).toEqual([first, second]);
    expect(backAmong([first, second], [listener(ON, '2026-11-24T08:05:00Z')])).toEqual([]);
  });

  it('needs everything that was compared, and something to compare with', () => {
    const both = [aComparison({ before: listener(OFF, '2026-11-24T07:00:00Z') }), aComparison({ aspect: 'tags' })];
    const now = [listener(OFF, '2026-11-24T08:05:00Z')];

    expect(backAmong([aFinding({ comparisons: both })], now)).toEqual([]);
    expect(backAmong([aFinding({ comparisons: [aComparison()] })], now)).toEqual([]);
    expect(backAmong([aFinding({ comparisons: [] })], now)).toEqual([]);
    expect(backAmong([changed(WORSE)], [])).toEqual([]);
  });

  it('is believed only after half an hour where no change was ever seen', () => {
    const unseen = aFinding({
      comparisons: [aComparison({ changes: [], before: listener(OFF, '2026-11-24T07:00:00Z') })],
    });

    expect(backAmong([unseen], [listener(OFF, '2026-11-24T08:20:00Z')])).toEqual([]);
    expect(backAmong([unseen], [listener(OFF, '2026-11-24T08:40:00Z')])).toEqual([unseen]);
  });
});
