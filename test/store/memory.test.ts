import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../shared/store/memory.ts';
import { ACCOUNT, aDecision, anOwned, aPart, aRecording, aSnapshot, at, LB } from './builders.ts';

describe('the store in memory', () => {
  it('forgets the decisions that were not asked for longest', async () => {
    const store = memoryStore({ limit: 3 });
    const record = (eventId: string) => store.record(aRecording({ decision: { eventId } }));
    for (const eventId of ['1', '2', '3']) await record(eventId);

    await store.isDecided(aDecision({ eventId: '1' }));
    await record('4');

    const isDecided = (eventId: string) => store.isDecided(aDecision({ eventId }));
    expect(await Promise.all(['1', '2', '3', '4'].map(isDecided))).toEqual([true, false, true, true]);
  });

  it('keeps a bounded history of a resource that never stops changing', async () => {
    const store = memoryStore();
    const readings = Array.from({ length: 500 }, (_, index) =>
      aSnapshot({ observedAt: new Date(at('07:00').getTime() + index), hash: `h${index}` }),
    );

    await store.saveSnapshots(readings);

    const before = (index: number) => store.snapshotsBefore(ACCOUNT, [LB], new Date(at('07:00').getTime() + index));
    expect([(await before(300)).size, (await before(450)).size]).toEqual([0, 1]);
  });

  it('keeps ten times as many resources as decisions', async () => {
    const store = memoryStore({ limit: 2 });

    await store.saveInventory(
      aPart({ resources: Array.from({ length: 30 }, (_, index) => anOwned({ id: `i-${index}` })) }),
    );

    expect(await store.resourcesOf('c1')).toHaveLength(20);
  });
});
