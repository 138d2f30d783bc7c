import * as z from 'zod';
import { ask, optionalText, wrapped } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { byNextToken } from '../cloud/paging.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import { type Collected, ownedBy } from './collector.ts';
import { csCall } from './cs-call.ts';

const REUSED_TAG = 'kubernetes.reused.by.user';
const IDS_PER_CALL = 50;

const tagRow = z.object({ ResourceId: z.string(), TagKey: z.string(), TagValue: optionalText });
/** Newer products answer a bare list. */
const tagPage = z.object({
  TagResources: z.union([z.array(tagRow), wrapped('TagResource', tagRow)]),
  NextToken: optionalText,
});

const rows = z.array(
  z.object({
    instance_id: optionalText,
    resource_type: optionalText,
    resource_info: z.unknown().optional(),
    auto_create: z.coerce.number().nullish(),
    creator_type: optionalText,
    associated_object: z.object({ kind: optionalText, namespace: optionalText, name: optionalText }).nullish(),
  }),
);
type Row = z.infer<typeof rows>[number];

/** Load balancers of Services, and of the API server where `DescribeClusterDetail` (`detail`) named none. */
export async function readLoadBalancers(
  cloud: Cloud,
  cluster: Cluster,
  deadline: number,
  detail: Collected,
): Promise<Collected> {
  const params = { with_addon_resources: 'true' };
  const all = await ask(cloud, csCall(cluster, 'DescribeClusterResources', '/resources', deadline, params), rows);
  const named = detail.resources.filter((resource) => resource.role === 'api-server-load-balancer');
  const isApiServer = new Set(named.map((resource) => resource.id));
  const resources: OwnedResource[] = [];
  const services: OwnedResource[] = [];
  for (const row of all) {
    const kind = kindOf(row);
    const id = row.instance_id;
    if (kind === undefined || id === undefined || isApiServer.has(id)) continue;
    // No API server stands behind an Application Load Balancer.
    if (kind === 'alb.load-balancer' || isOfService(row)) {
      const object = row.associated_object;
      const service = object?.name === undefined ? undefined : `${object.namespace ?? 'default'}/${object.name}`;
      const made = kind === 'alb.load-balancer' ? 'ingress-load-balancer' : 'service-load-balancer';
      const role = row.auto_create === 0 ? 'reused-load-balancer' : made;
      const extra = service === undefined ? {} : { name: service, facts: { service } };
      services.push(ownedBy(cluster, 'cs', kind, id, role, extra));
    } else if (named.length === 0 || /k8s_master_slb/iu.test(JSON.stringify(row.resource_info ?? ''))) {
      resources.push(ownedBy(cluster, 'cs', kind, id, 'api-server-load-balancer'));
    }
  }
  const reused = await reusedAmong(cloud, cluster, deadline, services);
  const settled = services.map((item) =>
    reused.ids.has(item.id) ? { ...item, role: 'reused-load-balancer' as const } : item,
  );
  return { resources: [...resources, ...settled], complete: reused.complete, problems: reused.problems };
}

type LoadBalancerKind = 'slb.load-balancer' | 'nlb.load-balancer' | 'alb.load-balancer';

function kindOf(row: Row): LoadBalancerKind | undefined {
  const type = row.resource_type?.toUpperCase();
  const id = row.instance_id ?? '';
  if (type === 'NLB' || type === 'ALIYUN::NLB::LOADBALANCER' || id.startsWith('nlb-')) return 'nlb.load-balancer';
  if (type === 'ALB' || type === 'ALIYUN::ALB::LOADBALANCER' || id.startsWith('alb-')) return 'alb.load-balancer';
  return type === 'SLB' || type === 'CLB' || type === 'ALIYUN::SLB::LOADBALANCER' ? 'slb.load-balancer' : undefined;
}

function isOfService(row: Row): boolean {
  return (
    row.creator_type?.toLowerCase() === 'addon' ||
    /^(?:service|ingress|albconfig)/iu.test(row.associated_object?.kind ?? '')
  );
}

/** How each product's tag call names a load balancer. */
const TAGGED_AS = [
  ['slb.load-balancer', 'slb', 'instance'],
  ['nlb.load-balancer', 'nlb', 'loadbalancer'],
  ['alb.load-balancer', 'alb', 'loadbalancer'],
] as const;

/** The tag only takes ownership away: it is never taken as proof that a load balancer is the cluster's. */
async function reusedAmong(
  cloud: Cloud,
  cluster: Cluster,
  deadline: number,
  services: readonly OwnedResource[],
): Promise<{ readonly ids: ReadonlySet<string>; readonly complete: boolean; readonly problems: readonly string[] }> {
  const listings = TAGGED_AS.flatMap(([kind, product, ResourceType]) => {
    const ids = services.filter((item) => item.kind === kind).map((item) => item.id);
    return inPieces(ids).map((ResourceId) =>
      byNextToken(async (NextToken) => {
        const params = { ResourceType, ResourceId, Tag: [{ Key: REUSED_TAG, Value: 'true' }], NextToken };
        const call = { product, action: 'ListTagResources', region: cluster.region, params, deadline } as const;
        const read = await ask(cloud, call, tagPage);
        return { items: read.TagResources, nextToken: read.NextToken };
      }),
    );
  });
  const found = await Promise.all(listings);
  const reused = found
    .flatMap((listing) => listing.items)
    .filter((item) => item.TagKey === REUSED_TAG && item.TagValue === 'true');
  const problems = found.flatMap(({ complete, problem }) => (complete ? [] : [problem ?? 'tags incomplete']));
  return { ids: new Set(reused.map((item) => item.ResourceId)), complete: problems.length === 0, problems };
}

function inPieces(ids: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(ids.length / IDS_PER_CALL);
  return Array.from({ length: count }, (_, at) => ids.slice(at * IDS_PER_CALL, (at + 1) * IDS_PER_CALL));
}
