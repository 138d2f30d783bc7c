import { describe, expect, it } from 'vitest';
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
describe('a Pod of a virtual node', () => {
  it('is not brought back by the cloud: the notes name the Pod to delete', async () => {
    const event = aCall('Eci:UpdateContainerGroup', { ContainerGroupId: 'eci-1', Cpu: 4 });
    const group = {
      ContainerGroupId: 'eci-1',
      ContainerGroupName: 'shop-web-1',
      Status: 'Running',
      Cpu: 2,
      Containers: [],
    };
    const content = { ContainerGroupName: 'shop-web-1', Status: 'Running', Cpu: 2, Images: {} };
    const before = aSnapshot({ kind: 'eci.container-group', id: 'eci-1', content });
    const script = { DescribeContainerGroups: { ContainerGroups: [{ ...group, Cpu: 4 }], TotalCount: 1 } };

    const seen = await inspect(event, aPart(event, 'virtual-node-pod'), asked(script, before));

    expect(seen.comparisons[0]?.changes).toMatchObject([{ path: '/Cpu', before: 2, after: 4 }]);
    expect(seen.restore).toEqual({ possible: false });
    expect(seen.notes).toContain('Delete the Pod shop-web-1 with kubectl; its controller makes it again.');
  });
});

describe('a virtual node', () => {
  it('that was deleted is told with the network that its Pods ran in, and never comes back', async () => {
    const event = aCall('Eci:DeleteVirtualNode', { VirtualNodeId: 'vnd-1' });
    const content = { VirtualNodeName: 'virtual-kubelet', Status: 'Ready', VSwitchId: 'vsw-1' };
    const before = aSnapshot({ kind: 'eci.virtual-node', id: 'vnd-1', content });
    const script = { DescribeVirtualNodes: { VirtualNodes: [], TotalCount: 0 } };

    const seen = await inspect(event, aPart(event, 'virtual-node'), asked(script, before));

    expect(seen.comparisons).toMatchObject([{ before: { content }, after: { content: null } }]);
    expect(seen.restore).toEqual({ possible: false });
  });
});
