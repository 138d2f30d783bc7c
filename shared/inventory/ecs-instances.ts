import * as z from 'zod';
import { ask, optionalText, wrapped } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import { type Collected, joined, ownedBy, part } from './collector.ts';

const IDS_PER_CALL = 100;

const page = z.object({
  Instances: wrapped(
    'Instance',
    z.object({
      InstanceId: z.string(),
      SecurityGroupIds: wrapped('SecurityGroupId', z.string()),
      DedicatedHostAttribute: z.object({ DedicatedHostId: optionalText }).nullish(),
    }),
  ),
});

/** The security groups that nodes are really in, and the dedicated hosts that carry them. */
export async function readInstances(
  cloud: Cloud,
  cluster: Cluster,
  nodes: readonly OwnedResource[],
  deadline: number,
): Promise<Collected> {
  const roles = new Map(nodes.map((node) => [node.id, node.role]));
  const ids = [...roles.keys()].filter((id) => id.startsWith('i-'));
  const batches: string[][] = [];
  for (let start = 0; start < ids.length; start += IDS_PER_CALL) batches.push(ids.slice(start, start + IDS_PER_CALL));
  const read = async (batch: readonly string[]): Promise<Collected> => {
    const params = { InstanceIds: JSON.stringify(batch), MaxResults: IDS_PER_CALL };
    const call = { product: 'ecs', action: 'DescribeInstances', region: cluster.region, params, deadline } as const;
    const { Instances: instances } = await ask(cloud, call, page);
    const resources = instances.flatMap((item) => {
      const group = roles.get(item.InstanceId) === 'master' ? 'master-security-group' : 'node-security-group';
      const host = item.DedicatedHostAttribute?.DedicatedHostId;
      return [
        ...item.SecurityGroupIds.map((id) => ownedBy(cluster, 'ecs', 'ecs.security-group', id, group)),
        ...(host === undefined ? [] : [ownedBy(cluster, 'ecs', 'ecs.dedicated-host', host, 'node')]),
      ];
    });
    return { resources, complete: true };
  };
  return joined(await Promise.all(batches.map((batch) => part(() => read(batch)))));
}
