import * as z from 'zod';
import { ask, optionalText, wrapped } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { byNextToken } from '../cloud/paging.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import { type Collected, listed, ownedBy } from './collector.ts';
import { CLUSTER_TAG, type NetworkInterface, networkInterface, roleOfInterface } from './ecs-marks.ts';

const PAGE_SIZE = 100;

const page = z.object({
  NextToken: optionalText,
  NetworkInterfaceSets: wrapped('NetworkInterfaceSet', networkInterface),
});

/** Interfaces of the cluster's VPC that are a node's or a pod's. */
export async function readInterfaces(
  cloud: Cloud,
  cluster: Cluster,
  nodes: readonly OwnedResource[],
  deadline: number,
): Promise<Collected> {
  const scope =
    cluster.vpcId === undefined ? { Tag: [{ Key: CLUSTER_TAG, Value: cluster.id }] } : { VpcId: cluster.vpcId };
  const listing = await byNextToken(async (NextToken) => {
    const params = { ...scope, MaxResults: PAGE_SIZE, NextToken };
    const call = {
      product: 'ecs',
      action: 'DescribeNetworkInterfaces',
      region: cluster.region,
      params,
      deadline,
    } as const;
    const read = await ask(cloud, call, page);
    return { items: read.NetworkInterfaceSets, nextToken: read.NextToken };
  });
  const ids = new Set(nodes.map((node) => node.id));
  return listed(listing, (item) => {
    const mine = interfaceOf(cluster, item, ids);
    const { VSwitchId } = item;
    // Container Service names the vSwitches of nodes; those of pods only their interfaces tell.
    if (mine.length === 0 || VSwitchId === undefined) return mine;
    return [...mine, ownedBy(cluster, 'ecs', 'vpc.vswitch', VSwitchId, 'cluster-vswitch')];
  });
}

/** A network interface as the cluster's, in its role, with the groups that pods are in; nothing when it is not. */
export function interfaceOf(
  cluster: Cluster,
  item: NetworkInterface,
  nodes: ReadonlySet<string>,
): readonly OwnedResource[] {
  const role = roleOfInterface(item, cluster.id, nodes);
  if (role === undefined) return [];
  const facts = item.InstanceId === undefined ? {} : { instanceId: item.InstanceId };
  const parent =
    item.InstanceId === undefined ? {} : { parent: { kind: 'ecs.instance', id: item.InstanceId } as const };
  const groups = item.SecurityGroupIds.map((id) =>
    ownedBy(cluster, 'ecs', 'ecs.security-group', id, 'node-security-group'),
  );
  return [
    ownedBy(cluster, 'ecs', 'ecs.network-interface', item.NetworkInterfaceId, role, { facts, ...parent }),
    ...groups,
  ];
}
