import { describe, expect, it } from 'vitest';
import type { Inspected } from '../shared/inspection/inspected.ts';
import { reinspect } from '../shared/reinspect.ts';
import { memoryStore } from '../shared/store/memory.ts';
import type { World } from '../shared/steps/steps.ts';
import { aDecision, aRecording } from './store/builders.ts';
import { anEnvelope } from './support/event.ts';
import { aComparison, aFinding, anOwnedListener } from './support/finding.ts';

const NOW = new Date('2026-11-24T08:02:00Z');
const CLUSTER = { id: 'c1', name: 'prod', type: '', state: '', podCidrs: [], accountId: '1', region: 'cn-hangzhou' };
const SEEN: Inspected = {
  comparisons: [aComparison()],
  restore: { possible: false },
  notes: ['Differs too since the last reading, though the call did not ask for it: X.'],
  snapshots: [],
  consequences: [],
  effects: new Map(),
  verdict: 'changed',
  restored: [],
};

/** Findings that are due to be read again, and a world that reads them. */
async function due(ids: readonly string[], inspect: World['inspect'] = () => Promise.resolve(SEEN)) {
  const store = memoryStore({ now: () => NOW });
  for (const id of ids) {
    const reinspectAt = new Date('2026-11-24T08:01:00Z');
    const notes = ['The same happened before: finding F-0.', 'The state after the call is not known: throttled.'];
    const finding = aFinding({ id, eventId: id, reinspectAt, comparisons: [], notes });
    const { accountId, region } = finding;
    const decision = aDecision({ accountId, region, eventId: id, raw: anEnvelope({ eventId: id }) });
    await store.record(aRecording({ decision, findings: [finding] }));
  }
  const world: Pick<World, 'own' | 'inspect'> = {
    own: (_, touched) => {
      const owned = touched.map((one) => ({ ...one, owned: anOwnedListener() }));
      const parts = [{ cluster: CLUSTER, standing: 'outsider', touched: owned } as const];
      const silence = { reason: 'not-owned', why: '' } as const;
      return Promise.resolve({ parts, owned: [], gone: [], touchedByAck: [], silence });
    },
    inspect,
  };
  const run = (deadline = NOW.getTime() + 1_000) =>
    reinspect({ store, world, now: () => NOW, deadline, limit: 10, log: () => undefined });
  return { store, run };
}

describe('reading again what had not changed yet', () => {
  it('puts what is known now into the finding, and keeps what else was said of it', async () => {
    const { store, run } = await due(['F-1']);

    await run();

    expect(await store.finding('F-1')).toMatchObject({
      restore: { possible: false },
      comparisons: [{ changes: [{ path: '/AclStatus' }] }],
      notes: ['The same happened before: finding F-0.', SEEN.notes[0]],
    });
    expect(await store.dueForInspection(10)).toEqual([]);
  });

  it('lets no fault in one keep the others from being read', async () => {
    const { store, run } = await due(['F-1', 'F-2'], (event) =>
      event.id === 'F-1' ? Promise.reject(new TypeError('a fault of ours')) : Promise.resolve(SEEN),
    );

    await run();

    expect((await store.finding('F-2'))?.restore).toEqual({ possible: false });
    expect(await store.dueForInspection(10)).toEqual([]);
  });

  it('begins nothing after its deadline', async () => {
    const { store, run } = await due(['F-1']);

    await run(NOW.getTime() - 1);

    expect(await store.dueForInspection(10)).toHaveLength(1);
  });
});
