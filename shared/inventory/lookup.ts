import * as z from 'zod';
import { ask, optionalText, wrapped } from '../cloud/answer.ts';
import type { CloudCall } from '../cloud/cloud.ts';
import { slbClient } from '../cloud/slb.ts';
import type { Cluster, OwnedResource, ResourceRef, Role } from '../model/resource.ts';
import { ownedBy } from './collector.ts';
import { csCollector } from './cs.ts';
import { interfaceOf } from './ecs.ts';
import { CLUSTER_TAG, disk, instance, isVolume, networkInterface } from './ecs-marks.ts';
import type { OwnershipContext } from './own.ts';
import { isOfCluster } from './slb.ts';

/** What the cloud says now: owners (none: it exists and nobody owns it), `gone`, or `not-asked` for other kinds. */
export type Live = readonly OwnedResource[] | 'gone' | 'not-asked';

const SCALING_TAG = 'acs:autoscaling:scalingGroupId';
const AUTO_GROUP = 'alicloud-cs-auto-created-security-group-';

/** Looks one resource up in the cloud and finds its clusters through what the store already knows. */
export async function lookUp(ref: ResourceRef, context: OwnershipContext): Promise<Live> {
  const { cloud, event, deadline, store } = context;
  const slb = slbClient(cloud, event.region, deadline);
  const kind: string = ref.kind;
  switch (kind) {
    case 'nlb.load-balancer':
    case 'ess.scaling-group':
      return confirmed(ref, context);
    case 'slb.load-balancer':
      await slb.describeLoadBalancerAttribute({ loadBalancerId: ref.id });
      return confirmed(ref, context);
    case 'slb.vserver-group': {
      const { body } = await slb.describeVServerGroupAttribute({ vServerGroupId: ref.id });
      return underLoadBalancer(ref, body.loadBalancerId ?? '', body.vServerGroupName, context);
    }
    case 'slb.acl': {
      const { body } = await slb.describeAccessControlListAttribute({ aclId: ref.id });
      const lbs = new Set((body.relatedListeners?.relatedListener ?? []).map((item) => item.loadBalancerId));
      const all = await Promise.all([...lbs].map((lb) => underLoadBalancer(ref, lb, undefined, context)));
      return all.flat();
    }
    case 'ecs.instance':
      return lookUpInstance(ref, context);
    case 'ecs.network-interface': {
      const schema = z.object({ NetworkInterfaceSets: wrapped('NetworkInterfaceSet', networkInterface) });
      const call = ecs(context, 'DescribeNetworkInterfaces', { NetworkInterfaceId: [ref.id] });
      const [item] = (await ask(cloud, call, schema)).NetworkInterfaceSets;
      if (item === undefined) return 'gone';
      const known = item.InstanceId === undefined ? [] : await ownersIn(context, item.InstanceId);
      const clusters = await store.clusters(event.accountId);
      return clusters.flatMap((cluster) => {
        const mine = known.filter((owner) => owner.clusterId === cluster.id && owner.kind === 'ecs.instance');
        return interfaceOf(cluster, item, new Set(mine.map((owner) => owner.id)));
      });
    }
    case 'ecs.disk': {
      const schema = z.object({ Disks: wrapped('Disk', disk) });
      const call = ecs(context, 'DescribeDisks', { DiskIds: JSON.stringify([ref.id]) });
      const [item] = (await ask(cloud, call, schema)).Disks;
      if (item === undefined) return 'gone';
      const clusters = (await store.clusters(event.accountId)).filter((cluster) => isVolume(item, cluster.id));
      return asOwned(clusters, ref, 'volume-disk');
    }
    case 'ecs.security-group': {
      const schema = z.object({ SecurityGroupName: optionalText });
      const read = await ask(
        cloud,
        ecs(context, 'DescribeSecurityGroupAttribute', { SecurityGroupId: ref.id }),
        schema,
      );
      const clusters = await store.clusters(event.accountId);
      const named = clusters.filter((cluster) => read.SecurityGroupName === `${AUTO_GROUP}${cluster.id}`);
      return asOwned(named, ref, 'node-security-group');
    }
    default:
      return 'not-asked';
  }
}

/** A load balancer's tags prove nothing: Container Service is asked, the cluster that the tag names first. */
async function confirmed(ref: ResourceRef, context: OwnershipContext): Promise<readonly OwnedResource[]> {
  const { cloud, event, store, deadline } = context;
  const clusters = (await store.clusters(event.accountId)).filter((cluster) => cluster.region === event.region);
  const found = await Promise.all(clusters.map((cluster) => csCollector.collect(cloud, cluster, deadline, [])));
  const owners = found.flatMap((item) => item.resources).filter((item) => item.id === ref.id && item.kind === ref.kind);
  const failed = found.find((item) => !item.complete);
  if (owners.length === 0 && failed) throw new Error(failed.problems?.[0] ?? 'Container Service did not answer');
  return owners;
}

async function underLoadBalancer(
  ref: ResourceRef,
  lb: string,
  name: string | null | undefined,
  context: OwnershipContext,
): Promise<readonly OwnedResource[]> {
  const owners = (await ownersIn(context, lb)).filter((owner) => owner.kind === 'slb.load-balancer');
  return owners.flatMap((owner) => {
    const isBorrowed = owner.role === 'reused-load-balancer';
    if (isBorrowed && !isOfCluster(name, owner.clusterId)) return [];
    const role: Role = isBorrowed ? 'service-load-balancer' : owner.role;
    const { name: _, ...rest } = owner;
    const parent = { kind: owner.kind, id: owner.id };
    return [{ ...rest, ...ref, role, parent, via: 'slb', ...(name ? { name } : {}) }];
  });
}

async function lookUpInstance(ref: ResourceRef, context: OwnershipContext): Promise<Live> {
  const schema = z.object({ Instances: wrapped('Instance', instance) });
  const call = ecs(context, 'DescribeInstances', { InstanceIds: JSON.stringify([ref.id]) });
  const [item] = (await ask(context.cloud, call, schema)).Instances;
  if (item === undefined) return 'gone';
  const clusters = await context.store.clusters(context.event.accountId);
  const group = item.Tags.get(SCALING_TAG);
  const owners = group === undefined ? [] : await ownersIn(context, group);
  const ids = new Set(owners.map((owner) => owner.clusterId));
  const tagged = item.Tags.get(CLUSTER_TAG);
  return asOwned(
    clusters.filter(
      (cluster) => ids.has(cluster.id) || (cluster.id === tagged && cluster.vpcId === item.VpcAttributes?.VpcId),
    ),
    ref,
    'node',
  );
}

async function ownersIn(context: OwnershipContext, id: string): Promise<readonly OwnedResource[]> {
  return (await context.store.ownersOf(context.event.accountId, [id])).get(id) ?? [];
}

function asOwned(clusters: readonly Cluster[], ref: ResourceRef, role: Role): readonly OwnedResource[] {
  return clusters.map((cluster) => ownedBy(cluster, 'ecs', ref.kind, ref.id, role));
}

function ecs(context: OwnershipContext, action: string, params: CloudCall['params']): CloudCall {
  return { product: 'ecs', action, region: context.event.region, params, deadline: context.deadline };
}
