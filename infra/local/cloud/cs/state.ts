/** A load balancer in front of an API server, as the cluster's details name it. */
export interface ApiServerEndpoint {
  /** `lb-…` or, on newer clusters, `nlb-…`. */
  readonly loadBalancerId: string;
  readonly endpoint: string;
  readonly endpointType: 'intranet' | 'internet';
}

/** A row of DescribeClusterResources: nodes and node pools are not among them. */
export interface ClusterResource {
  readonly instanceId: string;
  /** Either dialect: `SLB` or `ALIYUN::SLB::LoadBalancer`. */
  readonly resourceType: string;
  readonly creator: 'user' | 'system' | 'addon';
  /** False: brought along by the customer. */
  readonly isCreatedByAck: boolean;
  readonly name?: string;
  /** Resource id inside the ROS template: `k8s_master_slb`. */
  readonly logicalId?: string;
  readonly object?: { readonly kind: string; readonly namespace: string; readonly name: string };
}

/** A node pool and what ACK demands of its scaling group. */
export interface NodePool {
  readonly id: string;
  name: string;
  readonly isDefault: boolean;
  readonly scalingGroupId: string;
  readonly securityGroupIds: readonly string[];
  readonly vswitchIds: readonly string[];
  readonly instanceTypes: readonly string[];
  readonly ramRoleName: string;
  autoScaling: { readonly enable: boolean; readonly min: number; readonly max: number };
  desiredSize?: number;
  /** What a pool of Lingjun nodes stands on in place of a scaling group. */
  readonly lingjun?: { readonly clusterId: string; readonly groupId: string; readonly autoAttach: boolean };
  state: string;
  readonly created: Date;
}

/** A node as Container Service knows it. */
export interface ClusterNode {
  readonly instanceId: string;
  readonly instanceName: string;
  readonly nodeName: string;
  readonly role: 'Master' | 'Worker';
  readonly nodePoolId?: string;
  readonly ip: string;
  readonly instanceType: string;
  readonly created: Date;
  state: string;
}

/** One ACK cluster. */
export interface AckCluster {
  readonly id: string;
  name: string;
  readonly region: string;
  readonly type: 'ManagedKubernetes' | 'Kubernetes';
  readonly spec: string;
  state: string;
  version: string;
  readonly vpcId: string;
  readonly vswitchIds: readonly string[];
  readonly securityGroupId: string;
  readonly workerRoleName: string;
  readonly podCidr: string;
  readonly serviceCidr: string;
  /** Empty on clusters whose details do not name their load balancers. */
  readonly apiServer: readonly ApiServerEndpoint[];
  readonly resources: ClusterResource[];
  readonly nodePools: Map<string, NodePool>;
  readonly nodes: Map<string, ClusterNode>;
  /** Name → version. */
  readonly addOns?: Map<string, string>;
  /** Service accounts may take on RAM roles. */
  readonly hasRrsa?: boolean;
  /** ROS stack of a dedicated cluster. */
  readonly stackId?: string;
  /** The audit log of the API server; on, into a project of the cluster's, unless said. */
  audit?: { readonly isOn: boolean; readonly project: string };
  /** As the cloud answers it; nothing is logged unless said. */
  controlPlaneLog?: {
    readonly components: readonly string[];
    readonly log_project: string;
    readonly log_ttl: string;
  };
  /** `services/kube-system/nginx-ingress-lb`: what may be deleted. */
  unprotected?: ReadonlySet<string>;
  repairPolicies?: readonly RepairPolicy[];
  readonly created: Date;
  updated: Date;
}

/** Which faults of nodes are mended by itself, in the spelling of the API. */
export interface RepairPolicy {
  readonly id: string;
  readonly name: string;
  readonly resource_type: string;
  readonly resource_sub_type: string;
  readonly rules: unknown;
}

/** Container Service of one account, by cluster id. */
export interface CsState {
  readonly clusters: Map<string, AckCluster>;
}

/** No clusters. */
export function createCsState(): CsState {
  return { clusters: new Map() };
}
