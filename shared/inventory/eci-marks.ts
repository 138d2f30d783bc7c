import * as z from 'zod';
import { ask, optionalText, tags } from '../cloud/answer.ts';
import type { Cloud, CloudCall } from '../cloud/cloud.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import { ownedBy } from './collector.ts';
import { CLUSTER_TAG } from './ecs-marks.ts';

const base = { VpcId: optionalText, Tags: tags };
const groups = z.object({
  ContainerGroups: z
    .array(z.object({ ...base, ContainerGroupId: z.string(), ContainerGroupName: optionalText }))
    .nullish(),
  NextToken: optionalText,
});
const nodes = z.object({
  VirtualNodes: z.array(z.object({ ...base, VirtualNodeId: z.string(), VirtualNodeName: optionalText })).nullish(),
  NextToken: optionalText,
});

/** A container group or a virtual node, as far as its marks tell whose it is. */
export interface Marked {
  readonly kind: 'eci.container-group' | 'eci.virtual-node';
  readonly id: string;
  readonly name: string | undefined;
  readonly vpcId: string | undefined;
  readonly cluster: string | undefined;
}

/** One page of either kind; what is asked for is the call's own business. */
export async function readEci(
  cloud: Cloud,
  kind: Marked['kind'],
  at: Pick<CloudCall, 'region' | 'params' | 'deadline'>,
): Promise<{ readonly items: readonly Marked[]; readonly nextToken: string | undefined }> {
  if (kind === 'eci.virtual-node') {
    const read = await ask(cloud, { ...at, product: 'eci', action: 'DescribeVirtualNodes' }, nodes);
    const items = (read.VirtualNodes ?? []).map(({ VirtualNodeId, VirtualNodeName, VpcId, Tags }) =>
      marked(kind, VirtualNodeId, VirtualNodeName, VpcId, Tags),
    );
    return { items, nextToken: read.NextToken };
  }
  const read = await ask(cloud, { ...at, product: 'eci', action: 'DescribeContainerGroups' }, groups);
  const items = (read.ContainerGroups ?? []).map(({ ContainerGroupId, ContainerGroupName, VpcId, Tags }) =>
    marked(kind, ContainerGroupId, ContainerGroupName, VpcId, Tags),
  );
  return { items, nextToken: read.NextToken };
}

/** As the cluster's: its tag says so, and it is in the cluster's VPC, where a copied tag does not lead. */
export function eciOf(cluster: Cluster, { kind, id, name, vpcId, cluster: tagged }: Marked): readonly OwnedResource[] {
  if (tagged !== cluster.id || vpcId === undefined || vpcId !== cluster.vpcId) return [];
  const role = kind === 'eci.virtual-node' ? 'virtual-node' : 'virtual-node-pod';
  return [ownedBy(cluster, 'eci', kind, id, role, name === undefined ? {} : { name })];
}

function marked(
  kind: Marked['kind'],
  id: string,
  name: string | undefined,
  vpcId: string | undefined,
  all: ReadonlyMap<string, string>,
): Marked {
  return { kind, id, name, vpcId, cluster: all.get(CLUSTER_TAG) };
}
