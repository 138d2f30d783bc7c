import type { AuditEvent } from '../model/event.ts';
import { listOf, objectsOf, textOf } from '../model/params.ts';
import type { Cluster, OwnedResource, ResourceKind, ResourceRef, Role } from '../model/resource.ts';
import { CLUSTER_TAG } from './ecs-marks.ts';
import { partRole } from './parts.ts';

/** Parameters that name something which may be a cluster's. */
const NAMING = [
  'SecurityGroupId',
  'SecurityGroupIds',
  'ScalingGroupId',
  'LoadBalancerId',
  'InstanceId',
  'VServerGroupId',
  'ListenerId',
  'NetworkInterfaceId',
  'AclId',
  'NextHopId',
  'FileSystemId',
  'NodeId',
];

const CREATED_AS: Partial<Record<ResourceKind, Role>> = {
  'slb.load-balancer': 'service-load-balancer',
  'nlb.load-balancer': 'service-load-balancer',
  'nlb.server-group': 'service-load-balancer',
  'alb.load-balancer': 'ingress-load-balancer',
  'alb.server-group': 'ingress-load-balancer',
  'alb.acl': 'ingress-load-balancer',
  'ecs.instance': 'node',
  'ecs.network-interface': 'pod-eni',
  'ecs.disk': 'volume-disk',
  'ecs.security-group': 'node-security-group',
  'ess.scaling-group': 'scaling-group',
  'ess.scheduled-task': 'scaling-group',
  'vpc.nat-gateway': 'cluster-nat-gateway',
  'vpc.route-entry': 'cluster-route',
  'nas.file-system': 'volume-nas',
  'eflo.network-interface': 'pod-eni',
};

/** Ids in a creating call that may lead to its cluster; look these up before `ownedByCreation`. */
export function idsNamedIn(event: Pick<AuditEvent, 'params'>): readonly string[] {
  return [...new Set(NAMING.flatMap((name) => listOf(event.params, name)))];
}

/**
 * What ACK itself created, as owned: the cluster stands in the tag of the call, or a named resource is the cluster's.
 * The caller has made sure that it was ACK. `owners` are those of `idsNamedIn`.
 */
export function ownedByCreation(given: {
  readonly event: Pick<AuditEvent, 'params' | 'accountId' | 'region'>;
  readonly created: readonly ResourceRef[];
  readonly clusters: readonly Pick<Cluster, 'id'>[];
  readonly owners: readonly OwnedResource[];
}): readonly OwnedResource[] {
  const { event, created, clusters, owners } = given;
  const tagged = clusterInTags(event);
  const isKnown = tagged !== undefined && clusters.some((cluster) => cluster.id === tagged);
  const clusterIds = isKnown ? [tagged] : [...new Set(owners.map((owner) => owner.clusterId))];
  return clusterIds.flatMap((clusterId) =>
    created.flatMap((ref) => {
      const parent = parentOf(ref, owners, clusterId);
      const role = parent === undefined ? CREATED_AS[ref.kind] : partRole(parent);
      if (role === undefined) return [];
      const extra = parent === undefined ? {} : { parent: { kind: parent.kind, id: parent.id } };
      const { accountId, region } = event;
      return [{ ...ref, accountId, region, clusterId, role, facts: {}, via: 'event', ...extra }];
    }),
  );
}

/** The cluster that the tag in a creating call names. */
export function clusterInTags(event: Pick<AuditEvent, 'params'>): string | undefined {
  for (const list of ['Tag', 'Tags']) {
    for (const tag of objectsOf(event.params, list)) {
      const key = textOf(tag, 'Key') ?? textOf(tag, 'TagKey');
      if (key === CLUSTER_TAG) return textOf(tag, 'Value') ?? textOf(tag, 'TagValue');
    }
  }
  return undefined;
}

/** Kinds that are parts of something else: they take their role from it. */
function parentOf(ref: ResourceRef, owners: readonly OwnedResource[], clusterId: string): OwnedResource | undefined {
  const kinds: Partial<Record<ResourceKind, ResourceKind>> = {
    'slb.listener': 'slb.load-balancer',
    'slb.vserver-group': 'slb.load-balancer',
    'slb.master-slave-group': 'slb.load-balancer',
    'slb.acl': 'slb.load-balancer',
    'nlb.listener': 'nlb.load-balancer',
    'alb.listener': 'alb.load-balancer',
    'alb.rule': 'alb.listener',
    'alb.script': 'alb.listener',
    'ecs.security-group-rule': 'ecs.security-group',
    'ess.scheduled-task': 'ess.scaling-group',
    'nas.mount-target': 'nas.file-system',
  };
  const kind = kinds[ref.kind];
  return kind === undefined ? undefined : owners.find((item) => item.kind === kind && item.clusterId === clusterId);
}
