import { describe, expect, it } from 'vitest';
import { ownersOf } from '../../shared/inventory/own.ts';
import type { ResourceRef } from '../../shared/model/resource.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { aCluster, aPart, ACCOUNT } from '../store/builders.ts';

async function ownerOf(ref: ResourceRef, watcherNames: readonly string[] = ['ackwatch*'], clusters = [aCluster()]) {
  const store = memoryStore();
  for (const cluster of clusters) await store.saveInventory(aPart({ cluster }));
  const [answer] = await ownersOf({
    store,
    cloud: { call: () => Promise.reject(new Error('not asked')) },
    event: { accountId: ACCOUNT, region: 'cn-hangzhou', eventTime: new Date(), params: {} },
    refs: [ref],
    watcherNames,
    isAck: () => Promise.resolve(false),
    now: () => new Date(),
    deadline: Date.now() + 1_000,
  });
  return { state: answer?.state, roles: answer?.owners.map(({ role, clusterId }) => `${clusterId} ${role}`) };
}

describe('what ackwatch itself is made of', () => {
  it.each([
    { kind: 'fc.function', id: 'ackwatch-sweep' },
    { kind: 'fc.function', id: 'AckWatch-Deliver' },
    { kind: 'eventbridge.rule', id: 'ackwatch-actiontrail-actiontrail' },
    { kind: 'ram.role', id: 'ackwatch' },
  ] as const)('is a matter of every cluster: $kind $id', async (ref) => {
    expect(await ownerOf(ref)).toEqual({ state: 'owned', roles: ['c1 watcher'] });
  });

  it('is its own matter in an account without clusters, which may watch others', async () => {
    const ref = { kind: 'fc.function', id: 'ackwatch-sweep' } as const;

    expect(await ownerOf(ref, undefined, [])).toEqual({ state: 'owned', roles: ['ackwatch watcher'] });
  });

  it('is named by the configuration', async () => {
    const ref = { kind: 'fc.function', id: 'security-watch' } as const;

    expect((await ownerOf(ref)).state).toBe('unowned');
    expect(await ownerOf(ref, ['security-watch'])).toEqual({ state: 'owned', roles: ['c1 watcher'] });
  });
});
