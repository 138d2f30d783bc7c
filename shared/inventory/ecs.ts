import * as z from 'zod';
import { ask, optionalText, wrapped } from '../cloud/answer.ts';
import type { Cloud, CloudCall } from '../cloud/cloud.ts';
import { byNextToken } from '../cloud/paging.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import { type Collected, type Collector, joined, listed, ownedBy, part } from './collector.ts';
import { disk, isVolume, networkInterface, type NetworkInterface, roleOfInterface } from './ecs-marks.ts';

const PAGE_SIZE = 100;

const groupPage = z.object({
  NextToken: optionalText,
  Permissions: wrapped('Permission', z.object({ SecurityGroupRuleId: optionalText, Description: optionalText })),
});
const interfacePage = z.object({
  NextToken: optionalText,
  NetworkInterfaceSets: wrapped('NetworkInterfaceSet', networkInterface),
});
const diskPage = z.object({ NextToken: optionalText, Disks: wrapped('Disk', disk) });

/** Security group rules, network interfaces of nodes and pods, and the disks of volumes. */
export const ecsCollector: Collector = {
  name: 'ecs',
  permissions: ['ecs:DescribeSecurityGroupAttribute', 'ecs:DescribeNetworkInterfaces', 'ecs:DescribeDisks'],
  collect: async (cloud, cluster, deadline, known) => {
    const groups = known.filter((item) => item.kind === 'ecs.security-group');
    const nodes = new Set(known.filter((item) => item.kind === 'ecs.instance').map((item) => item.id));
    const parts = [
      ...groups.map((group) => part(() => readRules(cloud, cluster, group, deadline))),
      part(() => readInterfaces(cloud, cluster, nodes, deadline)),
      part(() => readDisks(cloud, cluster, deadline)),
    ];
    return joined(await Promise.all(parts));
  },
};

async function readRules(cloud: Cloud, cluster: Cluster, group: OwnedResource, deadline: number): Promise<Collected> {
  const listing = await byNextToken(async (NextToken) => {
    const params = { SecurityGroupId: group.id, NextToken };
    const read = await ask(cloud, ecsCall(cluster, 'DescribeSecurityGroupAttribute', params, deadline), groupPage);
    return { items: read.Permissions, nextToken: read.NextToken };
  });
  const parent = { kind: group.kind, id: group.id };
  return listed(listing, (rule) => {
    if (rule.SecurityGroupRuleId === undefined) return [];
    const name = rule.Description === undefined ? {} : { name: rule.Description };
    const id = rule.SecurityGroupRuleId;
    return [ownedBy(cluster, 'ecs', 'ecs.security-group-rule', id, group.role, { parent, ...name })];
  });
}

async function readInterfaces(
  cloud: Cloud,
  cluster: Cluster,
  nodes: ReadonlySet<string>,
  deadline: number,
): Promise<Collected> {
  const scope =
    cluster.vpcId === undefined ? { Tag: [{ Key: 'ack.aliyun.com', Value: cluster.id }] } : { VpcId: cluster.vpcId };
  const listing = await byNextToken(async (NextToken) => {
    const params = { ...scope, MaxResults: PAGE_SIZE, NextToken };
    const read = await ask(cloud, ecsCall(cluster, 'DescribeNetworkInterfaces', params, deadline), interfacePage);
    return { items: read.NetworkInterfaceSets, nextToken: read.NextToken };
  });
  return listed(listing, (item) => interfaceOf(cluster, item, nodes));
}

/** A network interface as the cluster's, in its role; nothing when it is not. */
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
  return [ownedBy(cluster, 'ecs', 'ecs.network-interface', item.NetworkInterfaceId, role, { facts, ...parent })];
}

async function readDisks(cloud: Cloud, cluster: Cluster, deadline: number): Promise<Collected> {
  const listing = await byNextToken(async (NextToken) => {
    const params = { Tag: [{ Key: 'ack.aliyun.com', Value: cluster.id }], MaxResults: PAGE_SIZE, NextToken };
    const read = await ask(cloud, ecsCall(cluster, 'DescribeDisks', params, deadline), diskPage);
    return { items: read.Disks, nextToken: read.NextToken };
  });
  return listed(listing, (item) => {
    if (!isVolume(item, cluster.id)) return [];
    const name = item.DiskName === undefined ? {} : { name: item.DiskName };
    return [ownedBy(cluster, 'ecs', 'ecs.disk', item.DiskId, 'volume-disk', name)];
  });
}

function ecsCall(cluster: Cluster, action: string, params: CloudCall['params'], deadline: number): CloudCall {
  return { product: 'ecs', action, region: cluster.region, params, deadline };
}
