import { describe, expect, it } from 'vitest';
import { snapshotKey } from '../../shared/store/store.ts';
import { aComparison, aFinding } from '../support/finding.ts';
import * as build from './builders.ts';
import { STORES } from './stores.ts';

const { ACCOUNT, LB, aCluster, aDecision, anOwned, aPart, aRecording, aSnapshot, aTrust, at } = build;

describe.each(STORES)('decisions on $name', ({ open }) => {
  it('records an event once', async () => {
    const store = await open();

    const first = await store.record(aRecording());
    const second = await store.record(aRecording({ decision: { why: 'another' } }));

    expect([first, second]).toEqual(['recorded', 'duplicate']);
    expect(await store.decision(aDecision())).toEqual(aDecision());
  });

  it('takes the same event id in another region or account for another event', async () => {
    const store = await open();
    await store.record(aRecording());

    const elsewhere = await store.record(aRecording({ decision: { region: 'cn-beijing' } }));

    expect(elsewhere).toBe('recorded');
    expect(await store.isDecided(aDecision({ accountId: '42' }))).toBe(false);
    expect(await store.isDecided(aDecision())).toBe(true);
  });

  it('writes nothing along with a duplicate', async () => {
    const store = await open();
    await store.record(aRecording());

    await store.record(aRecording({ findings: [aFinding({ id: 'F-1' })], owned: [anOwned()] }));

    expect(await store.finding('F-1')).toBeUndefined();
    expect((await store.ownersOf(ACCOUNT, ['i-1'])).size).toBe(0);
  });

  it.each(['ownership-unknown', 'unverified'] as const)(
    'lets a decision held as %s give way to one that settles',
    async (held) => {
      const store = await open();
      await store.record(aRecording({ decision: { outcome: held } }));

      const settled = await store.record(aRecording({ findings: [aFinding({ id: 'F-1' })] }));
      const again = await store.record(aRecording());

      expect([settled, again]).toEqual(['recorded', 'duplicate']);
      expect(await store.held(10)).toEqual([]);
      expect(await store.finding('F-1')).toBeDefined();
    },
  );

  it('does not let a held decision replace one that settled', async () => {
    const store = await open();
    await store.record(aRecording({ decision: { outcome: 'ack-itself' } }));

    const held = await store.record(aRecording({ decision: { outcome: 'unverified' } }));

    expect(held).toBe('duplicate');
    expect((await store.decision(aDecision()))?.outcome).toBe('ack-itself');
  });

  it('lists held decisions oldest first, those tried in vain after the rest', async () => {
    const store = await open();
    const held = (eventId: string, time: string) =>
      aRecording({ decision: { eventId, eventTime: at(time), outcome: 'ownership-unknown' } });
    await store.record(held('young', '09:00'));
    await store.record(held('old', '07:00'));
    await store.record(held('hopeless', '06:00'));

    await store.record(held('hopeless', '06:00'));

    expect((await store.held(10)).map(({ eventId }) => eventId)).toEqual(['old', 'young', 'hopeless']);
    expect(await store.held(1)).toHaveLength(1);
  });
});

describe.each(STORES)('inventory on $name', ({ open }) => {
  it('gives back what a collector saved, with its cluster', async () => {
    const store = await open();
    const cluster = aCluster({ vpcId: 'vpc-1', podCidrs: ['10.0.0.0/16'], workerRoleName: 'Worker-1' });
    const node = anOwned({ name: 'n1', facts: { nodePoolId: 'np1', size: 3, spot: false }, parent: LB });

    await store.saveInventory(aPart({ cluster, resources: [node] }));

    expect(await store.ownersOf(ACCOUNT, ['i-1', 'i-2'])).toEqual(new Map([['i-1', [node]]]));
    expect(await store.resourcesOf('c1')).toEqual([node]);
    expect(await store.clusters(ACCOUNT)).toEqual([cluster]);
    expect(await store.clusters('42')).toEqual([]);
  });

  it('gives only the clusters that are asked for', async () => {
    const store = await open();
    for (const id of ['c1', 'c2', 'c3']) {
      await store.saveInventory(aPart({ cluster: aCluster({ id }), resources: [] }));
    }

    const asked = await store.clusters(ACCOUNT, ['c3', 'c1', 'nobody']);

    expect(asked.map(({ id }) => id).toSorted()).toEqual(['c1', 'c3']);
    expect(await store.clusters(ACCOUNT, [])).toEqual([]);
  });

  it('knows several owners and roles of one resource', async () => {
    const store = await open();
    const shared = [
      anOwned({ clusterId: 'c1' }),
      anOwned({ clusterId: 'c1', role: 'master' }),
      anOwned({ clusterId: 'c2' }),
    ];

    await store.saveInventory(aPart({ resources: shared }));

    expect((await store.ownersOf(ACCOUNT, ['i-1'])).get('i-1')).toHaveLength(3);
  });

  it('tombstones what two complete collections in a row lack, and still tells whose it was', async () => {
    const store = await open();
    await store.saveInventory(aPart({ at: at('07:00') }));

    await store.saveInventory(aPart({ resources: [], at: at('07:10') }));
    const afterOne = await store.resourcesOf('c1');
    await store.saveInventory(aPart({ resources: [], at: at('07:20') }));
    const afterTwo = await store.resourcesOf('c1');

    expect([afterOne.length, afterTwo.length]).toEqual([1, 0]);
    expect((await store.ownersOf(ACCOUNT, ['i-1'])).get('i-1')).toEqual([anOwned()]);
  });

  it('counts the same collection once, however often it is saved', async () => {
    const store = await open();
    await store.saveInventory(aPart({ at: at('07:00') }));

    await store.saveInventory(aPart({ resources: [], at: at('07:10') }));
    await store.saveInventory(aPart({ resources: [], at: at('07:10') }));

    expect(await store.resourcesOf('c1')).toHaveLength(1);
  });

  it('tombstones nothing for incomplete collections, whatever lies between complete ones', async () => {
    const store = await open();
    await store.saveInventory(aPart({ at: at('07:00') }));

    await store.saveInventory(aPart({ resources: [], complete: false, at: at('07:10') }));
    await store.saveInventory(aPart({ resources: [], at: at('07:20') }));
    await store.saveInventory(aPart({ resources: [], complete: false, at: at('07:30') }));
    const between = await store.resourcesOf('c1');
    await store.saveInventory(aPart({ resources: [], at: at('07:40') }));

    expect(between).toHaveLength(1);
    expect(await store.resourcesOf('c1')).toEqual([]);
  });

  it('misses nothing that another collector or another cluster listed', async () => {
    const store = await open();
    await store.saveInventory(aPart({ at: at('07:00') }));

    for (const minute of ['10', '20', '30']) {
      await store.saveInventory(aPart({ collector: 'ecs', resources: [], at: at(`07:${minute}`) }));
      await store.saveInventory(aPart({ cluster: aCluster({ id: 'c2' }), resources: [], at: at(`07:${minute}`) }));
    }

    expect(await store.resourcesOf('c1')).toHaveLength(1);
  });

  it('starts to count anew when a missed resource is seen again', async () => {
    const store = await open();
    await store.saveInventory(aPart({ at: at('07:00') }));
    await store.saveInventory(aPart({ resources: [], at: at('07:10') }));
    await store.saveInventory(aPart({ at: at('07:20') }));

    await store.saveInventory(aPart({ resources: [], at: at('07:30') }));

    expect(await store.resourcesOf('c1')).toHaveLength(1);
  });

  it('brings a tombstoned resource that is seen again back to life', async () => {
    const store = await open();
    await store.saveInventory(aPart({ at: at('07:00') }));
    await store.record(aRecording({ gone: [anOwned()] }));

    await store.saveInventory(aPart({ at: at('08:30') }));

    expect(await store.resourcesOf('c1')).toHaveLength(1);
  });

  it('tombstones by the delete event, even should a collection that began before it end after it', async () => {
    const store = await open();
    await store.saveInventory(aPart({ at: at('07:00') }));

    await store.record(aRecording({ decision: { eventTime: at('08:00') }, gone: [anOwned()] }));
    const after = await store.resourcesOf('c1');
    await store.saveInventory(aPart({ at: at('07:59') }));

    expect([after, await store.resourcesOf('c1')]).toEqual([[], []]);
    expect((await store.ownersOf(ACCOUNT, ['i-1'])).get('i-1')).toHaveLength(1);
  });

  it('does not tombstone what was seen alive after the delete event', async () => {
    const store = await open();
    await store.saveInventory(aPart({ at: at('08:30') }));

    await store.record(aRecording({ decision: { eventTime: at('08:00') }, gone: [anOwned()] }));

    expect(await store.resourcesOf('c1')).toHaveLength(1);
  });

  it('knows that a resource is gone when its creation is heard of after its deletion', async () => {
    const store = await open();
    await store.record(aRecording({ decision: { eventId: 'D', eventTime: at('08:05') }, gone: [anOwned()] }));

    await store.record(aRecording({ decision: { eventId: 'C', eventTime: at('08:00') }, owned: [anOwned()] }));

    expect(await store.resourcesOf('c1')).toEqual([]);
    expect((await store.ownersOf(ACCOUNT, ['i-1'])).get('i-1')).toHaveLength(1);
  });

  it('takes the deletion of a listener without protocol for every listener on the port', async () => {
    const store = await open();
    const listener = (id: string) => anOwned({ kind: 'slb.listener', id, role: 'api-server-load-balancer' });
    await store.saveInventory(aPart({ resources: [listener('lb-1/6443/tcp'), listener('lb-1/80/http')] }));

    await store.record(aRecording({ gone: [{ kind: 'slb.listener', id: 'lb-1/6443' }] }));

    expect((await store.resourcesOf('c1')).map(({ id }) => id)).toEqual(['lb-1/80/http']);
  });

  it('keeps what an event created until a collector has seen it', async () => {
    const store = await open();
    const eni = anOwned({ kind: 'ecs.network-interface', id: 'eni-1', role: 'pod-eni', via: 'event' });
    await store.record(aRecording({ owned: [eni] }));

    for (const time of ['07:50', '08:10', '08:20', '08:30']) {
      await store.saveInventory(aPart({ collector: 'ecs', resources: [], at: at(time) }));
    }

    expect(await store.resourcesOf('c1')).toEqual([eni]);
  });

  it('does not miss a remembered resource in a collection that began before', async () => {
    const store = await open();
    await store.saveInventory(aPart({ at: at('07:00') }));
    await store.saveInventory(aPart({ resources: [], at: at('07:10') }));

    await store.remember([anOwned({ via: 'ecs' })], at('07:30'));
    await store.saveInventory(aPart({ resources: [], at: at('07:20') }));
    await store.saveInventory(aPart({ resources: [], at: at('07:40') }));

    expect(await store.resourcesOf('c1')).toHaveLength(1);
  });

  it('keeps the facts of a collector when a look-up knows fewer', async () => {
    const store = await open();
    const pool = anOwned({ kind: 'ess.scaling-group', id: 'asg-1', role: 'scaling-group', facts: { minSize: 1 } });
    await store.saveInventory(aPart({ resources: [pool] }));

    await store.remember([{ ...pool, facts: {}, via: 'event' }], at('08:00'));

    expect(await store.resourcesOf('c1')).toEqual([pool]);
  });

  it('names only those who have a resource now, once another cluster has taken it over', async () => {
    const store = await open();
    await store.saveInventory(aPart({ at: at('07:00') }));
    await store.saveInventory(aPart({ resources: [], at: at('07:10') }));
    await store.saveInventory(aPart({ resources: [], at: at('07:20') }));

    await store.saveInventory(
      aPart({ cluster: aCluster({ id: 'c2' }), resources: [anOwned({ clusterId: 'c2' })], at: at('07:30') }),
    );

    const owners = (await store.ownersOf(ACCOUNT, ['i-1'])).get('i-1') ?? [];
    expect(owners.map(({ clusterId }) => clusterId)).toEqual(['c2']);
  });

  it('ignores a collection that is older than what is known', async () => {
    const store = await open();
    await store.saveInventory(aPart({ resources: [anOwned({ name: 'new' })], at: at('07:10') }));

    await store.saveInventory(aPart({ resources: [anOwned({ name: 'old' })], at: at('07:00') }));

    expect((await store.resourcesOf('c1')).map(({ name }) => name)).toEqual(['new']);
  });

  it('retires a cluster that two complete listings in a row lack, with what it owned', async () => {
    const store = await open();
    const listing = { accountId: ACCOUNT, region: 'cn-hangzhou', ids: [] };
    await store.saveInventory(aPart({ at: at('07:00') }));
    await store.saveInventory(aPart({ cluster: aCluster({ id: 'c2' }), resources: [], at: at('07:00') }));

    await store.retireClusters({ ...listing, ids: ['c2'], at: at('07:10') });
    const afterOne = await store.clusters(ACCOUNT);
    await store.retireClusters({ ...listing, ids: ['c2'], at: at('07:20') });

    expect(afterOne.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect((await store.clusters(ACCOUNT)).map(({ id }) => id)).toEqual(['c2']);
    expect(await store.resourcesOf('c1')).toEqual([]);
  });

  it('takes a retired cluster back when it is collected again', async () => {
    const store = await open();
    const listing = { accountId: ACCOUNT, region: 'cn-hangzhou', ids: [] };
    await store.saveInventory(aPart({ at: at('07:00') }));
    await store.retireClusters({ ...listing, at: at('07:10') });
    await store.retireClusters({ ...listing, at: at('07:20') });

    await store.saveInventory(aPart({ at: at('07:30') }));

    expect(await store.clusters(ACCOUNT)).toHaveLength(1);
    expect(await store.resourcesOf('c1')).toHaveLength(1);
  });

  it('remembers what nobody owns until the time is over or it has an owner', async () => {
    const store = await open();
    const soon = new Date(Date.now() + 60_000);
    await store.rememberUnowned(ACCOUNT, ['i-1', 'i-2'], soon);
    await store.rememberUnowned(ACCOUNT, ['i-3'], new Date(Date.now() - 1_000));

    await store.remember([anOwned({ id: 'i-2' })], at('08:00'));

    expect(await store.unownedAmong(ACCOUNT, ['i-1', 'i-2', 'i-3', 'i-4'])).toEqual(new Set(['i-1']));
    expect(await store.unownedAmong('42', ['i-1'])).toEqual(new Set());
  });
});

describe.each(STORES)('trust on $name', ({ open }) => {
  it('tells the trust of a role whatever the case of its name', async () => {
    const store = await open();

    await store.saveTrust(aTrust());

    expect(await store.trustOf(ACCOUNT, ['AliyunCSDefaultRole', 'other'])).toEqual([aTrust()]);
    expect(await store.trustOf(ACCOUNT, [])).toEqual([]);
  });

  it('tells nothing of a role that an event touched until it is read again', async () => {
    const store = await open();
    await store.saveTrust(aTrust());

    await store.distrust(ACCOUNT, 'AliyunCSDefaultRole');
    const distrusted = await store.trustOf(ACCOUNT, ['aliyuncsdefaultrole']);
    const toRead = await store.trusts(ACCOUNT);
    await store.saveTrust(aTrust({ services: ['evil.example'], verifiedAt: at('09:00') }));

    expect(distrusted).toEqual([]);
    expect(toRead.map(({ roleName }) => roleName)).toEqual(['aliyuncsdefaultrole']);
    expect((await store.trustOf(ACCOUNT, ['aliyuncsdefaultrole']))[0]?.services).toEqual(['evil.example']);
  });

  it('keeps the younger of two readings', async () => {
    const store = await open();
    await store.saveTrust(aTrust({ onlyServices: false, verifiedAt: at('09:00') }));

    await store.saveTrust(aTrust({ verifiedAt: at('08:00') }));

    expect((await store.trusts(ACCOUNT))[0]?.onlyServices).toBe(false);
  });
});

describe.each(STORES)('snapshots on $name', ({ open }) => {
  const key = snapshotKey(aSnapshot());

  it('finds the newest reading from before a moment, for each aspect', async () => {
    const store = await open();
    const tags = aSnapshot({ aspect: 'tags', hash: 't' });
    await store.saveSnapshots([aSnapshot(), aSnapshot({ observedAt: at('08:00'), hash: 'h2' }), tags]);

    const before = await store.snapshotsBefore(ACCOUNT, [LB], at('08:00'));

    expect(before).toEqual(
      new Map([
        [key, aSnapshot()],
        [snapshotKey(tags), tags],
      ]),
    );
    expect((await store.snapshotsBefore(ACCOUNT, [LB], at('07:00'))).size).toBe(0);
    expect((await store.snapshotsBefore(ACCOUNT, [{ ...LB, kind: 'nlb.load-balancer' }], at('09:00'))).size).toBe(0);
  });

  it('writes a reading only where it differs from the one before it', async () => {
    const store = await open();
    await store.saveSnapshots([aSnapshot(), aSnapshot({ observedAt: at('07:10') })]);

    await store.saveSnapshots([aSnapshot({ observedAt: at('07:20') })]);
    await store.saveSnapshots([aSnapshot({ observedAt: at('07:30'), hash: 'h2' })]);

    const seenAt = async (time: string) => (await store.snapshotsBefore(ACCOUNT, [LB], at(time))).get(key)?.observedAt;
    expect([await seenAt('07:29'), await seenAt('08:00')]).toEqual([at('07:00'), at('07:30')]);
  });

  it('puts a reading that comes late into its place', async () => {
    const store = await open();
    await store.saveSnapshots([aSnapshot({ hash: 'old' }), aSnapshot({ observedAt: at('09:00'), hash: 'new' })]);

    await store.saveSnapshots([aSnapshot({ observedAt: at('08:00'), hash: 'new' })]);

    expect((await store.snapshotsBefore(ACCOUNT, [LB], at('08:30'))).get(key)?.hash).toBe('new');
  });

  it('sees a change and its undoing among readings that come together', async () => {
    const store = await open();
    await store.saveSnapshots([aSnapshot()]);

    await store.saveSnapshots([
      aSnapshot({ observedAt: at('09:00') }),
      aSnapshot({ observedAt: at('08:00'), hash: 'h2' }),
      aSnapshot({ observedAt: at('08:10'), hash: 'h2' }),
    ]);

    const seenAt = async (time: string) => (await store.snapshotsBefore(ACCOUNT, [LB], at(time))).get(key)?.observedAt;
    expect([await seenAt('08:30'), await seenAt('10:00')]).toEqual([at('08:00'), at('09:00')]);
  });

  it('makes the first sight of a resource its baseline, but not its absence', async () => {
    const store = await open();
    const absent = aSnapshot({ id: 'lb-2', content: null });

    await store.saveSnapshots([aSnapshot(), aSnapshot({ observedAt: at('08:00'), hash: 'h2' }), absent]);

    expect(await store.baselines(ACCOUNT, [LB, { ...LB, id: 'lb-2' }])).toEqual(new Map([[key, aSnapshot()]]));
    expect(
      (await store.snapshotsBefore(ACCOUNT, [{ ...LB, id: 'lb-2' }], at('09:00'))).get(snapshotKey(absent)),
    ).toEqual(absent);
  });

  it('forgets readings of more than 30 days ago, but not the state the month began with', async () => {
    const store = await open();
    const day = (days: number) => new Date(at('07:00').getTime() + days * 86_400_000);
    const readings = [0, 10, 20, 50].map((days) => aSnapshot({ observedAt: day(days), hash: `h${days}` }));
    await store.saveSnapshots([aSnapshot({ observedAt: day(-1), hash: 'baseline' }), ...readings]);

    await store.prune(day(51));

    const hashes = await Promise.all(
      [5, 15, 30, 60].map(async (days) => (await store.snapshotsBefore(ACCOUNT, [LB], day(days))).get(key)?.hash),
    );
    expect(hashes.slice(2)).toEqual(['h20', 'h50']);
    expect(hashes.slice(0, 2)).not.toContain('h0');
    expect(hashes.slice(0, 2)).not.toContain('h10');
    expect((await store.baselines(ACCOUNT, [LB])).get(key)?.hash).toBe('baseline');
  });

  it('forgets tombstones after 90 days', async () => {
    const store = await open();
    await store.saveInventory(aPart({ at: at('07:00') }));
    await store.record(aRecording({ gone: [anOwned()] }));
    const days = (count: number) => new Date(at('08:00').getTime() + count * 86_400_000);

    await store.prune(days(89));
    const kept = (await store.ownersOf(ACCOUNT, ['i-1'])).size;
    await store.prune(days(91));

    expect([kept, (await store.ownersOf(ACCOUNT, ['i-1'])).size]).toEqual([1, 0]);
  });
});

describe.each(STORES)('baselines on $name', ({ open }) => {
  const key = snapshotKey(aSnapshot());
  const changed = aSnapshot({ observedAt: at('08:10'), hash: 'h2' });
  const byAck = aRecording({ decision: { outcome: 'ack-itself', eventTime: at('08:00') }, touchedByAck: [LB] });
  const opened = async () => {
    const store = await open();
    await store.saveSnapshots([aSnapshot(), changed]);
    const hash = async () => (await store.baselines(ACCOUNT, [LB])).get(key)?.hash;
    return { store, hash };
  };

  it('follow what ACK changed once it has stood for 30 minutes', async () => {
    const { store, hash } = await opened();
    await store.record(byAck);

    const tooSoon = await store.advanceBaselines(ACCOUNT, at('08:40'));
    const moved = await store.advanceBaselines(ACCOUNT, at('08:41'));
    const again = await store.advanceBaselines(ACCOUNT, at('09:00'));

    expect([tooSoon, moved, again]).toEqual([0, 1, 0]);
    expect(await hash()).toBe('h2');
  });

  it('stay where ACK did not touch the resource', async () => {
    const { store, hash } = await opened();

    expect(await store.advanceBaselines(ACCOUNT, at('12:00'))).toBe(0);
    expect(await hash()).toBe('h1');
  });

  it('stay while a finding on the resource is open, and follow once it is resolved and nothing lies between', async () => {
    const { store } = await opened();
    const finding = aFinding({ id: 'F-1', resources: [anOwned(LB)], eventTime: at('06:00') });
    await store.record(aRecording({ decision: { eventId: 'E-0', eventTime: at('06:00') }, findings: [finding] }));
    await store.record(byAck);

    const whileOpen = await store.advanceBaselines(ACCOUNT, at('12:00'));
    await store.resolve(['F-1'], at('12:00'));

    expect([whileOpen, await store.advanceBaselines(ACCOUNT, at('12:10'))]).toEqual([0, 1]);
  });

  it('stay when an outsider changed the resource in between, even when that finding is resolved', async () => {
    const { store } = await opened();
    const finding = aFinding({ id: 'F-1', resources: [anOwned(LB)], status: 'resolved' });
    const outsider = { eventId: 'E-2', eventTime: at('08:05') };
    await store.record(aRecording({ decision: outsider, findings: [finding] }));

    await store.record(byAck);

    expect(await store.advanceBaselines(ACCOUNT, at('12:00'))).toBe(0);
  });

  it('follow past a change by an outsider that was put back and seen put back', async () => {
    const { store, hash } = await opened();
    await store.record(aRecording({ decision: { eventId: 'E-2', eventTime: at('08:05') } }));
    await store.saveSnapshots([
      aSnapshot({ observedAt: at('08:20') }),
      aSnapshot({ observedAt: at('09:00'), hash: 'h3' }),
    ]);

    await store.record(aRecording({ ...byAck, decision: { ...byAck.decision, eventTime: at('08:50') } }));

    expect(await store.advanceBaselines(ACCOUNT, at('12:00'))).toBe(1);
    expect(await hash()).toBe('h3');
  });

  it('are not held back by a refused call', async () => {
    const { store } = await opened();
    const refused = aFinding({ id: 'F-1', eventId: 'E-2', resources: [anOwned(LB)], outcome: 'failure' });
    await store.record(aRecording({ decision: { eventId: 'E-2', eventTime: at('08:05') }, findings: [refused] }));

    await store.record(byAck);

    expect(await store.advanceBaselines(ACCOUNT, at('12:00'))).toBe(1);
  });

  it('never go back to an older reading', async () => {
    const { store, hash } = await opened();
    await store.record(byAck);
    await store.advanceBaselines(ACCOUNT, at('12:00'));

    await store.saveSnapshots([aSnapshot({ observedAt: at('08:05'), hash: 'late' })]);
    await store.advanceBaselines(ACCOUNT, at('13:00'));

    expect(await hash()).toBe('h2');
  });
});

describe.each(STORES)('later writes on $name', ({ open }) => {
  const refs = [LB, { kind: 'ecs.instance', id: 'i-1' }] as const;

  it('are those of decided events after the moment, by anybody', async () => {
    const store = await open();
    await store.record(aRecording({ decision: { outcome: 'ack-itself', eventTime: at('08:00') } }));

    expect(await store.laterWrites(ACCOUNT, refs, at('07:59'))).toEqual(new Set(['lb-1']));
    expect(await store.laterWrites(ACCOUNT, refs, at('08:00'))).toEqual(new Set());
    expect(await store.laterWrites('42', refs, at('07:59'))).toEqual(new Set());
  });

  it('are not dry runs nor refused calls', async () => {
    const store = await open();
    await store.record(aRecording({ decision: { outcome: 'dry-run' } }));
    const refused = aFinding({ eventId: 'E-2', outcome: 'failure' });
    await store.record(aRecording({ decision: { eventId: 'E-2' }, findings: [refused] }));

    expect(await store.laterWrites(ACCOUNT, refs, at('07:00'))).toEqual(new Set());
  });

  it('know a listener with and without its protocol', async () => {
    const store = await open();
    await store.record(aRecording({ decision: { resources: ['lb-1/6443'] } }));
    const listener = (id: string) => ({ kind: 'slb.listener', id }) as const;

    const later = await store.laterWrites(ACCOUNT, [listener('lb-1/6443/tcp'), listener('lb-1/80/tcp')], at('07:00'));

    expect(later).toEqual(new Set(['lb-1/6443/tcp']));
  });
});

describe.each(STORES)('findings on $name', ({ open }) => {
  const reading = aSnapshot({ observedAt: at('08:02') });
  const finding = aFinding({
    id: 'F-1',
    resources: [anOwned(LB)],
    errorCode: 'X',
    comparisons: [
      {
        resource: LB,
        aspect: 'tags',
        changes: [],
        unknown: ['after'],
        before: aSnapshot(),
        now: reading,
        after: reading,
      },
    ],
  });
  const opened = async (...findings: readonly ReturnType<typeof aFinding>[]) => {
    const store = await open();
    await store.record(aRecording({ findings }));
    return store;
  };

  it('come back as they were given', async () => {
    const store = await opened(finding);

    expect(await store.finding('F-1')).toEqual(finding);
    expect(await store.finding('F-2')).toBeUndefined();
  });

  it('are open until they are resolved, and only where something was changed', async () => {
    const refused = aFinding({ id: 'F-2', resources: [anOwned(LB)], outcome: 'failure' });
    const store = await opened(
      finding,
      refused,
      aFinding({ id: 'F-3', resources: [anOwned(LB)], status: 'suppressed' }),
    );

    const before = await store.openFindings(ACCOUNT, [LB]);
    const { operation } = finding;
    const named = await store.openFindings(ACCOUNT, [LB], ['ecs:deleteinstance', operation.toLowerCase()]);
    const others = await store.openFindings(ACCOUNT, [LB], ['ecs:deleteinstance']);
    await store.resolve(['F-1'], at('09:00'));

    expect(before).toEqual([finding]);
    expect([named, others]).toEqual([[finding], []]);
    expect(await store.openFindings(ACCOUNT, [LB])).toEqual([]);
    expect((await store.finding('F-1'))?.status).toBe('resolved');
  });

  it('are told once, the oldest, where many say the same', async () => {
    const of = (id: string, minute: string, aspect: string, resource = LB) =>
      aFinding({
        id,
        eventId: id,
        eventTime: at(`08:${minute}`),
        resources: [anOwned(resource)],
        comparisons: [aComparison({ resource, aspect })],
      });
    const store = await opened(
      of('F-late', '30', 'configuration'),
      of('F-first', '10', 'configuration'),
      of('F-again', '20', 'configuration'),
      of('F-tags', '20', 'tags'),
      of('F-other', '05', 'configuration', { kind: 'slb.load-balancer', id: 'lb-2' }),
    );

    const open = await store.oldestOpen(ACCOUNT, [LB], at('08:25'));
    await store.resolve(['F-first'], at('09:00'));
    const then = await store.oldestOpen(ACCOUNT, [LB], at('08:20'));
    const later = await store.oldestOpen(ACCOUNT, [LB], at('09:00'));

    expect(open.map(({ id }) => id)).toEqual(['F-first', 'F-tags']);
    expect(then).toEqual([]);
    expect(later.map(({ id }) => id).toSorted()).toEqual(['F-again', 'F-tags']);
  });

  it('are found by the listener with and without its protocol', async () => {
    const listener = anOwned({ kind: 'slb.listener', id: 'lb-1/6443/tcp' });
    const store = await opened(aFinding({ id: 'F-1', resources: [listener] }));

    const found = await Promise.all(
      ['lb-1/6443', 'lb-1/6443/tcp', 'lb-1/6443/udp', 'lb-1/644'].map(
        async (id) => (await store.openFindings(ACCOUNT, [{ kind: 'slb.listener', id }])).length,
      ),
    );

    expect(found).toEqual([1, 1, 0, 0]);
  });

  it('end when a later event puts things right, not when an earlier one did', async () => {
    const store = await opened(aFinding({ id: 'F-1', resources: [anOwned(LB)], eventTime: at('08:00') }));
    const restores = (eventId: string, time: string) =>
      aRecording({ decision: { eventId, eventTime: at(time), outcome: 'restores' }, restored: [LB] });

    await store.record(restores('E-2', '07:50'));
    const afterEarlier = (await store.finding('F-1'))?.status;
    await store.record(restores('E-3', '08:20'));

    expect([afterEarlier, (await store.finding('F-1'))?.status]).toEqual(['new', 'resolved']);
  });

  it('are due for inspection when their time has come, and no more once they were inspected', async () => {
    const past = new Date(Date.now() - 60_000);
    const store = await opened(
      aFinding({ id: 'F-1', reinspectAt: past }),
      aFinding({ id: 'F-2', reinspectAt: new Date(Date.now() + 600_000) }),
      aFinding({ id: 'F-3' }),
    );

    const due = await store.dueForInspection(10);
    await store.updateFinding(aFinding({ id: 'F-1', notes: ['read again'] }), [aSnapshot()]);

    expect(due).toEqual([aFinding({ id: 'F-1', reinspectAt: past })]);
    expect(await store.dueForInspection(10)).toEqual([]);
    expect((await store.finding('F-1'))?.notes).toEqual(['read again']);
    expect((await store.snapshotsBefore(ACCOUNT, [LB], at('09:00'))).size).toBe(1);
  });

  it('stay resolved when a slow inspection reports them as they were', async () => {
    const store = await opened(finding);
    await store.resolve(['F-1'], at('09:00'));

    await store.updateFinding({ ...finding, notes: ['late'] }, []);

    const { status, notes } = (await store.finding('F-1')) ?? {};
    expect([status, notes]).toEqual(['resolved', ['late']]);
  });

  it('tell whether an unverified role was alerted about', async () => {
    const actor = { type: 'assumed-role', name: 'AliyunCSDefaultRole', standing: 'unverified' } as const;
    const store = await opened(aFinding({ id: 'F-1', actor }));

    const since = (time: string) => store.hasAlertedUnverified(ACCOUNT, 'aliyuncsdefaultrole', new Date(time));

    expect(await since('2026-11-24T08:00:00Z')).toBe(true);
    expect(await since('2026-11-24T09:00:00Z')).toBe(false);
    expect(await store.hasAlertedUnverified(ACCOUNT, 'other', new Date(0))).toBe(false);
  });
});

describe.each(STORES)('hostile text on $name', ({ open }) => {
  const NASTY = [
    { what: 'a NUL character', text: 'a\0b' },
    { what: 'half a surrogate pair', text: 'lone \uD800 half' },
    { what: 'an escaped NUL', text: '\\u0000' },
    { what: 'SQL', text: `'; drop table decisions; --` },
    { what: 'an operator', text: '{"$ne":1}' },
    { what: 'an id that no index takes', text: 'x'.repeat(5_000) },
    { what: 'text that runs backwards', text: '\u202E' },
  ];

  it.each(NASTY)('is taken wherever an event can put it: $what', async ({ text }) => {
    const store = await open();
    const ref = { kind: 'ecs.instance', id: text } as const;
    const decision = {
      eventId: text,
      resources: [text],
      actor: text,
      why: text,
      facts: [text],
      raw: { [text]: [text] },
    };
    const finding = aFinding({
      id: 'F-1',
      eventId: text,
      notes: [text],
      resources: [anOwned({ id: text })],
      actor: { type: 'ram-user', name: text, standing: 'outsider' },
    });
    const content = { [text]: text };

    const recorded = await store.record(
      aRecording({
        decision,
        findings: [finding],
        owned: [anOwned({ id: text, name: text, facts: { text } })],
        snapshots: [aSnapshot({ ...ref, content })],
      }),
    );
    await store.setAside({ raw: text, reason: text, at: at('08:00') });
    await store.rememberUnowned(ACCOUNT, [`${text}!`], new Date(Date.now() + 60_000));

    expect(recorded).toBe('recorded');
    expect(await store.isDecided(aDecision({ eventId: text }))).toBe(true);
    expect((await store.ownersOf(ACCOUNT, [text])).get(text)).toHaveLength(1);
    expect(await store.openFindings(ACCOUNT, [ref])).toHaveLength(1);
    expect((await store.snapshotsBefore(ACCOUNT, [ref], at('09:00'))).size).toBe(1);
    expect(await store.laterWrites(ACCOUNT, [ref], at('07:00'))).toEqual(new Set([text]));
    expect(await store.unownedAmong(ACCOUNT, [`${text}!`])).toEqual(new Set([`${text}!`]));
    await store.record(aRecording({ decision: { eventId: 'D', eventTime: at('09:00') }, gone: [ref] }));
    expect(await store.resourcesOf('c1')).toEqual([]);
  });
});
