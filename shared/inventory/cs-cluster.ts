import * as z from 'zod';
import { ask, optionalText } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import { type Collected, ownedBy } from './collector.ts';
import { csCall } from './cs-call.ts';
import { securityGroup, vSwitches } from './node-pools.ts';
import { instanceRole } from './ram.ts';

const detail = z.object({
  security_group_id: optionalText,
  worker_ram_role_name: optionalText,
  vswitch_ids: z.array(z.string()).nullish(),
  meta_data: optionalText,
  control_plane_endpoints_config: z
    .object({ load_balancers_config: z.array(z.object({ load_balancer_id: optionalText })).nullish() })
    .nullish(),
  rrsa_config: z.object({ enabled: z.boolean().nullish(), oidc_name: optionalText }).nullish(),
});
type Detail = z.infer<typeof detail>;

/** What the details of a cluster name: its API server, security group, roles, identity provider, log project, network. */
export async function readCluster(cloud: Cloud, cluster: Cluster, deadline: number): Promise<Collected> {
  const read = await ask(cloud, csCall(cluster, 'DescribeClusterDetail', '', deadline), detail);
  const resources = [
    ...apiServers(cluster, read),
    ...(read.security_group_id === undefined ? [] : securityGroup(cluster, read.security_group_id)),
    ...roles(cluster, read.worker_ram_role_name ?? cluster.workerRoleName),
    ...identityProvider(cluster, read),
    ...logProjects(cluster, read),
    ...(cluster.vpcId === undefined ? [] : [ownedBy(cluster, 'cs', 'vpc.vpc', cluster.vpcId, 'cluster-vpc')]),
    ...vSwitches(cluster, read.vswitch_ids),
  ];
  return { resources, complete: true };
}

function apiServers(cluster: Cluster, { control_plane_endpoints_config: config }: Detail): readonly OwnedResource[] {
  return (config?.load_balancers_config ?? []).flatMap(({ load_balancer_id: id }) => {
    if (id === undefined) return [];
    const kind = id.startsWith('nlb-') ? 'nlb.load-balancer' : 'slb.load-balancer';
    return [ownedBy(cluster, 'cs', kind, id, 'api-server-load-balancer')];
  });
}

/** The masters of a dedicated cluster have a role of the same stack, which nothing names. */
function roles(cluster: Cluster, worker: string | undefined): readonly OwnedResource[] {
  if (worker === undefined) return [];
  const isStack = cluster.type === 'Kubernetes' && worker.startsWith('KubernetesWorkerRole-');
  const master = isStack ? [worker.replace('KubernetesWorkerRole-', 'KubernetesMasterRole-')] : [];
  return [worker, ...master].map((name) => instanceRole(cluster, name));
}

function identityProvider(cluster: Cluster, { rrsa_config: rrsa }: Detail): readonly OwnedResource[] {
  if (rrsa?.enabled !== true) return [];
  const name = rrsa.oidc_name ?? `ack-rrsa-${cluster.id}`;
  return [ownedBy(cluster, 'cs', 'ram.oidc-provider', name, 'rrsa-provider')];
}

/** Where the audit log goes, which can be moved, and the default, where the control plane's and the components' logs are. */
function logProjects(cluster: Cluster, { meta_data: text }: Detail): readonly OwnedResource[] {
  const named = /"AuditProjectName"\s*:\s*"([\w-]+)"/u.exec(text ?? '')?.[1];
  const names = new Set([`k8s-log-${cluster.id}`, ...(named === undefined ? [] : [named])]);
  return [...names].map((name) => ownedBy(cluster, 'cs', 'sls.project', name, 'log-project'));
}
