/** What sort of cloud resource: product and noun. */
export type ResourceKind =
  | 'slb.load-balancer'
  | 'slb.listener'
  | 'slb.vserver-group'
  | 'slb.master-slave-group'
  | 'slb.acl'
  | 'slb.rule'
  | 'slb.domain-extension'
  | 'slb.certificate'
  | 'slb.tls-policy'
  | 'nlb.load-balancer'
  | 'ecs.instance'
  | 'ecs.security-group'
  | 'ecs.security-group-rule'
  | 'ecs.network-interface'
  | 'ecs.disk'
  | 'ecs.prefix-list'
  | 'ecs.port-range-list'
  | 'ecs.dedicated-host'
  | 'ecs.auto-provisioning-group'
  | 'ecs.eni-qos-group'
  | 'ecs.eni-permission'
  | 'ecs.system-event'
  | 'ess.scaling-group'
  | 'ess.scheduled-task'
  | 'tag.policy'
  | 'ram.role';

/** What a resource is to its cluster. */
export type Role =
  | 'api-server-load-balancer'
  | 'service-load-balancer'
  /** A customer's own load balancer that a Service borrows: only its `k8s/…` children are the cluster's. */
  | 'reused-load-balancer'
  | 'node'
  | 'master'
  | 'node-security-group'
  | 'master-security-group'
  | 'scaling-group'
  | 'pod-eni'
  | 'node-eni'
  | 'volume-disk'
  | 'volume-nas'
  | 'cluster-ram-role';

/**
 * Names one resource. Ids are unique inside an account. A listener has no id of its own:
 * it is written `lb-…/6443/tcp`, without protocol (`lb-…/6443`) where the call does not say it.
 */
export interface ResourceRef {
  readonly kind: ResourceKind;
  readonly id: string;
}

/** Which cluster owns a resource, and in which role. One resource may have several of these. */
export interface OwnedResource extends ResourceRef {
  readonly accountId: string;
  readonly region: string;
  readonly clusterId: string;
  readonly role: Role;
  readonly name?: string;
  /** The resource this one is a child of: a vServer group's load balancer, a rule's security group. */
  readonly parent?: ResourceRef;
  /** What rules and expectations need and only the cluster knows, e.g. `{ minSize: 0, maxSize: 2000, nodePoolId: 'np…' }`. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** How we know: `cs`, `slb`, `ecs`, `ess`, `event` … */
  readonly via: string;
}

/** An ACK cluster. */
export interface Cluster {
  readonly accountId: string;
  readonly region: string;
  readonly id: string;
  readonly name: string;
  /** ManagedKubernetes, Kubernetes (dedicated) … as CS says it. */
  readonly type: string;
  readonly state: string;
  readonly vpcId?: string;
  /** CIDR blocks of the pods, where CS tells. */
  readonly podCidrs: readonly string[];
  readonly workerRoleName?: string;
}
