import { describe, expect, it } from 'vitest';
import { CloudError } from '../../shared/errors.ts';
import type { OwnedResource } from '../../shared/model/resource.ts';
import { decode } from '../../shared/sources/actiontrail/decode.ts';
import { own } from '../../shared/steps/own.ts';
import { screen } from '../../shared/steps/screen.ts';
import type { Trust } from '../../shared/store/store.ts';
import { anEnvelope } from '../support/event.ts';

const AT = { accountId: '1234567890123456', region: 'cn-hangzhou' };
const NOW = new Date('2026-11-24T08:00:09Z');
const API_SERVER: OwnedResource = {
  ...AT,
  kind: 'slb.load-balancer',
  id: 'lb-1',
  clusterId: 'c1',
  role: 'api-server-load-balancer',
  facts: {},
  via: 'cs',
};
const TRUST: Trust = {
  ...AT,
  roleName: 'aliyuncsdefaultrole',
  services: ['cs.aliyuncs.com'],
  onlyServices: true,
  verifiedAt: NOW,
};
const ACK = { type: 'assumed-role', userName: 'aliyuncsdefaultrole:s' };

/** Runs decode, screen and own over one record, with an inventory and a cloud that never answers. */
async function owned(
  record: Record<string, unknown>,
  inventory: readonly OwnedResource[] = [API_SERVER],
  trust: readonly Trust[] = [TRUST],
) {
  const [first] = decode(anEnvelope(record), NOW);
  if (first?.kind !== 'event') throw new Error('not an event');
  const touched = screen(first.event);
  if ('reason' in touched) throw new Error(touched.why);
  const unused = () => Promise.reject(new Error('not part of this test'));
  const cluster = { ...AT, id: 'c1', name: 'prod', type: 'ManagedKubernetes', state: 'running', podCidrs: [] };
  return own(first.event, touched, {
    now: () => NOW,
    cloud: { call: () => Promise.reject(new CloudError('Timeout', 'no answer')) },
    store: {
      ownersOf: (_, ids) =>
        Promise.resolve(new Map(inventory.filter(({ id }) => ids.includes(id)).map((one) => [one.id, [one]]))),
      clusters: () => Promise.resolve([cluster]),
      trustOf: () => Promise.resolve(trust),
      saveTrust: unused,
      remember: unused,
    },
  });
}

describe('own', () => {
  it('finds the cluster of a listener through its load balancer', async () => {
    expect(await owned({})).toMatchObject([
      {
        cluster: { id: 'c1', name: 'prod' },
        standing: 'outsider',
        touched: [{ owned: { role: 'api-server-load-balancer' } }],
      },
    ]);
  });

  it("is silent on ACK's own role with an intact trust policy", async () => {
    expect(await owned({ userIdentity: ACK })).toMatchObject({ reason: 'ack-itself' });
  });

  it('is not silent on that role when its trust policy names an account', async () => {
    expect(await owned({ userIdentity: ACK }, [API_SERVER], [{ ...TRUST, onlyServices: false }])).toMatchObject([
      { standing: 'suspect' },
    ]);
  });

  it('never believes a role whose trust nobody can tell', async () => {
    expect(await owned({ userIdentity: ACK }, [API_SERVER], [])).toMatchObject([{ standing: 'unverified' }]);
  });

  it.each([
    ['its own cluster', 'c1', { reason: 'ack-itself' }],
    ['another cluster', 'c2', [{ standing: 'suspect' }]],
  ])('takes a master that acts on %s for what it is', async (_, clusterId, expected) => {
    const master: OwnedResource = { ...API_SERVER, kind: 'ecs.instance', id: 'i-1', role: 'master', clusterId };
    const userIdentity = { type: 'assumed-role', userName: 'kubernetesmasterrole-1:vm-ram-i-1' };

    expect(await owned({ userIdentity }, [API_SERVER, master])).toMatchObject(expected);
  });

  it('calls a resource unknown, not unowned, when the cloud does not answer', async () => {
    expect(await owned({ requestParameters: { LoadBalancerId: 'lb-9', ListenerPort: 80 } })).toMatchObject({
      reason: 'ownership-unknown',
    });
  });

  it("leaves a customer's own listener on a borrowed load balancer alone", async () => {
    const borrowed: OwnedResource = { ...API_SERVER, role: 'reused-load-balancer' };

    expect(await owned({}, [borrowed])).toMatchObject({ reason: 'not-owned' });
  });
});
