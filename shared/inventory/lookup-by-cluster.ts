import * as z from 'zod';
import { ask, optionalText, tags, wrapped } from '../cloud/answer.ts';
import { CloudError } from '../errors.ts';
import type { Cluster, OwnedResource, ResourceRef } from '../model/resource.ts';
import type { Collected } from './collector.ts';
import { CLUSTER_TAG } from './ecs-marks.ts';
import { readLoadBalancers } from './load-balancers.ts';
import { readNodePools } from './node-pools.ts';
import type { OwnershipContext } from './ownership.ts';

const loadBalancer = z.object({ VpcId: optionalText, Tags: tags });
const groups = z.object({ ScalingGroups: wrapped('ScalingGroup', z.object({ VpcId: optionalText })) });

/** What the resource itself says: enough to ask fewer clusters, never enough to prove anything. */
interface Hint {
  readonly vpcId?: string | undefined;
  readonly clusterId?: string | undefined;
}

/** Load balancers and scaling groups: whose they are is what Container Service says, one call a cluster. */
export async function lookUpByCluster(
  ref: ResourceRef,
  context: OwnershipContext,
): Promise<readonly OwnedResource[] | 'gone'> {
  const { store, event } = context;
  const hint = await hintOf(ref, context);
  if (hint === 'gone') return 'gone';
  const here = (await store.clusters(event.accountId)).filter((cluster) => cluster.region === event.region);
  const tagged = here.filter((cluster) => cluster.id === hint.clusterId);
  const inVpc = here.filter((cluster) => hint.vpcId === undefined || cluster.vpcId === hint.vpcId);
  const candidates = [...new Set([...tagged, ...inVpc])];
  const found = await Promise.all(candidates.map((cluster) => askCluster(ref, cluster, context)));
  const owners = found.flatMap((item) => item.resources).filter((item) => item.id === ref.id && item.kind === ref.kind);
  const failed = found.find((item) => !item.complete);
  if (owners.length === 0 && failed) {
    throw new CloudError('Incomplete', failed.problems?.[0] ?? 'Container Service did not answer');
  }
  return owners;
}

async function hintOf(ref: ResourceRef, { cloud, event, deadline }: OwnershipContext): Promise<Hint | 'gone'> {
  const at = { region: event.region, deadline };
  if (ref.kind === 'slb.load-balancer') {
    const params = { LoadBalancerId: ref.id };
    const call = { ...at, product: 'slb', action: 'DescribeLoadBalancerAttribute', params } as const;
    const read = await ask(cloud, call, loadBalancer);
    return { vpcId: read.VpcId, clusterId: read.Tags.get(CLUSTER_TAG) };
  }
  if (ref.kind === 'nlb.load-balancer' || ref.kind === 'alb.load-balancer') {
    const product = ref.kind === 'nlb.load-balancer' ? 'nlb' : 'alb';
    const params = { LoadBalancerId: ref.id };
    const read = await ask(cloud, { ...at, product, action: 'GetLoadBalancerAttribute', params }, loadBalancer);
    return { vpcId: read.VpcId, clusterId: read.Tags.get(CLUSTER_TAG) };
  }
  if (ref.kind === 'ess.scaling-group') {
    const call = {
      ...at,
      product: 'ess',
      action: 'DescribeScalingGroups',
      params: { ScalingGroupId: [ref.id] },
    } as const;
    const [group] = (await ask(cloud, call, groups)).ScalingGroups;
    return group === undefined ? 'gone' : { vpcId: group.VpcId };
  }
  return {};
}

function askCluster(ref: ResourceRef, cluster: Cluster, context: OwnershipContext): Promise<Collected> {
  const { cloud, deadline } = context;
  if (ref.kind === 'ess.scaling-group') return readNodePools(cloud, cluster, deadline);
  return readLoadBalancers(cloud, cluster, deadline, { resources: [], complete: true });
}
