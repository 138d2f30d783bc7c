import { describe, expect, it } from 'vitest';
import { find } from '../../shared/findings/find.ts';
import type { Effect } from '../../shared/model/operation.ts';
import { ramPermissionsRemoved } from '../../shared/rules/cluster/ram-permissions-removed.ts';
import { decode } from '../../shared/sources/actiontrail/decode.ts';
import { anEnvelope } from '../support/event.ts';

/** What a role's change comes to that was put back before anybody could read it. */
function putBack(effect: Effect) {
  const at = { accountId: '1234567890123456', region: 'cn-hangzhou' };
  const [item] = decode(anEnvelope({ serviceName: 'Ram', eventName: 'UpdateRole' }), new Date('2026-11-24T08:00:09Z'));
  if (item?.kind !== 'event') throw new Error('not an event');
  const cluster = { ...at, id: 'c1', name: 'prod', type: 'ManagedKubernetes', state: 'running', podCidrs: [] };
  const ref = { kind: 'ram.role', id: 'aliyuncsdefaultrole' } as const;
  const owned = { ...at, ...ref, clusterId: 'c1', role: 'cluster-ram-role', facts: {}, via: 'cs' } as const;
  return find({
    event: item.event,
    part: { cluster, standing: 'outsider', touched: [{ owned, touch: { effect } }] },
    matches: [{ rule: ramPermissionsRemoved, severity: 'high' }],
    seen: { comparisons: [], restore: { possible: 'unknown' }, notes: [], verdict: 'put-back' },
  });
}

describe('a change that was put back before the message', () => {
  it('is a resolved finding and no alert', () => {
    expect(putBack('permission-removed')).toMatchObject({ status: 'resolved', isAlert: false });
  });

  it('alerts all the same when it does its harm at once: a role that was open for a moment may have been taken', () => {
    expect(putBack('trust-changed')).toMatchObject({ status: 'resolved', isAlert: true });
  });
});
