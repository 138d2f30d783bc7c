import type { Role } from '../../shared/model/resource.ts';

/** The roles that a resource of a kind can have, by the beginning of the kind; the first that fits counts. */
const ROLES: readonly (readonly [kind: string, roles: readonly Role[]])[] = [
  ['slb.', ['api-server-load-balancer', 'service-load-balancer']],
  ['alb.', ['ingress-load-balancer']],
  ['nlb.', ['api-server-load-balancer', 'service-load-balancer']],
  ['ess.', ['scaling-group']],
  ['ecs.security-group', ['node-security-group', 'master-security-group']],
  ['ecs.prefix-list', ['node-security-group', 'master-security-group']],
  ['ecs.port-range-list', ['node-security-group', 'master-security-group']],
  ['ecs.network-interface', ['node-eni', 'pod-eni']],
  ['ecs.eni-', ['pod-eni']],
  ['ecs.disk', ['volume-disk', 'node-system-disk']],
  ['ecs.storage-channel', ['volume-nas']],
  ['ecs.cloud-assistant', ['evidence-source']],
  ['ecs.', ['node', 'master']],
  [
    'vpc.eip',
    ['api-server-load-balancer', 'service-load-balancer', 'pod-eni', 'node', 'master', 'cluster-nat-gateway'],
  ],
  ['vpc.ipv6-address', ['pod-eni']],
  ['vpc.vswitch', ['cluster-vswitch']],
  ['vpc.network-acl', ['cluster-vswitch']],
  ['vpc.nat-gateway', ['cluster-nat-gateway']],
  ['vpc.snat-table', ['cluster-nat-gateway']],
  ['vpc.route-', ['cluster-route']],
  ['vpc.prefix-list', ['cluster-route']],
  ['vpc.', ['cluster-vpc']],
  ['nas.', ['volume-nas']],
  ['ram.oidc-provider', ['rrsa-provider']],
  ['ram.user', ['cluster-operator']],
  ['ram.group', ['cluster-operator']],
  ['ram.', ['cluster-ram-role']],
  ['cs.node-pool', ['node-pool']],
  ['cs.', ['cluster']],
  ['eflo.network-interface', ['pod-eni']],
  ['eflo.storage-channel', ['volume-nas']],
  ['eflo.node-group', ['lingjun-node-group']],
  ['eflo.cluster', ['lingjun-node-group']],
  ['eflo.node', ['lingjun-node']],
  ['eflo.', ['lingjun-network']],
  ['sls.logstore', ['logstore']],
  ['sls.', ['log-project']],
  ['eci.virtual-node', ['virtual-node']],
  ['eci.', ['virtual-node-pod']],
  ['actiontrail.', ['evidence-source']],
  ['fc.', ['watcher']],
  ['eventbridge.', ['watcher']],
  /** A tag policy rewrites tags of whatever it meets. */
  ['tag.', ['service-load-balancer', 'node']],
];

export function rolesOf(kind: string): readonly Role[] {
  return ROLES.find(([beginning]) => kind.startsWith(beginning))?.[1] ?? [];
}
