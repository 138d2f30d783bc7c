import { describe, expect, it } from 'vitest';
import { restoreVpd } from '../../shared/inspection/restore/vpd.ts';
import { inspect } from '../../shared/steps/inspect.ts';
import { aCall, aPart } from './a-call.ts';
import { aCloud } from './scripted-cloud.ts';
import { aSnapshot, aStore } from './simple-store.ts';

const at = new Date('2026-11-24T08:05:00Z');
const asked = (script: Record<string, unknown>, ...snapshots: ReturnType<typeof aSnapshot>[]) => ({
  cloud: aCloud(script).cloud,
  store: aStore({ snapshots }),
  now: () => at,
  deadline: at.getTime() + 3_000,
});
const NODE = { ClusterId: 'i1', NodeGroupId: 'ng-1', OperatingState: 'Using', ImageId: 'image-1' };

describe('a Lingjun node', () => {
  it('that was taken out of its cluster is put back, and the notes say that it comes back empty', async () => {
    const NodeGroups = JSON.stringify([{ NodeGroupId: 'ng-1', Nodes: [{ NodeId: 'e01-1' }] }]);
    const event = aCall('eflo-controller:ShrinkCluster', { ClusterId: 'i1', NodeGroups });
    const script = { DescribeNode: { NodeId: 'e01-1', OperatingState: 'Unused', ImageId: 'image-1' } };
    const before = aSnapshot({ kind: 'eflo.node', id: 'e01-1', content: NODE });

    const seen = await inspect(event, aPart(event, 'lingjun-node'), asked(script, before));

    expect(seen.restore).toMatchObject({
      commands: [expect.stringContaining('aliyun eflo-controller ExtendCluster --RegionId cn-hangzhou --ClusterId i1')],
    });
    expect(seen.notes.join(' ')).toContain('installed anew');
  });

  it('whose system was installed anew has no way back', async () => {
    const event = aCall('eflo-controller:ReimageNodes', {
      ClusterId: 'i1',
      Nodes: JSON.stringify([{ NodeId: 'e01-1' }]),
    });
    const script = { DescribeNode: { NodeId: 'e01-1', ...NODE, ImageId: 'image-2' } };
    const before = aSnapshot({ kind: 'eflo.node', id: 'e01-1', content: NODE });

    const seen = await inspect(event, aPart(event, 'lingjun-node'), asked(script, before));

    expect(seen.comparisons[0]?.changes).toMatchObject([{ path: '/ImageId', before: 'image-1', after: 'image-2' }]);
    expect(seen.restore).toEqual({ possible: 'unknown' });
    expect(seen.notes.join(' ')).toContain('is gone');
  });

  it('keeps no start-up script, which may hold secrets', async () => {
    const event = aCall('eflo-controller:RebootNodes', { Nodes: '["e01-1"]' });
    const script = { DescribeNode: { NodeId: 'e01-1', ...NODE, UserData: 'password=1' } };

    const seen = await inspect(event, aPart(event, 'lingjun-node'), asked(script));

    expect(JSON.stringify(seen.snapshots)).not.toContain('password');
  });
});

describe('a Lingjun network interface', () => {
  it('that was detached before anybody had read it is hung back on the node that the call names', async () => {
    const event = aCall('eflo:DetachElasticNetworkInterface', { ElasticNetworkInterfaceId: 'leni-1', NodeId: 'e01-1' });
    const script = {
      ListElasticNetworkInterfaces: {
        Content: { Data: [{ ElasticNetworkInterfaceId: 'leni-1', SecurityGroupId: 'sg-1' }], Total: 1 },
      },
    };

    const seen = await inspect(event, aPart(event, 'pod-eni'), asked(script));

    expect(seen.restore).toEqual({
      possible: true,
      commands: [
        'aliyun eflo AttachElasticNetworkInterface --RegionId cn-hangzhou --ElasticNetworkInterfaceId leni-1 --NodeId e01-1',
      ],
    });
  });
});

describe('a Lingjun network', () => {
  it('has the subnet back that is missing, and no other: one that only has another name is there', () => {
    const storage = { SubnetName: 'storage', Cidr: '10.9.2.0/24', Type: 'OOB', ZoneId: 'cn-hangzhou-b' };
    const gpu = { ...storage, SubnetName: 'gpu', Cidr: '10.9.1.0/24' };
    const present = { Subnets: { 'subnet-2': { ...storage, SubnetName: 'renamed' } } };
    const wanted = { Subnets: { 'subnet-1': gpu, 'subnet-2': storage } };

    const remedy = restoreVpd({ id: 'vpd-1', region: 'cn-hangzhou', present, wanted });

    expect(remedy).toMatchObject({ commands: [expect.stringContaining('--Cidr 10.9.1.0/24')] });
  });
});
