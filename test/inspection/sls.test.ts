import { describe, expect, it } from 'vitest';
import { inspect } from '../../shared/steps/inspect.ts';
import { aCall, aPart } from './a-call.ts';
import { aCloud } from './scripted-cloud.ts';
import { aStore } from './simple-store.ts';

const at = new Date('2026-11-24T08:05:00Z');
describe('a logstore', () => {
  it('is not read: before and after stay unknown, and nothing is claimed', async () => {
    const event = aCall('Sls:DeleteLogStore', { project: 'k8s-log-c1', logstore: 'audit-c1' });
    const { cloud, calls } = aCloud({});

    const seen = await inspect(event, aPart(event, 'logstore'), {
      cloud,
      store: aStore(),
      now: () => at,
      deadline: at.getTime() + 3_000,
    });

    expect(calls).toEqual([]);
    expect(seen).toMatchObject({
      verdict: 'changed',
      restore: { possible: 'unknown' },
      comparisons: [
        {
          resource: { kind: 'sls.logstore', id: 'k8s-log-c1/audit-c1' },
          changes: [],
          unknown: ['what this call changes of it is not read'],
        },
      ],
      snapshots: [],
    });
  });
});
