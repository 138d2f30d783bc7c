import * as z from 'zod';
import { ask, optionalText, wrapped } from '../cloud/answer.ts';
import type { CloudCall } from '../cloud/cloud.ts';
import { listOf } from '../model/params.ts';
import type { ResourceKind, ResourceRef, Role } from '../model/resource.ts';
import { LINGJUN_PARTS } from './lingjun-relatives.ts';
import { LOAD_BALANCER_PARTS } from './load-balancer-relatives.ts';
import type { OwnershipContext } from './ownership.ts';

/**
 * What a resource belongs to, as the cloud says it now. `name` is the name that a controller may have given it, `cluster`
 * what its own tag says: on a borrowed load balancer either tells whether it is the cluster's.
 */
export interface Relatives {
  readonly ids: readonly string[];
  readonly name?: string | undefined;
  readonly cluster?: string | undefined;
}

/** One read that tells what a resource belongs to. */
export interface Relation {
  readonly product: CloudCall['product'];
  readonly action: string;
  readonly params: (id: string) => CloudCall['params'];
  readonly answer: z.ZodType<Relatives | 'gone'>;
  /** Parameters of the call that name what the resource belonged to before it. */
  readonly named?: readonly string[];
  /** What the resource is to the cluster, where that is not what it belongs to is. */
  readonly role?: Role;
}

const underLoadBalancer = (nameMember: string): z.ZodType<Relatives> =>
  z
    .looseObject({ LoadBalancerId: optionalText })
    .transform((read) => ({ ids: read.LoadBalancerId ? [read.LoadBalancerId] : [], name: text(read[nameMember]) }));

const ids = (list: string, item: string | undefined, member: string): z.ZodType<Relatives> => {
  const entry = z.looseObject({});
  const entries = item === undefined ? z.array(entry).nullish() : wrapped(item, entry);
  return z
    .object({ [list]: entries })
    .transform((read) => ({ ids: (read[list] ?? []).flatMap((one) => text(one[member]) ?? []) }));
};

/** Kinds that are parts or companions of something the inventory knows: one row a kind. */
export const RELATIVES: Partial<Record<ResourceKind, Relation>> = {
  'slb.vserver-group': {
    product: 'slb',
    action: 'DescribeVServerGroupAttribute',
    params: (id) => ({ VServerGroupId: id }),
    answer: underLoadBalancer('VServerGroupName'),
  },
  'slb.master-slave-group': {
    product: 'slb',
    action: 'DescribeMasterSlaveServerGroupAttribute',
    params: (id) => ({ MasterSlaveServerGroupId: id }),
    answer: underLoadBalancer('MasterSlaveServerGroupName'),
  },
  'slb.rule': {
    product: 'slb',
    action: 'DescribeRuleAttribute',
    params: (id) => ({ RuleId: id }),
    answer: underLoadBalancer('RuleName'),
  },
  'slb.domain-extension': {
    product: 'slb',
    action: 'DescribeDomainExtensionAttribute',
    params: (id) => ({ DomainExtensionId: id }),
    answer: underLoadBalancer('Domain'),
  },
  'slb.acl': {
    product: 'slb',
    action: 'DescribeAccessControlListAttribute',
    params: (id) => ({ AclId: id }),
    answer: z
      .object({ RelatedListeners: wrapped('RelatedListener', z.object({ LoadBalancerId: z.string() })) })
      .transform((read) => ({ ids: [...new Set(read.RelatedListeners.map((one) => one.LoadBalancerId))] })),
  },
  ...LOAD_BALANCER_PARTS,
  ...LINGJUN_PARTS,
  'vpc.eip': {
    product: 'vpc',
    action: 'DescribeEipAddresses',
    params: (id) => ({ AllocationId: id }),
    answer: z
      .object({ EipAddresses: wrapped('EipAddress', z.object({ InstanceId: optionalText })) })
      .transform(({ EipAddresses: [eip] }) =>
        eip === undefined ? 'gone' : { ids: eip.InstanceId ? [eip.InstanceId] : [] },
      ),
    named: ['InstanceId'],
  },
  'ecs.prefix-list': {
    product: 'ecs',
    action: 'DescribePrefixListAssociations',
    params: (id) => ({ PrefixListId: id }),
    answer: ids('PrefixListAssociations', 'PrefixListAssociation', 'ResourceId'),
  },
  'ecs.port-range-list': {
    product: 'ecs',
    action: 'DescribePortRangeListAssociations',
    params: (id) => ({ PortRangeListId: id }),
    answer: ids('PortRangeListAssociations', undefined, 'ResourceId'),
  },
  'ecs.eni-permission': {
    product: 'ecs',
    action: 'DescribeNetworkInterfacePermissions',
    params: (id) => ({ NetworkInterfacePermissionId: [id] }),
    answer: ids('NetworkInterfacePermissions', 'NetworkInterfacePermission', 'NetworkInterfaceId'),
  },
  'ecs.auto-provisioning-group': {
    product: 'ecs',
    action: 'DescribeAutoProvisioningGroupInstances',
    params: (id) => ({ AutoProvisioningGroupId: id, PageSize: 100 }),
    answer: ids('Instances', 'Instance', 'InstanceId'),
  },
  'ecs.dedicated-host': {
    product: 'ecs',
    action: 'DescribeInstances',
    params: (id) => ({ DedicatedHostId: id, MaxResults: 100 }),
    answer: ids('Instances', 'Instance', 'InstanceId'),
  },
};

/** Asks what the resource belongs to. Throws CloudError; a missing resource may also be told by its code. */
export async function relativesOf(
  ref: ResourceRef,
  { cloud, event, deadline }: OwnershipContext,
): Promise<Relatives | 'gone'> {
  const relation = RELATIVES[ref.kind];
  if (relation === undefined) return 'gone';
  const { product, action, params, answer, named = [] } = relation;
  const found = await ask(cloud, { product, action, region: event.region, params: params(ref.id), deadline }, answer);
  if (found === 'gone') return 'gone';
  return { ...found, ids: [...new Set([...found.ids, ...named.flatMap((name) => listOf(event.params, name))])] };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
