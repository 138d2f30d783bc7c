import * as z from 'zod';
import { ask, optionalText, wrapped } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { byPageNumber } from '../cloud/paging.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import { type Collected, type Collector, joined, listed, ownedBy, part } from './collector.ts';

const PAGE_SIZE = 50;

const instances = z.object({
  ScalingInstances: wrapped('ScalingInstance', z.object({ InstanceId: z.string(), ScalingGroupId: optionalText })),
  TotalCount: z.number().nullish(),
});
const tasks = z.object({
  ScheduledTasks: wrapped(
    'ScheduledTask',
    z.object({ ScheduledTaskId: z.string(), ScheduledTaskName: optionalText, ScalingGroupId: optionalText }),
  ),
  TotalCount: z.number().nullish(),
});

/** Instances and scheduled tasks of the scaling groups that a cluster owns: nodes that have not joined yet are here. */
export const essCollector: Collector = {
  name: 'ess',
  permissions: ['ess:DescribeScalingInstances', 'ess:DescribeScheduledTasks'],
  collect: async (cloud, cluster, deadline, known) => {
    const groups = known.filter((item) => item.kind === 'ess.scaling-group');
    const parts = groups.flatMap((group) => [
      part(() => readInstances(cloud, cluster, group, deadline)),
      part(() => readTasks(cloud, cluster, group, deadline)),
    ]);
    return joined(await Promise.all(parts));
  },
};

async function readInstances(
  cloud: Cloud,
  cluster: Cluster,
  group: OwnedResource,
  deadline: number,
): Promise<Collected> {
  const listing = await byPageNumber(async (pageNumber) => {
    const params = { ScalingGroupId: group.id, PageSize: PAGE_SIZE, PageNumber: pageNumber };
    const call = {
      product: 'ess',
      action: 'DescribeScalingInstances',
      region: cluster.region,
      params,
      deadline,
    } as const;
    const read = await ask(cloud, call, instances);
    return { items: read.ScalingInstances, total: read.TotalCount ?? read.ScalingInstances.length };
  });
  const { nodePoolId } = group.facts;
  const facts = nodePoolId === undefined ? {} : { nodePoolId };
  return listed(listing, (item) => [ownedBy(cluster, 'ess', 'ecs.instance', item.InstanceId, 'node', { facts })]);
}

async function readTasks(cloud: Cloud, cluster: Cluster, group: OwnedResource, deadline: number): Promise<Collected> {
  const listing = await byPageNumber(async (pageNumber) => {
    const params = { ScalingGroupId: group.id, PageSize: PAGE_SIZE, PageNumber: pageNumber };
    const call = {
      product: 'ess',
      action: 'DescribeScheduledTasks',
      region: cluster.region,
      params,
      deadline,
    } as const;
    const read = await ask(cloud, call, tasks);
    return { items: read.ScheduledTasks, total: read.TotalCount ?? read.ScheduledTasks.length };
  });
  return listed(listing, (item) => {
    if (item.ScalingGroupId !== undefined && item.ScalingGroupId !== group.id) return [];
    const parent = { kind: group.kind, id: group.id };
    const name = item.ScheduledTaskName === undefined ? {} : { name: item.ScheduledTaskName };
    return [ownedBy(cluster, 'ess', 'ess.scheduled-task', item.ScheduledTaskId, 'scaling-group', { parent, ...name })];
  });
}
