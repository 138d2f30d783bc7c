import { describe, expect, it } from 'vitest';
import { inspect } from '../../shared/steps/inspect.ts';
import { aCall, aPart } from './a-call.ts';
import { aCloud } from './scripted-cloud.ts';
import { aSnapshot, aStore } from './simple-store.ts';

const now = () => new Date('2026-11-24T08:05:00Z');
const TABLE = { kind: 'vpc.route-table', id: 'vtb-1' } as const;
const LEFT = {
  RouteEntryId: 'rte-2',
  DestinationCidrBlock: '172.20.2.0/24',
  NextHops: { NextHop: [{ NextHopId: 'i-2', NextHopType: 'Instance' }] },
};
const TO_1 = { RouteEntryId: 'rte-1', NextHopId: 'i-1', NextHopType: 'Instance' };
const TO_2 = { RouteEntryId: 'rte-2', NextHopId: 'i-2', NextHopType: 'Instance' };

describe('a route that was deleted', () => {
  it('is told as a change of its table, though the call names it by its id alone', async () => {
    const event = aCall('Vpc:DeleteRouteEntry', { RouteEntryId: 'rte-1' });
    const before = { RouteEntries: { '172.20.1.0/24': TO_1, '172.20.2.0/24': TO_2 } };
    const store = aStore({ snapshots: [aSnapshot({ ...TABLE, content: before })] });
    const { cloud } = aCloud({ DescribeRouteEntryList: { RouteEntrys: { RouteEntry: [LEFT] } } });

    const seen = await inspect(event, aPart(event, 'cluster-route', { parent: TABLE }), {
      cloud,
      store,
      now,
      deadline: late(),
    });

    expect(seen.comparisons).toMatchObject([{ resource: TABLE, changes: [{ op: 'remove', before: TO_1 }] }]);
    expect(seen.restore).toEqual({
      possible: true,
      commands: [
        'aliyun vpc CreateRouteEntry --RegionId cn-hangzhou --RouteTableId vtb-1 --DestinationCidrBlock 172.20.1.0/24 --NextHopType Instance --NextHopId i-1',
      ],
    });
  });

  it('is put back from the call itself when nothing is known from before', async () => {
    const params = { RouteTableId: 'vtb-1', DestinationCidrBlock: '172.20.1.0/24', NextHopId: 'i-1' };
    const event = aCall('Vpc:DeleteRouteEntry', params);
    const { cloud } = aCloud({ DescribeRouteEntryList: { RouteEntrys: { RouteEntry: [LEFT] } } });

    const seen = await inspect(event, aPart(event, 'cluster-route'), { cloud, store: aStore(), now, deadline: late() });

    expect(seen.restore).toMatchObject({
      commands: [expect.stringContaining('CreateRouteEntry --RegionId cn-hangzhou --RouteTableId vtb-1')],
    });
    expect(seen.comparisons[0]?.unknown).toContain('the state before is taken from the call itself');
  });

  it('counts as gone while the cloud still deletes it, and its table is read to the last page', async () => {
    const params = { RouteTableId: 'vtb-1', DestinationCidrBlock: '172.20.1.0/24', NextHopId: 'i-1' };
    const event = aCall('Vpc:DeleteRouteEntry', params);
    const going = { ...LEFT, RouteEntryId: 'rte-1', DestinationCidrBlock: '172.20.1.0/24', Status: 'Deleting' };
    const { cloud, calls } = aCloud({
      DescribeRouteEntryList: (call: { params: Record<string, unknown> }) =>
        call.params['NextToken'] === undefined
          ? { RouteEntrys: { RouteEntry: [going] }, NextToken: 'more' }
          : { RouteEntrys: { RouteEntry: [LEFT] }, NextToken: '' },
    });

    const seen = await inspect(event, aPart(event, 'cluster-route'), { cloud, store: aStore(), now, deadline: late() });

    expect(seen.snapshots[0]?.content).toEqual({ RouteEntries: { '172.20.2.0/24': TO_2 } });
    expect(calls).toHaveLength(2);
  });
});

describe('a network ACL', () => {
  it('is another when its entries change places: the first that fits decides', async () => {
    const event = aCall('Vpc:UpdateNetworkAclEntries', { NetworkAclId: 'nacl-1', UpdateIngressAclEntries: 'true' });
    const allow = { Policy: 'accept', Protocol: 'all', Port: '-1/-1', SourceCidrIp: '10.0.0.0/8' };
    const drop = { Policy: 'drop', Protocol: 'all', Port: '-1/-1', SourceCidrIp: '0.0.0.0/0' };
    const content = { VpcId: 'vpc-1', Ingress: { '1': allow, '2': drop }, Egress: {} };
    const store = aStore({ snapshots: [aSnapshot({ kind: 'vpc.network-acl', id: 'nacl-1', content })] });
    const IngressAclEntries = { IngressAclEntry: [drop, allow] };
    const { cloud } = aCloud({
      DescribeNetworkAclAttributes: { NetworkAclAttribute: { VpcId: 'vpc-1', IngressAclEntries } },
    });

    const seen = await inspect(event, aPart(event, 'cluster-vswitch'), { cloud, store, now, deadline: late() });

    expect(seen.verdict).toBe('changed');
    expect(seen.restore).toMatchObject({
      commands: [expect.stringMatching(/IngressAclEntries\.1\.Policy accept.*IngressAclEntries\.2\.Policy drop/u)],
    });
  });
});

describe('an IPv4 gateway that was enabled', () => {
  it('has no way back, and the notes say so', async () => {
    const event = aCall('Vpc:EnableVpcIpv4Gateway', { Ipv4GatewayId: 'ipv4gw-1' });
    const content = { VpcId: 'vpc-1', Enabled: false };
    const store = aStore({ snapshots: [aSnapshot({ kind: 'vpc.ipv4-gateway', id: 'ipv4gw-1', content })] });
    const { cloud } = aCloud({ GetIpv4GatewayAttribute: { VpcId: 'vpc-1', Enabled: true } });

    const seen = await inspect(event, aPart(event, 'cluster-vpc'), { cloud, store, now, deadline: late() });

    expect(seen.restore).toEqual({ possible: 'unknown' });
    expect(seen.notes).toContain('No call disables an IPv4 gateway again: delete it, or add the routes.');
  });
});

function late(): number {
  return now().getTime() + 3_000;
}
