import type { OwnedResource } from '../model/resource.ts';
import { type Collector, joined, part } from './collector.ts';
import { readDisks } from './ecs-disks.ts';
import { readInstances } from './ecs-instances.ts';
import { readInterfaces } from './ecs-interfaces.ts';
import { readRules } from './ecs-rules.ts';

/** Network interfaces of nodes and pods, the security groups that nodes and pods are really in, their rules, CSI disks. */
export const ecsCollector: Collector = {
  name: 'ecs',
  permissions: [
    'ecs:DescribeInstances',
    'ecs:DescribeNetworkInterfaces',
    'ecs:DescribeSecurityGroupAttribute',
    'ecs:DescribeDisks',
  ],
  collect: async (cloud, cluster, deadline, known) => {
    const nodes = known.filter((item) => item.kind === 'ecs.instance');
    const members = joined(
      await Promise.all([
        part(() => readInstances(cloud, cluster, nodes, deadline)),
        part(() => readInterfaces(cloud, cluster, nodes, deadline)),
        part(() => readDisks(cloud, cluster, deadline)),
      ]),
    );
    const groups = new Map<string, OwnedResource>();
    for (const item of [...known, ...members.resources]) {
      if (item.kind === 'ecs.security-group') groups.set(`${item.id} ${item.role}`, item);
    }
    const rules = await Promise.all(
      [...groups.values()].map((one) => part(() => readRules(cloud, cluster, one, deadline))),
    );
    return joined([members, ...rules]);
  },
};
