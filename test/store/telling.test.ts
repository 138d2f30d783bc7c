import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/model/finding.ts';
import type { Notification } from '../../shared/model/notification.ts';
import type { Choice, Message, Spent, Waiting } from '../../shared/store/outbox.ts';
import type { Store } from '../../shared/store/store.ts';
import { aFinding } from '../support/finding.ts';
import { aNotification, aRecording, aTaking, takeFirst } from './builders.ts';
import { STORES } from './stores.ts';

/** Records one event with its findings `F-…` and their notifications. */
async function told(store: Store, notifications: readonly Notification[], about: Partial<Finding> = {}) {
  const ids = [...new Set(notifications.map(({ findingId }) => findingId))];
  const findings = ids.map((id) => aFinding({ id, eventId: ids.join(), ...about }));
  await store.record(aRecording({ decision: { eventId: ids.join() }, findings, notifications }));
}

const refused = { state: 'pending', retryInMs: 0, why: 'refused' } as const;

/** What waits for a channel, without taking any of it. */
async function waitingFor(store: Store, channel = 'dingtalk'): Promise<readonly Waiting[]> {
  let seen: readonly Waiting[] = [];
  await store.take(aTaking({ channel, choose: (waiting) => void (seen = waiting) }));
  return seen;
}

async function taken(store: Store, about: Partial<Parameters<Store['take']>[0]> = {}): Promise<Message> {
  const message = await store.take(aTaking(about));
  if (message === undefined) throw new Error('Expected a message, got none');
  return message;
}

const together = (waiting: readonly Waiting[]): Choice => ({
  kind: 'digest',
  ids: waiting.flatMap(({ ids }) => ids),
});

describe.each(STORES)('the outbox on $name', ({ open }) => {
  it('hands out what is due with its finding, each to one sender', async () => {
    const store = await open();
    await told(store, [aNotification()]);
    await told(store, [aNotification({ id: 'N-2', findingId: 'F-2' })]);

    const messages = [await taken(store), await taken(store), await store.take(aTaking())];

    expect(messages.map((one) => one?.findings.map(({ id }) => id))).toEqual([['F-1'], ['F-2'], undefined]);
    expect(messages[0]).toMatchObject({ channel: 'dingtalk', kind: 'alert', attempts: 0, mayBeRepeat: false });
    expect(messages[0]?.findings[0]).toEqual(aFinding({ id: 'F-1', eventId: 'F-1' }));
    expect(messages[0]?.ageMs).toBeLessThan(60_000);
  });

  it('hands out only what is for the channel', async () => {
    const store = await open();
    await told(store, [aNotification(), aNotification({ id: 'N-2', channel: 'email' })]);

    expect(await waitingFor(store, 'email')).toMatchObject([{ ids: ['N-2'] }]);
    expect(await waitingFor(store, 'feishu')).toEqual([]);
  });

  it('lets wait what is not chosen', async () => {
    const store = await open();
    await told(store, [aNotification()]);

    expect(await store.take(aTaking({ choose: () => undefined }))).toBeUndefined();
    expect(await store.take(aTaking())).toBeDefined();
  });

  it('offers nothing while there is no room, and counts no post for it', async () => {
    const store = await open();
    await told(store, [aNotification()]);
    await told(store, [aNotification({ id: 'N-2', findingId: 'F-2' })]);
    await taken(store);
    const seen: Spent[] = [];
    const offered: (readonly Waiting[])[] = [];
    const choose: typeof takeFirst = (waiting) => void offered.push(waiting);

    const message = await store.take(aTaking({ choose, hasRoom: (spent) => seen.push(spent) === 0 }));
    await store.take(aTaking({ choose, hasRoom: (spent) => seen.push(spent) > 0 }));

    expect(message).toBeUndefined();
    expect(offered).toMatchObject([[{ ids: ['N-2'] }]]);
    expect(seen[1]).toEqual(seen[0]);
  });

  it('says that a message may be a repeat when its sender died, and keeps its name', async () => {
    const store = await open();
    await told(store, [aNotification()]);
    const first = await taken(store, { leaseMs: 0 });

    const afterDeath = await taken(store);
    await store.settle(afterDeath, refused);
    const afterRefusal = await taken(store);

    expect(afterDeath).toMatchObject({ id: first.id, attempts: 1, mayBeRepeat: true });
    expect(afterRefusal).toMatchObject({ id: first.id, attempts: 2, mayBeRepeat: true });
  });

  it('is sure that a refused message is no repeat, and not so sure of one that nobody answered', async () => {
    const store = await open();
    await told(store, [aNotification()]);

    await store.settle(await taken(store), refused);
    const afterRefusal = await taken(store);
    await store.settle(afterRefusal, { ...refused, unanswered: true });
    const afterSilence = await taken(store);

    expect([afterRefusal.mayBeRepeat, afterSilence.mayBeRepeat]).toEqual([false, true]);
  });

  it('waits before it hands out again what could not be delivered', async () => {
    const store = await open();
    await told(store, [aNotification()]);

    await store.settle(await taken(store), { ...refused, retryInMs: 60_000 });

    expect(await store.take(aTaking())).toBeUndefined();
  });

  it.each([{ state: 'delivered' }, { state: 'abandoned', why: 'too old' }] as const)(
    'never hands out again what is $state',
    async (delivery) => {
      const store = await open();
      await told(store, [aNotification()]);
      const message = await taken(store, { leaseMs: 0 });
      await store.settle(message, delivery);

      await store.settle(message, refused); // a late failure of another sender

      expect(await store.take(aTaking())).toBeUndefined();
    },
  );

  it('holds a notification that is recorded twice once', async () => {
    const store = await open();
    await told(store, [aNotification()]);
    await told(store, [aNotification(), aNotification({ id: 'N-2', findingId: 'F-2' })]);

    expect((await waitingFor(store)).flatMap(({ ids }) => ids).toSorted()).toEqual(['N-1', 'N-2']);
  });

  it('announces what no event gave', async () => {
    const store = await open();
    await told(store, [aNotification()]);
    await store.settle(await taken(store), { state: 'delivered' });

    await store.announce([aNotification({ id: 'N-2', news: 'resolved' })]);

    expect(await taken(store)).toMatchObject({ kind: 'resolved', findings: [{ id: 'F-1' }] });
  });

  it('abandons what waits for a channel that is no more, and counts it', async () => {
    const store = await open();
    await told(store, [aNotification(), aNotification({ id: 'N-2', channel: 'feishu' })]);

    const abandoned = await store.abandonOthers(['dingtalk'], 'gone');

    expect(abandoned).toEqual(new Map([['feishu', 1]]));
    expect(await waitingFor(store, 'feishu')).toEqual([]);
    expect(await waitingFor(store)).toHaveLength(1);
  });
});

describe.each(STORES)('what is told together on $name', ({ open }) => {
  it('is an event on several clusters', async () => {
    const store = await open();

    await told(store, [
      aNotification({ story: 's1' }),
      aNotification({ id: 'N-2', findingId: 'F-2', story: 's2' }),
      aNotification({ id: 'N-3', story: 's1', channel: 'email' }),
    ]);

    expect((await taken(store)).findings.map(({ id }) => id)).toEqual(['F-1', 'F-2']);
    expect((await taken(store, { channel: 'email' })).findings.map(({ id }) => id)).toEqual(['F-1']);
  });

  it('is, of an event on several clusters, even what alone would wait for an update', async () => {
    const store = await open();
    await told(store, [aNotification({ story: 's1' })]);
    await store.settle(await taken(store), { state: 'delivered' });

    await told(store, [
      aNotification({ id: 'N-2', findingId: 'F-2', story: 's1' }),
      aNotification({ id: 'N-3', findingId: 'F-3', story: 's2' }),
    ]);

    expect((await taken(store)).findings).toHaveLength(2);
  });

  it('is what was chosen, from then on under one name', async () => {
    const store = await open();
    await told(store, [aNotification({ severity: 'high' })]);
    await told(store, [aNotification({ id: 'N-2', findingId: 'F-2', severity: 'low' })]);

    const digest = await taken(store, { choose: together });
    await store.settle(digest, refused);

    expect(digest).toMatchObject({ kind: 'digest', findings: [{ id: 'F-1' }, { id: 'F-2' }] });
    expect(await waitingFor(store)).toMatchObject([{ kind: 'digest', severity: 'high', ids: ['N-1', 'N-2'] }]);
    expect((await taken(store)).id).toBe(digest.id);
  });

  it('is offered the worst first, then the oldest', async () => {
    const store = await open();
    await told(store, [aNotification({ severity: 'low' })]);
    await told(store, [aNotification({ id: 'N-2', findingId: 'F-2', severity: 'critical' })]);
    await told(store, [aNotification({ id: 'N-3', findingId: 'F-3', severity: 'critical' })]);

    expect((await waitingFor(store)).map(({ ids }) => ids)).toEqual([['N-2'], ['N-3'], ['N-1']]);
  });

  it('is what quiet hours hold back, once they are over', async () => {
    const store = await open();
    const soon = new Date(Date.now() + 3_600_000);

    await told(store, [aNotification({ notBefore: soon })]);
    await told(store, [aNotification({ id: 'N-2', findingId: 'F-2', notBefore: soon })]);
    await told(store, [aNotification({ id: 'N-3', findingId: 'F-3', notBefore: new Date(0) })]);

    expect((await waitingFor(store)).map(({ ids }) => ids)).toEqual([['N-3']]);
  });
});

describe.each(STORES)('a story on $name', ({ open }) => {
  const story = 'prod, rule, alice';
  const next = (n: number, about: Partial<Notification> = {}) =>
    aNotification({ id: `N-${n}`, findingId: `F-${n}`, story, ...about });

  it('is told at once, and what follows waits for an update', async () => {
    const store = await open();
    await told(store, [next(1)]);
    await store.settle(await taken(store), { state: 'delivered' });

    await told(store, [next(2)]);

    expect(await waitingFor(store)).toEqual([]);
  });

  it.each([
    ['a destructive deed on a resource that is new to it', { isDestructive: true, resources: ['ecs.instance i-2'] }],
    ['something worse', { severity: 'critical' }],
    ['another channel', { channel: 'email' }],
  ] as const)('does not keep back %s', async (_, about) => {
    const store = await open();
    await told(store, [next(1, { severity: 'high' })]);
    await store.settle(await taken(store), { state: 'delivered' });

    await told(store, [next(2, { severity: 'high', ...about })]);

    const message = await taken(store, { channel: 'channel' in about ? about.channel : 'dingtalk' });
    expect(message).toMatchObject({ kind: 'alert', findings: [{ id: 'F-2' }] });
  });

  it.each([
    ['a destructive deed on a resource that it knows', { isDestructive: true }],
    ['a harmless deed on a new resource', { resources: ['ecs.instance i-2'] }],
  ])('keeps back %s', async (_, about) => {
    const store = await open();
    await told(store, [next(1)]);
    await store.settle(await taken(store), { state: 'delivered' });

    await told(store, [next(2, about)]);

    expect(await waitingFor(store)).toEqual([]);
  });

  it('tells which of the resources are new to it, and how far it has come', async () => {
    const store = await open();
    await told(store, [next(1)]);
    await store.settle(await taken(store), { state: 'delivered' });
    await told(store, [
      next(2, { isDestructive: true, resources: ['slb.listener lb-1/6443', 'ecs.instance i-2', 'ecs.instance i-3'] }),
    ]);

    const message = await taken(store);

    expect(message.fresh).toEqual(['ecs.instance i-2', 'ecs.instance i-3']);
    expect(message.story).toMatchObject({ openedBy: 'F-1', findings: 2 });
  });
});

describe.each(STORES)('the posts of a channel on $name', ({ open }) => {
  const spentOf = async (store: Store, channel = 'dingtalk'): Promise<Spent> => {
    await told(store, [aNotification({ id: `probe-${channel}`, findingId: `probe-${channel}`, channel })]);
    let spent: Spent = { critical: -1, other: -1 };
    await store.take(aTaking({ channel, choose: (_, seen) => void (spent = seen) }));
    return spent;
  };

  it('are counted by what they tell, delivered or not', async () => {
    const store = await open();
    await told(store, [aNotification({ severity: 'critical' })]);
    await store.settle(await taken(store), refused);
    await store.settle(await taken(store), { ...refused, retryInMs: 60_000 });
    await told(store, [aNotification({ id: 'N-2', findingId: 'F-2', severity: 'low' })]);
    await taken(store);

    expect(await spentOf(store)).toEqual({ critical: 2, other: 1 });
    expect(await spentOf(store, 'email')).toEqual({ critical: 0, other: 0 });
  });

  it('stop when the channel is closed, and only the first to close it is to tell so', async () => {
    const store = await open();
    await told(store, [aNotification(), aNotification({ id: 'N-2', channel: 'email' })]);

    const first = await store.closeChannel('dingtalk', 60_000, 'throttled');
    const second = await store.closeChannel('dingtalk', 60_000, 'throttled');

    expect([first, second]).toEqual([true, false]);
    expect(await store.take(aTaking())).toBeUndefined();
    expect(await store.take(aTaking({ channel: 'email' }))).toBeDefined();
  });

  it('go on when the closing is over', async () => {
    const store = await open();
    await told(store, [aNotification()]);

    await store.closeChannel('dingtalk', 0, 'throttled');

    expect(await store.take(aTaking())).toBeDefined();
  });
});

describe.each(STORES)('what another channel tells on $name', ({ open }) => {
  const toMail = { from: 'dingtalk', to: 'email', overdueMs: 0, onlyCritical: false, onlyWhileClosed: false };

  it('is what waits, once, with the channel that should have told it', async () => {
    const store = await open();
    await told(store, [aNotification(), aNotification({ id: 'N-2', findingId: 'F-2', story: 's2' })]);
    await store.closeChannel('dingtalk', 60_000, 'throttled');

    const passed = [await store.passOn(toMail), await store.passOn(toMail)];

    expect(passed).toEqual([2, 0]);
    expect(await taken(store, { channel: 'email' })).toMatchObject({
      kind: 'alert',
      insteadOf: 'dingtalk',
      findings: [{ id: 'F-1' }, { id: 'F-2' }],
      closed: { why: 'throttled', waiting: 2 },
    });
  });

  it('is not what it was to tell anyway, nor what was delivered, nor what is not due for so long', async () => {
    const store = await open();
    await told(store, [aNotification(), aNotification({ id: 'N-2', channel: 'email' })]);
    await told(store, [aNotification({ id: 'N-3', findingId: 'F-3', channel: 'feishu' })]);
    await store.settle(await taken(store, { channel: 'feishu' }), { state: 'delivered' });

    const passed = await Promise.all([
      store.passOn(toMail),
      store.passOn({ ...toMail, from: 'feishu' }),
      store.passOn({ ...toMail, to: 'slack', overdueMs: 60_000 }),
    ]);

    expect(passed).toEqual([0, 0, 0]);
  });

  it('is nothing, if asked so, unless the channel is closed for some time yet', async () => {
    const store = await open();
    await told(store, [aNotification()]);
    const whileClosed = { ...toMail, onlyWhileClosed: true };

    const whileOpen = await store.passOn(whileClosed);
    await store.closeChannel('dingtalk', 10_000, 'silent');
    const closedForAMoment = await store.passOn(whileClosed);
    await store.closeChannel('dingtalk', 600_000, 'throttled');

    expect([whileOpen, closedForAMoment, await store.passOn(whileClosed)]).toEqual([0, 0, 1]);
  });

  it('does not speak of a closing that is over', async () => {
    const store = await open();
    await told(store, [aNotification()]);
    await store.closeChannel('dingtalk', 0, 'throttled');

    await store.passOn(toMail);

    const message = await taken(store, { channel: 'email' });
    expect(message.insteadOf).toBe('dingtalk');
    expect(message).not.toHaveProperty('closed');
  });

  it('is only what is critical, if asked so', async () => {
    const store = await open();
    await told(store, [aNotification({ severity: 'high' })]);
    await told(store, [aNotification({ id: 'N-2', findingId: 'F-2', severity: 'critical' })]);

    await store.passOn({ ...toMail, onlyCritical: true });

    expect((await taken(store, { channel: 'email', choose: takeFirst })).findings.map(({ id }) => id)).toEqual(['F-2']);
    expect(await waitingFor(store, 'email')).toEqual([]);
  });
});
