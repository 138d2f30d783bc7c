import { describe, expect, it } from 'vitest';
import { aFinding } from '../support/finding.ts';
import * as build from './builders.ts';
import { STORES } from './stores.ts';

const { LB, aDecision, aNotification, aRecording, aSnapshot, at } = build;

const F1 = { id: 'F-1', eventTime: at('08:00'), resources: [build.anOwned({ ...LB })] };

describe.each(STORES)('leases on $name', ({ open }) => {
  it('belong to one holder until it gives them back', async () => {
    const store = await open();

    const first = await store.hold('sweep c1', 60_000);
    const second = await store.hold('sweep c1', 60_000);
    const other = await store.hold('sweep c2', 60_000);
    await store.release('sweep c1', first ?? '');

    expect([typeof first, second, typeof other]).toEqual(['string', undefined, 'string']);
    expect(await store.hold('sweep c1', 60_000)).toBeDefined();
  });

  it('run out when their holder dies, and are not given back by it afterwards', async () => {
    const store = await open();
    const dead = await store.hold('sweep c1', -1);

    const next = await store.hold('sweep c1', 60_000);
    await store.release('sweep c1', dead ?? '');

    expect(next).toBeDefined();
    expect(await store.hold('sweep c1', 60_000)).toBeUndefined();
  });
});

describe.each(STORES)('marks on $name', ({ open }) => {
  it('tell how far work has come', async () => {
    const store = await open();

    const before = await store.mark('reconcile');
    await store.setMark('reconcile', { at: at('08:00'), isComplete: false });
    await store.setMark('reconcile', { at: at('08:10'), isComplete: true });

    expect([before, await store.mark('reconcile')]).toEqual([undefined, { at: at('08:10'), isComplete: true }]);
  });
});

describe.each(STORES)('what is news on $name', ({ open }) => {
  it('leaves out what is decided, held or not, and keeps the order of the rest', async () => {
    const store = await open();
    await store.record(aRecording({ decision: { eventId: 'E-1' } }));
    await store.record(aRecording({ decision: { eventId: 'E-2', outcome: 'unverified' } }));
    const events = ['E-4', 'E-1', 'E-3', 'E-2'].map((eventId) => aDecision({ eventId }));

    const news = await store.undecided([...events, aDecision({ region: 'cn-beijing' })]);

    expect(news.map(({ region, eventId }) => `${region} ${eventId}`)).toEqual([
      'cn-hangzhou E-4',
      'cn-hangzhou E-3',
      'cn-beijing E-1',
    ]);
  });

  it('has what is held because of another bus, which the trail may settle', async () => {
    const store = await open();
    await store.record(aRecording({ decision: { eventId: 'E-1', outcome: 'unverified', via: 'other-bus' } }));
    await store.record(aRecording({ decision: { eventId: 'E-2', outcome: 'finding', via: 'other-bus' } }));

    const news = await store.undecided(['E-1', 'E-2'].map((eventId) => aDecision({ eventId })));

    expect(news.map(({ eventId }) => eventId)).toEqual(['E-1']);
    expect((await store.decision(aDecision({ eventId: 'E-1' })))?.via).toBe('other-bus');
  });

  it('is told whether the sweep found it', async () => {
    const store = await open();

    await store.record(aRecording({ decision: { via: 'reconcile' }, findings: [aFinding({ via: 'reconcile' })] }));

    expect((await store.decision(aDecision()))?.via).toBe('reconcile');
    expect((await store.finding(aFinding().id))?.via).toBe('reconcile');
  });
});

describe.each(STORES)('the end of a finding on $name', ({ open }) => {
  async function told() {
    const store = await open();
    await store.record(aRecording({ findings: [aFinding(F1)], notifications: [aNotification()] }));
    const take = () => store.take(build.aTaking());
    const deliver = async () => {
      const message = await take();
      if (message) await store.settle(message, { state: 'delivered' });
      return message;
    };
    return { store, take, deliver };
  }

  it('is told to those who were alerted, once, with who saw to it and when', async () => {
    const { store, deliver } = await told();
    await deliver();

    await store.record(
      aRecording({ decision: { eventId: 'E-2', eventTime: at('08:30'), actor: 'ram-user bob' }, restored: [LB] }),
    );
    await store.resolve(['F-1'], at('09:00'), 'ram-user carol');
    const message = await deliver();

    expect(message).toMatchObject({ kind: 'resolved', channel: 'dingtalk' });
    expect(message?.findings[0]).toMatchObject({
      id: 'F-1',
      status: 'resolved',
      resolvedAt: at('08:30'),
      resolvedBy: 'ram-user bob',
    });
    expect(await deliver()).toBeUndefined();
  });

  it('is told by the alert itself where that was not sent yet', async () => {
    const { store, deliver } = await told();

    await store.resolve(['F-1'], at('08:30'));
    const message = await deliver();

    expect(message).toMatchObject({ kind: 'alert', findings: [{ status: 'resolved' }] });
    expect(await deliver()).toBeUndefined();
  });

  it('is told after an alert that was just being sent', async () => {
    const { store, take, deliver } = await told();
    const alert = await take();

    await store.resolve(['F-1'], at('08:30'));
    if (alert) await store.settle(alert, { state: 'delivered' });

    expect(await deliver()).toMatchObject({ kind: 'resolved' });
  });

  it('names whoever wrote last to the resource, where nobody is named', async () => {
    const { store } = await told();
    const write = (eventId: string, time: string, actor: string, outcome: 'finding' | 'dry-run' = 'finding') =>
      store.record(aRecording({ decision: { eventId, eventTime: at(time), actor, outcome } }));
    await write('E-2', '08:10', 'ram-user bob');
    await write('E-3', '08:20', 'ram-user carol');
    await write('E-4', '08:25', 'ram-user dave', 'dry-run');
    await write('E-5', '08:50', 'ram-user erin');

    await store.resolve(['F-1'], at('08:30'));

    expect(await store.finding('F-1')).toMatchObject({ resolvedAt: at('08:30'), resolvedBy: 'ram-user carol' });
  });

  it('is told in one message for what began as one story', async () => {
    const { store, deliver } = await told();
    const story = aNotification().story;
    await store.record(
      aRecording({
        decision: { eventId: 'E-2' },
        findings: [aFinding({ ...F1, id: 'F-2', eventId: 'E-2' })],
        notifications: [aNotification({ id: 'N-2', findingId: 'F-2', story, isDestructive: true, resources: ['x y'] })],
      }),
    );
    while ((await deliver()) !== undefined);

    await store.record(aRecording({ decision: { eventId: 'E-3', eventTime: at('08:30') }, restored: [LB] }));
    const message = await deliver();

    expect(message?.kind).toBe('resolved');
    expect(message?.findings.map(({ id }) => id).toSorted()).toEqual(['F-1', 'F-2']);
    expect(await deliver()).toBeUndefined();
  });

  it('lists what is still open on a cluster, oldest first', async () => {
    const { store } = await told();
    const more = [
      aFinding({ id: 'F-0', eventId: 'E-0', eventTime: at('07:00') }),
      aFinding({ id: 'F-2', eventId: 'E-2', cluster: { id: 'c2', name: 'test' } }),
      aFinding({ id: 'F-3', eventId: 'E-3', outcome: 'failure' }),
      aFinding({ id: 'F-4', eventId: 'E-4', status: 'suppressed' }),
    ];
    await store.record(aRecording({ decision: { eventId: 'E-0' }, findings: more }));

    expect((await store.openFindingsOf('c1')).map(({ id }) => id)).toEqual(['F-0', 'F-1']);
  });
});

describe.each(STORES)('what happened before on $name', ({ open }) => {
  it('is the last resolved finding with the same cluster, rule and resource', async () => {
    const store = await open();
    const earlier = (id: string, time: string, about: Parameters<typeof aFinding>[0] = {}) =>
      store.record(
        aRecording({
          decision: { eventId: id },
          findings: [aFinding({ ...F1, id, eventTime: at(time), status: 'resolved', ...about })],
        }),
      );
    await earlier('F-1', '06:00');
    await earlier('F-2', '07:00');
    await earlier('open', '07:10', { status: 'new' });
    await earlier('other cluster', '07:20', { cluster: { id: 'c2', name: 'test' } });
    await earlier('other resource', '07:30', { resources: [build.anOwned()] });
    await earlier('later', '09:00');

    const before = await store.resolvedBefore(aFinding({ ...F1, id: 'F-9' }));

    expect(before?.id).toBe('F-2');
    expect(await store.resolvedBefore(aFinding({ ...F1, rule: 'master.released' }))).toBeUndefined();
  });
});

describe.each(STORES)('declared exceptions on $name', ({ open }) => {
  const window = {
    id: 'S-1',
    what: { clusters: ['c1'], rows: ['R02'] },
    why: 'moving the ingress',
    by: 'carol',
    from: new Date(Date.now() - 60_000),
    until: new Date(Date.now() + 60_000),
  };
  const pipeline = {
    id: 'A-1',
    actor: { type: 'ram-user', name: 'deploy bot' },
    clusters: ['c1'],
    rows: ['R40'],
    why: 'deploys',
    by: 'carol',
  };

  it('are given back as they were declared, to their account alone, until they are ended', async () => {
    const store = await open();
    await store.suppress(build.ACCOUNT, window);
    await store.declare(build.ACCOUNT, pipeline);

    const before = await store.exceptions(build.ACCOUNT);
    const elsewhere = await store.exceptions('42');
    await store.endException('S-1');
    await store.endException('A-1');

    expect(before).toEqual({ suppressions: [window], automation: [pipeline] });
    expect([elsewhere, await store.exceptions(build.ACCOUNT)]).toEqual([
      { suppressions: [], automation: [] },
      { suppressions: [], automation: [] },
    ]);
  });
});

describe.each(STORES)('what trusted automation changed on $name', ({ open }) => {
  it('is how things should be from then on', async () => {
    const store = await open();
    await store.saveSnapshots([aSnapshot()]);
    const comparison = { resource: LB, aspect: 'configuration', changes: [], unknown: [] };
    const finding = aFinding({
      comparisons: [comparison],
      actor: { type: 'ram-user', name: 'bot', standing: 'declared' },
    });

    await store.record(
      aRecording({ findings: [finding], snapshots: [aSnapshot({ observedAt: at('08:00'), hash: 'h2' })] }),
    );

    expect([...(await store.baselines(build.ACCOUNT, [LB])).values()].map(({ hash }) => hash)).toEqual(['h2']);
  });
});

describe.each(STORES)('a sender whose lease ran out on $name', ({ open }) => {
  it('neither frees nor abandons the message of the one after it', async () => {
    const store = await open();
    await store.record(aRecording({ findings: [aFinding(F1)], notifications: [aNotification()] }));
    const slow = await store.take(build.aTaking({ leaseMs: -1 }));
    const next = await store.take(build.aTaking());

    if (slow) await store.settle(slow, { state: 'pending', retryInMs: -1, why: 'timeout' });
    const freed = await store.take(build.aTaking());
    if (slow) await store.settle(slow, { state: 'abandoned', why: 'too long' });
    if (next) await store.settle(next, { state: 'pending', retryInMs: -1, why: 'throttled' });

    expect([slow?.id, freed]).toEqual([next?.id, undefined]);
    expect(await store.take(build.aTaking())).toMatchObject({ id: next?.id });
  });
});
