import * as z from 'zod';
import { ask, optionalText, wrapped } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { byNextToken } from '../cloud/paging.ts';
import type { Cluster, OwnedResource, ResourceKind } from '../model/resource.ts';
import { type Collected, listed, ownedBy } from './collector.ts';

const page = z.object({
  NextToken: optionalText,
  Permissions: wrapped(
    'Permission',
    z.object({
      SecurityGroupRuleId: optionalText,
      Description: optionalText,
      SourcePrefixListId: optionalText,
      DestPrefixListId: optionalText,
      PortRangeListId: optionalText,
    }),
  ),
});

/** Rules of a security group by id, and the prefix and port range lists that they are made of. */
export async function readRules(
  cloud: Cloud,
  cluster: Cluster,
  group: OwnedResource,
  deadline: number,
): Promise<Collected> {
  const listing = await byNextToken(async (NextToken) => {
    const params = { SecurityGroupId: group.id, NextToken };
    const { region } = cluster;
    const call = { product: 'ecs', action: 'DescribeSecurityGroupAttribute', region, params, deadline } as const;
    const read = await ask(cloud, call, page);
    return { items: read.Permissions, nextToken: read.NextToken };
  });
  const parent = { kind: group.kind, id: group.id };
  const child = (kind: ResourceKind, id: string | undefined, name?: string): readonly OwnedResource[] =>
    id === undefined
      ? []
      : [ownedBy(cluster, 'ecs', kind, id, group.role, { parent, ...(name === undefined ? {} : { name }) })];
  return listed(listing, (rule) => [
    ...child('ecs.security-group-rule', rule.SecurityGroupRuleId, rule.Description),
    ...child('ecs.prefix-list', rule.SourcePrefixListId),
    ...child('ecs.prefix-list', rule.DestPrefixListId),
    ...child('ecs.port-range-list', rule.PortRangeListId),
  ]);
}
