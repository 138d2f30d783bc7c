import { describe, expect, it } from 'vitest';
import type { Reason } from '../../shared/model/decision.ts';
import { decode } from '../../shared/sources/actiontrail/decode.ts';
import { judge } from '../../shared/steps/judge.ts';
import { screen } from '../../shared/steps/screen.ts';
import type { World } from '../../shared/steps/steps.ts';
import { watch } from '../../shared/watch.ts';
import { anEnvelope } from '../support/event.ts';
import { APPROVED } from './expected-rows.ts';

const AT = { accountId: '1234567890123456', region: 'cn-hangzhou' };
const CLUSTER = { ...AT, id: 'c1', name: 'prod', type: 'ManagedKubernetes', state: 'running', podCidrs: [] };

/** A world in which everything that is touched is the cluster, and an outsider acts; it keeps what it is told to record. */
function aWorld(recorded: Reason[]): World {
  const never = (): never => {
    throw new Error('Expected nothing to be inspected or told');
  };
  return {
    own: (_, touched) =>
      Promise.resolve({
        parts: [
          {
            cluster: CLUSTER,
            standing: 'outsider',
            touched: touched.map((one) => ({
              ...one,
              owned: { ...AT, ...one.ref, clusterId: 'c1', role: 'cluster', facts: {}, via: 'cs' },
            })),
          },
        ],
        owned: [],
        gone: [],
        touchedByAck: [],
        silence: { reason: 'not-owned', why: 'unused' },
      }),
    exact: (_, part) => Promise.resolve(part),
    judge,
    inspect: never,
    find: never,
    record: (_, { silence }) => Promise.resolve(recorded.push(silence.reason) > 0 ? 'recorded' : 'duplicate'),
    tell: never,
    setAside: never,
  };
}

describe('a change through Container Service', () => {
  it.each(APPROVED)('%s is recorded as approved, and nobody is told', async (operation) => {
    const [serviceName, eventName] = operation.split(':');
    const requestParameters = { cluster_id: 'c1', nodepool_id: 'np1' };
    const recorded: Reason[] = [];

    const outcome = await watch(anEnvelope({ serviceName, eventName, requestParameters }), {
      decode: (input) => decode(input, new Date('2026-11-24T08:00:09Z')),
      screen,
      world: () => Promise.resolve(aWorld(recorded)),
      log: () => undefined,
    });

    expect(outcome).toMatchObject({ findings: [], disregarded: [{ reason: 'approved' }] });
    expect(recorded).toEqual(['approved']);
  });
});
