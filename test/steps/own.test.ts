import { describe, expect, it } from 'vitest';
import { CloudError } from '../../shared/errors.ts';
import type { OwnedResource } from '../../shared/model/resource.ts';
import { decode } from '../../shared/sources/actiontrail/decode.ts';
import { own } from '../../shared/steps/own.ts';
import { screen } from '../../shared/steps/screen.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import type { Trust } from '../../shared/store/store.ts';
import { anEnvelope } from '../support/event.ts';

const AT = { accountId: '1234567890123456', region: 'cn-hangzhou' };
const NOW = new Date('2026-11-24T08:00:09Z');
const CLUSTER = { ...AT, id: 'c1', name: 'prod', type: 'Kubernetes', state: 'running', podCidrs: [], vpcId: 'vpc-1' };
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
  accountId: AT.accountId,
  roleName: 'aliyuncsdefaultrole',
  services: ['cs.aliyuncs.com'],
  onlyServices: true,
  verifiedAt: NOW,
};
const ACK = { type: 'assumed-role', userName: 'aliyuncsdefaultrole:s' };

interface World {
  readonly inventory?: readonly OwnedResource[];
  readonly trust?: readonly Trust[];
  readonly now?: Date;
}

/** Runs decode, screen and own over one record, with an inventory in memory and a cloud that never answers. */
async function owned(
  record: Record<string, unknown>,
  { inventory = [API_SERVER], trust = [TRUST], now = NOW }: World = {},
) {
  const [first] = decode(anEnvelope(record), NOW);
  if (first?.kind !== 'event') throw new Error('not an event');
  const touched = screen(first.event);
  if ('reason' in touched) throw new Error(touched.why);
  const store = memoryStore({ now: () => NOW });
  await store.saveInventory({ cluster: CLUSTER, collector: 'cs', resources: inventory, complete: true, at: NOW });
  for (const role of trust) await store.saveTrust(role);
  const calls: string[] = [];
  const cloud = {
    call: ({ action }: { readonly action: string }) => {
      calls.push(action);
      return Promise.reject(new CloudError('Timeout', 'no answer'));
    },
  };
  return { ...(await own(first.event, touched, { now: () => now, cloud, store })), calls, store };
}

describe('own', () => {
  it('finds the cluster of a listener through its load balancer, without a call', async () => {
    const { parts, calls } = await owned({});

    expect(parts).toMatchObject([
      {
        cluster: { id: 'c1', name: 'prod' },
        standing: 'outsider',
        touched: [{ owned: { role: 'api-server-load-balancer' } }],
      },
    ]);
    expect(calls).toEqual([]);
  });

  it("is silent on ACK's own role with an intact trust policy, without a call", async () => {
    const { parts, silence, touchedByAck, calls } = await owned({ userIdentity: ACK });

    expect(parts).toEqual([]);
    expect(silence.reason).toBe('ack-itself');
    expect(touchedByAck).toEqual([{ kind: 'slb.listener', id: 'lb-1/6443' }]);
    expect(calls).toEqual([]);
  });

  it('is not silent on that role when its trust policy names an account', async () => {
    const { parts } = await owned({ userIdentity: ACK }, { trust: [{ ...TRUST, onlyServices: false }] });

    expect(parts).toMatchObject([{ standing: 'suspect' }]);
  });

  it('holds the deed of a role whose trust nobody can tell, and tells it after ten minutes', async () => {
    const held = await owned({ userIdentity: ACK }, { trust: [] });
    const told = await owned({ userIdentity: ACK }, { trust: [], now: new Date(NOW.getTime() + 601_000) });

    expect(held).toMatchObject({ parts: [], silence: { reason: 'unverified' } });
    expect(told.parts).toMatchObject([{ standing: 'unverified' }]);
  });

  it('takes what ACK creates into the inventory, by the tag of the call', async () => {
    const { owned: created, silence } = await owned({
      serviceName: 'Ecs',
      eventName: 'CreateNetworkInterface',
      requestParameters: { 'Tag.1.Key': 'ack.aliyun.com', 'Tag.1.Value': 'c1', SecurityGroupId: 'sg-1' },
      responseElements: { NetworkInterfaceId: 'eni-new' },
      userIdentity: ACK,
    });

    expect(created).toMatchObject([{ kind: 'ecs.network-interface', id: 'eni-new', clusterId: 'c1', role: 'pod-eni' }]);
    expect(silence.reason).toBe('ack-itself');
  });

  it('does not take what somebody else creates under the same tag', async () => {
    const { owned: created, silence } = await owned({
      serviceName: 'Ecs',
      eventName: 'CreateNetworkInterface',
      requestParameters: { 'Tag.1.Key': 'ack.aliyun.com', 'Tag.1.Value': 'c1' },
      responseElements: { NetworkInterfaceId: 'eni-new' },
    });

    expect(created).toEqual([]);
    expect(silence.reason).toBe('not-risky');
  });

  it('says what is gone once a call succeeded, and only then', async () => {
    const record = { eventName: 'DeleteLoadBalancer', requestParameters: { LoadBalancerId: 'lb-1' } };

    expect((await owned(record)).gone).toEqual([{ kind: 'slb.load-balancer', id: 'lb-1' }]);
    expect((await owned({ ...record, errorCode: 'Forbidden' })).gone).toEqual([]);
  });

  it.each([
    ['its own cluster', 'c1', {}, []],
    ['another cluster', 'c2', {}, [{ standing: 'suspect' }]],
    ['its own cluster through another VPC', 'c1', { vpcId: 'vpc-9' }, [{ standing: 'suspect' }]],
  ])('takes a master that acts on %s for what it is', async (_, clusterId, more, expected) => {
    const master: OwnedResource = { ...API_SERVER, kind: 'ecs.instance', id: 'i-1', role: 'master', clusterId };
    const userIdentity = { type: 'assumed-role', userName: 'kubernetesmasterrole-1:vm-ram-i-1' };

    const trust = [{ ...TRUST, roleName: 'kubernetesmasterrole-1', services: ['ecs.aliyuncs.com'] }];

    const { parts } = await owned({ userIdentity, ...more }, { inventory: [API_SERVER, master], trust });

    expect(parts).toMatchObject(expected);
    expect(parts).toHaveLength(expected.length);
  });

  it('does not believe a role of masters that its cluster does not have', async () => {
    const master: OwnedResource = { ...API_SERVER, kind: 'ecs.instance', id: 'i-1', role: 'master' };
    const role: OwnedResource = {
      ...API_SERVER,
      kind: 'ram.role',
      id: 'kubernetesmasterrole-1',
      role: 'cluster-ram-role',
    };
    const trust = [{ ...TRUST, roleName: 'kubernetesmasterrole-evil', services: ['ecs.aliyuncs.com'] }];
    const userIdentity = { type: 'assumed-role', userName: 'kubernetesmasterrole-evil:vm-ram-i-1' };

    const { parts } = await owned({ userIdentity }, { inventory: [API_SERVER, master, role], trust });

    expect(parts).toMatchObject([{ standing: 'suspect' }]);
  });

  it("does not take another account's role for ACK's, whatever its name", async () => {
    const { parts } = await owned({ recipientAccountId: AT.accountId, userIdentity: { ...ACK, accountId: '999' } });

    expect(parts).toMatchObject([{ standing: 'suspect' }]);
  });

  it('says of a part that nobody knows whose the rest is', async () => {
    const node: OwnedResource = { ...API_SERVER, kind: 'ecs.instance', id: 'i-1', role: 'node' };
    const record = {
      serviceName: 'Ecs',
      eventName: 'DeleteInstances',
      requestParameters: { 'InstanceId.1': 'i-1', 'InstanceId.2': 'i-gone' },
    };

    const { parts, silence } = await owned(record, { inventory: [node] });

    expect(parts).toMatchObject([{ notes: [expect.stringContaining('i-gone')] }]);
    expect(silence.reason).toBe('ownership-unknown');
  });

  it('calls a resource unknown, not unowned, when the cloud does not answer', async () => {
    const { silence } = await owned({ requestParameters: { LoadBalancerId: 'lb-9', ListenerPort: 80 } });

    expect(silence.reason).toBe('ownership-unknown');
  });

  it("leaves a customer's own listener on a borrowed load balancer alone", async () => {
    const { silence } = await owned({}, { inventory: [{ ...API_SERVER, role: 'reused-load-balancer' }] });

    expect(silence.reason).toBe('not-owned');
  });

  it('does not believe a role any longer once somebody edited it', async () => {
    const record = {
      serviceName: 'Ram',
      eventName: 'UpdateRole',
      requestParameters: { RoleName: 'AliyunCSDefaultRole' },
    };

    const { store } = await owned(record);

    expect(await store.trustOf(AT.accountId, ['aliyuncsdefaultrole'])).toEqual([]);
  });
});
