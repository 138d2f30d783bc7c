import * as z from 'zod';
import { ask, optionalText } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { byNextToken } from '../cloud/paging.ts';
import { slbClient } from '../cloud/slb.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import { type Collected, ownedBy } from './collector.ts';
import { csCall } from './cs-call.ts';

const REUSED_TAG = 'kubernetes.reused.by.user';
const IDS_PER_CALL = 50;

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
    if (isOfService(row)) {
      const object = row.associated_object;
      const service = object?.name === undefined ? undefined : `${object.namespace ?? 'default'}/${object.name}`;
      const role = row.auto_create === 0 ? 'reused-load-balancer' : 'service-load-balancer';
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

function kindOf(row: Row): 'slb.load-balancer' | 'nlb.load-balancer' | undefined {
  const type = row.resource_type?.toUpperCase();
  if (type === 'NLB' || type === 'ALIYUN::NLB::LOADBALANCER' || row.instance_id?.startsWith('nlb-') === true) {
    return 'nlb.load-balancer';
  }
  return type === 'SLB' || type === 'CLB' || type === 'ALIYUN::SLB::LOADBALANCER' ? 'slb.load-balancer' : undefined;
}

function isOfService(row: Row): boolean {
  return row.creator_type?.toLowerCase() === 'addon' || row.associated_object?.kind?.toLowerCase() === 'service';
}

/** The tag only takes ownership away: it is never taken as proof that a load balancer is the cluster's. */
async function reusedAmong(
  cloud: Cloud,
  cluster: Cluster,
  deadline: number,
  services: readonly OwnedResource[],
): Promise<{ readonly ids: ReadonlySet<string>; readonly complete: boolean; readonly problems: readonly string[] }> {
  const slb = slbClient(cloud, cluster.region, deadline);
  const ids = services.filter((item) => item.kind === 'slb.load-balancer').map((item) => item.id);
  const found = new Set<string>();
  const problems: string[] = [];
  for (let start = 0; start < ids.length; start += IDS_PER_CALL) {
    const resourceId = ids.slice(start, start + IDS_PER_CALL);
    const listing = await byNextToken(async (nextToken) => {
      const request = { resourceType: 'instance', resourceId, tag: [{ Key: REUSED_TAG, Value: 'true' }], nextToken };
      const { body } = await slb.listTagResources(request);
      return { items: body.tagResources.tagResource, nextToken: body.nextToken ?? undefined };
    });
    for (const item of listing.items) {
      if (item.tagKey === REUSED_TAG && item.tagValue === 'true') found.add(item.resourceId);
    }
    if (!listing.complete) problems.push(listing.problem ?? 'tags incomplete');
  }
  return { ids: found, complete: problems.length === 0, problems };
}
