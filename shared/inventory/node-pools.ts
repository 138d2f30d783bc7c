import * as z from 'zod';
import { ask, optionalText } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import { type Collected, ownedBy } from './collector.ts';
import { csCall } from './cs-call.ts';
import { instanceRole } from './ram.ts';

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
            vswitch_ids: z.array(z.string()).nullish(),
            ram_role_name: optionalText,
            desired_size: z.number().nullish(),
          })
          .nullish(),
        auto_scaling: z
          .object({
            enable: z.boolean().nullish(),
            min_instances: z.number().nullish(),
            max_instances: z.number().nullish(),
          })
          .nullish(),
        eflo_node_group: z
          .object({ cluster_id: optionalText, group_id: optionalText, auto_attach_enabled: z.boolean().nullish() })
          .nullish(),
      }),
    )
    .nullish(),
});

type Pool = NonNullable<z.infer<typeof pools>['nodepools']>[number];

/** A cluster's node pools with their scaling groups, security groups and roles, and the bounds that ACK demands. */
export async function readNodePools(cloud: Cloud, cluster: Cluster, deadline: number): Promise<Collected> {
  const read = await ask(cloud, csCall(cluster, 'DescribeClusterNodePools', '/nodepools', deadline), pools);
  return { resources: (read.nodepools ?? []).flatMap((pool) => poolOf(cluster, pool)), complete: true };
}

function poolOf(cluster: Cluster, pool: Pool): readonly OwnedResource[] {
  const { nodepool_info: info, scaling_group: group, auto_scaling: scaling } = pool;
  const name = info.name ?? info.nodepool_id;
  const autoScaling = scaling?.enable === true;
  const bounds = autoScaling ? boundsOf(scaling) : UNSCALED;
  const desired = typeof group?.desired_size === 'number' ? { desiredSize: group.desired_size } : {};
  const resources: OwnedResource[] = [
    ownedBy(cluster, 'cs', 'cs.node-pool', info.nodepool_id, 'node-pool', {
      name,
      facts: { ...bounds, ...desired, autoScaling },
    }),
  ];
  if (group?.scaling_group_id !== undefined) {
    const facts = { ...bounds, autoScaling, nodePoolId: info.nodepool_id };
    resources.push(
      ownedBy(cluster, 'cs', 'ess.scaling-group', group.scaling_group_id, 'scaling-group', { name, facts }),
    );
  }
  const single = group?.security_group_id === undefined ? [] : [group.security_group_id];
  for (const id of new Set([...single, ...(group?.security_group_ids ?? [])])) {
    resources.push(...securityGroup(cluster, id));
  }
  if (group?.ram_role_name !== undefined) resources.push(instanceRole(cluster, group.ram_role_name));
  return [...resources, ...vSwitches(cluster, group?.vswitch_ids), ...lingjunGroup(cluster, pool)];
}

/** The Lingjun cluster and node group that stand behind a pool of such nodes. */
function lingjunGroup(cluster: Cluster, { nodepool_info: info, eflo_node_group: group }: Pool) {
  const { cluster_id: clusterId, group_id: groupId } = group ?? {};
  const autoAttach = typeof group?.auto_attach_enabled === 'boolean' ? { autoAttach: group.auto_attach_enabled } : {};
  const facts = { nodePoolId: info.nodepool_id, ...autoAttach };
  const whole = clusterId === undefined ? undefined : ({ kind: 'eflo.cluster', id: clusterId } as const);
  return [
    ...(whole === undefined ? [] : [ownedBy(cluster, 'cs', whole.kind, whole.id, 'lingjun-node-group')]),
    ...(groupId === undefined
      ? []
      : [
          ownedBy(cluster, 'cs', 'eflo.node-group', groupId, 'lingjun-node-group', {
            name: info.name ?? groupId,
            facts,
            ...(whole === undefined ? {} : { parent: whole }),
          }),
        ]),
  ];
}

/** vSwitches that nodes, pods or the control plane's interfaces are in. */
export function vSwitches(cluster: Cluster, ids: readonly string[] | null | undefined): readonly OwnedResource[] {
  return (ids ?? []).map((id) => ownedBy(cluster, 'cs', 'vpc.vswitch', id, 'cluster-vswitch'));
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
