import * as z from 'zod';
import { ask, optionalText } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import { type Collected, ownedBy } from './collector.ts';
import { csCall } from './cs-call.ts';

/** What ACK sets on the scaling group of a pool without auto scaling. */
const UNSCALED = { minSize: 0, maxSize: 2000 };

const pools = z.object({
  nodepools: z
    .array(
      z.object({
        nodepool_info: z.object({ nodepool_id: z.string(), name: optionalText }),
        scaling_group: z
          .object({
            scaling_group_id: optionalText,
            security_group_id: optionalText,
            security_group_ids: z.array(z.string()).nullish(),
            ram_role_name: optionalText,
          })
          .nullish(),
        auto_scaling: z
          .object({
            enable: z.boolean().nullish(),
            min_instances: z.number().nullish(),
            max_instances: z.number().nullish(),
          })
          .nullish(),
      }),
    )
    .nullish(),
});

/** The scaling groups, security groups and roles of a cluster's node pools, with the bounds that ACK demands. */
export async function readNodePools(cloud: Cloud, cluster: Cluster, deadline: number): Promise<Collected> {
  const read = await ask(cloud, csCall(cluster, 'DescribeClusterNodePools', '/nodepools', deadline), pools);
  const resources: OwnedResource[] = [];
  for (const { nodepool_info: info, scaling_group: group, auto_scaling: scaling } of read.nodepools ?? []) {
    const bounds = scaling?.enable === true ? boundsOf(scaling) : UNSCALED;
    if (group?.scaling_group_id !== undefined) {
      resources.push(
        ownedBy(cluster, 'cs', 'ess.scaling-group', group.scaling_group_id, 'scaling-group', {
          name: info.name ?? info.nodepool_id,
          facts: { ...bounds, nodePoolId: info.nodepool_id },
        }),
      );
    }
    const single = group?.security_group_id === undefined ? [] : [group.security_group_id];
    for (const id of new Set([...single, ...(group?.security_group_ids ?? [])])) {
      resources.push(...securityGroup(cluster, id));
    }
    if (group?.ram_role_name !== undefined) {
      const name = group.ram_role_name;
      resources.push(ownedBy(cluster, 'cs', 'ram.role', name, 'cluster-ram-role', { name }));
    }
  }
  return { resources, complete: true };
}

/** A security group of the nodes; on a dedicated cluster the masters are in it too. */
export function securityGroup(cluster: Cluster, id: string): readonly OwnedResource[] {
  const nodes = ownedBy(cluster, 'cs', 'ecs.security-group', id, 'node-security-group');
  return cluster.type === 'Kubernetes' ? [nodes, { ...nodes, role: 'master-security-group' }] : [nodes];
}

function boundsOf(scaling: { min_instances?: number | null | undefined; max_instances?: number | null | undefined }) {
  return {
    ...(typeof scaling.min_instances === 'number' ? { minSize: scaling.min_instances } : {}),
    ...(typeof scaling.max_instances === 'number' ? { maxSize: scaling.max_instances } : {}),
  };
}
