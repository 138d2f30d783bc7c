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
  | 'alb.load-balancer'
  | 'alb.listener'
  | 'alb.rule'
  | 'alb.server-group'
  | 'alb.acl'
  | 'alb.script'
  | 'alb.security-policy'
  | 'nlb.load-balancer'
  | 'nlb.listener'
  | 'nlb.server-group'
  | 'nlb.security-policy'
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
  /** A stored command of Cloud Assistant: nobody's until it is invoked on a node. */
  | 'ecs.command'
  /** What Cloud Assistant delivers to logs: one per region, its id is the region. */
  | 'ecs.cloud-assistant'
  | 'ecs.storage-channel'
  | 'ess.scaling-group'
  | 'ess.scaling-configuration'
  | 'ess.scaling-rule'
  | 'ess.scheduled-task'
  | 'ess.alarm'
  | 'ess.lifecycle-hook'
  | 'vpc.vpc'
  | 'vpc.vswitch'
  | 'vpc.route-table'
  | 'vpc.route-entry'
  | 'vpc.prefix-list'
  | 'vpc.network-acl'
  | 'vpc.dhcp-options-set'
  | 'vpc.nat-gateway'
  | 'vpc.snat-table'
  | 'vpc.ipv4-gateway'
  /** An elastic IP address; it has the role of what it is bound to. */
  | 'vpc.eip'
  | 'vpc.ipv6-address'
  | 'nas.file-system'
  | 'nas.mount-target'
  | 'nas.access-group'
  | 'nas.access-point'
  | 'nas.fileset'
  | 'nas.protocol-service'
  | 'tag.policy'
  | 'ram.role'
  | 'ram.policy'
  | 'ram.user'
  | 'ram.group'
  | 'ram.oidc-provider'
  /** A control policy of the resource directory; where the call names none, its id is the account. */
  | 'ram.control-policy'
  | 'cs.cluster'
  | 'cs.node-pool'
  | 'cs.alert-contact'
  | 'eflo.cluster'
  | 'eflo.node-group'
  | 'eflo.node'
  | 'eflo.network-interface'
  | 'eflo.storage-channel'
  | 'eflo.vpd'
  | 'eflo.vcc'
  | 'eflo.express-router'
  | 'sls.project'
  | 'sls.logstore'
  | 'sls.collection-config'
  | 'sls.machine-group'
  | 'eci.virtual-node'
  | 'eci.container-group'
  | 'actiontrail.trail'
  | 'fc.function'
  | 'eventbridge.rule';

/** What a resource is to its cluster. A part of something (a listener, an ACL, an EIP) has the role of the whole. */
export type Role =
  | 'api-server-load-balancer'
  | 'service-load-balancer'
  /** An ALB that the ALB Ingress controller made. */
  | 'ingress-load-balancer'
  /** A customer's own load balancer that a Service borrows: only its `k8s/…` children are the cluster's. */
  | 'reused-load-balancer'
  | 'node'
  | 'master'
  | 'lingjun-node'
  /** A Lingjun cluster or node group that stands behind a node pool. */
  | 'lingjun-node-group'
  | 'lingjun-network'
  | 'virtual-node'
  /** A container group that runs a Pod of a virtual node. */
  | 'virtual-node-pod'
  | 'node-security-group'
  | 'master-security-group'
  | 'scaling-group'
  | 'node-pool'
  /** The ACK cluster itself, as Container Service knows it. */
  | 'cluster'
  | 'pod-eni'
  | 'node-eni'
  | 'node-system-disk'
  | 'volume-disk'
  | 'volume-nas'
  | 'cluster-vpc'
  | 'cluster-vswitch'
  /** A route table of the cluster's VPC, its entries and the prefix lists that it uses. */
  | 'cluster-route'
  | 'cluster-nat-gateway'
  | 'cluster-ram-role'
  /** A RAM user or group whose permissions operate the cluster, or whose AccessKey a component uses. */
  | 'cluster-operator'
  /** The OIDC provider through which service accounts take on RAM roles (RRSA). */
  | 'rrsa-provider'
  | 'log-project'
  | 'logstore'
  /** What ackwatch learns from: a trail, Cloud Assistant's delivery. */
  | 'evidence-source'
  /** A function, role or event rule that ackwatch itself is made of. */
  | 'watcher';

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
  /**
   * What rules and expectations need and only the cluster knows, e.g. `{ minSize: 0, maxSize: 2000, nodePoolId: 'np…' }`.
   * Rules read `autoScaling` (of a scaling group, a node pool, a cluster with such a pool) and `ofMaster` (of a network
   * interface or a system disk).
   */
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
