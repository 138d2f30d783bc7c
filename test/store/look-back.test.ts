import { describe, expect, it } from 'vitest';
import { aDecision, ACCOUNT, anOwned, aPart, aRecording, at } from './builders.ts';
import { STORES } from './stores.ts';

describe.each(STORES)('looking back in $name', ({ open }) => {
  it('finds what was decided about a resource in a span of time, newest first', async () => {
    const store = await open();
    for (const [eventId, time, resources] of [
      ['early', '05:00', ['c1']],
      ['first', '06:00', ['c1']],
      ['second', '07:00', ['np1', 'c1']],
      ['other', '07:00', ['c2']],
      ['late', '09:00', ['c1']],
    ] as const) {
      await store.record(aRecording({ decision: { eventId, eventTime: at(time), resources, outcome: 'approved' } }));
    }

    const past = await store.decidedOn(ACCOUNT, ['c1', 'c9'], at('06:00'), at('08:00'));

    expect(past.map(({ eventId }) => eventId)).toEqual(['second', 'first']);
    expect(past[1]).toEqual({
      accountId: ACCOUNT,
      region: 'cn-hangzhou',
      eventId: 'first',
      operation: aDecision().operation,
      eventTime: at('06:00'),
      receivedAt: at('08:01'),
      outcome: 'approved',
      resources: ['c1'],
      actor: 'ram-user alice',
      why: aDecision().why,
    });
  });

  it('lists what ACK did on the cluster of a finding shortly after it, and nobody else', async () => {
    const store = await open();
    await store.saveInventory(aPart({ resources: [anOwned(), anOwned({ kind: 'slb.load-balancer', id: 'lb-1' })] }));
    for (const [eventId, time, outcome, resources] of [
      ['deed', '08:00', 'finding', ['i-1']],
      ['drain', '08:01', 'ack-itself', ['lb-1/6443/tcp']],
      ['release', '08:03', 'echo', ['i-1']],
      ['elsewhere', '08:03', 'echo', ['i-9']],
      ['before', '07:59', 'echo', ['i-1']],
      ['too-late', '08:20', 'echo', ['i-1']],
    ] as const) {
      await store.record(aRecording({ decision: { eventId, eventTime: at(time), outcome, resources } }));
    }
    const finding = { accountId: ACCOUNT, cluster: { id: 'c1', name: 'prod' }, eventTime: at('08:00') };

    const echoes = await store.echoesOf(finding, 10 * 60_000);

    expect(echoes.map(({ eventId }) => eventId)).toEqual(['drain', 'release']);
  });

  it('still knows the echo that released a node', async () => {
    const store = await open();
    await store.saveInventory(aPart());
    const gone = [{ kind: 'ecs.instance', id: 'i-1' }] as const;
    await store.record(
      aRecording({
        decision: { eventId: 'release', eventTime: at('08:03'), outcome: 'echo', resources: ['i-1'] },
        gone,
      }),
    );
    const finding = { accountId: ACCOUNT, cluster: { id: 'c1', name: 'prod' }, eventTime: at('08:00') };

    expect(await store.echoesOf(finding, 600_000)).toHaveLength(1);
  });
});
