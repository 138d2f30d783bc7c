import type { Answer } from '../api.ts';
import type { AckCluster, ClusterNode, ClusterResource, NodePool } from './state.ts';

/** A cluster as DescribeClustersV1 lists it. */
export function clusterAnswer(cluster: AckCluster): Answer {
  return {
    cluster_id: cluster.id,
    name: cluster.name,
    region_id: cluster.region,
    cluster_type: cluster.type,
    cluster_spec: cluster.spec,
    profile: 'Default',
    state: cluster.state,
    current_version: cluster.version,
    vpc_id: cluster.vpcId,
    vswitch_ids: cluster.vswitchIds,
    vswitch_id: cluster.vswitchIds.join(','),
    security_group_id: cluster.securityGroupId,
    worker_ram_role_name: cluster.workerRoleName,
    external_loadbalancer_id: '',
    master_url: JSON.stringify(masterUrls(cluster)),
    meta_data: JSON.stringify({ Capabilities: { Network: 'terway-eniip' }, AuditProjectName: `k8s-log-${cluster.id}` }),
    tags: [{ key: 'ack.aliyun.com', value: cluster.id }],
    service_cidr: cluster.serviceCidr,
    subnet_cidr: cluster.podCidr,
    container_cidr: cluster.podCidr,
    deletion_protection: true,
    size: cluster.nodes.size,
    created: cluster.created.toISOString(),
    updated: cluster.updated.toISOString(),
  };
}

/** What DescribeClusterDetail adds. */
export function detailAnswer(cluster: AckCluster): Answer {
  return {
    ...clusterAnswer(cluster),
    control_plane_endpoints_config: {
      internal_dns_config: { enabled: false, bind_vpcs: [] },
      load_balancers_config: cluster.apiServer.map((item) => ({
        endpoint: item.endpoint,
        endpoint_type: item.endpointType,
        load_balancer_id: item.loadBalancerId,
      })),
    },
    rrsa_config: rrsaAnswer(cluster),
    auto_mode: { enable: false },
    extra_sans: [],
    parameters: {
      SecurityGroupId: cluster.securityGroupId,
      ...(cluster.stackId === undefined
        ? {}
        : { 'ALIYUN::StackId': cluster.stackId, 'ALIYUN::StackName': `k8s-for-cs-${cluster.id}` }),
    },
  };
}

function rrsaAnswer({ id, region, hasRrsa = false }: AckCluster): Answer {
  if (!hasRrsa) return { enabled: false };
  return {
    enabled: true,
    audience: 'sts.aliyuncs.com',
    issuer: `https://oidc-ack-${region}.oss-${region}.aliyuncs.com/${id}`,
    oidc_name: `ack-rrsa-${id}`,
    oidc_arn: `acs:ram::1234567890123456:oidc-provider/ack-rrsa-${id}`,
    max_oidc_token_expiration: '24h',
  };
}

/** A row of DescribeClusterResources. */
export function resourceAnswer(cluster: AckCluster, row: ClusterResource): Answer {
  const name = row.logicalId ?? row.name ?? row.instanceId;
  const info = { Id: row.instanceId, Name: name, Type: row.resourceType, Status: 'CREATE_COMPLETE', StatusReason: '' };
  return {
    cluster_id: cluster.id,
    created: cluster.created.toISOString(),
    instance_id: row.instanceId,
    resource_info: JSON.stringify({ ...info, PhysicalId: row.instanceId, Updated: cluster.updated.toISOString() }),
    resource_type: row.resourceType,
    state: 'running',
    auto_create: row.isCreatedByAck ? 1 : 0,
    creator_type: row.creator,
    dependencies: [],
    ...(row.object === undefined ? {} : { associated_object: row.object }),
    delete_behavior: { delete_by_default: row.isCreatedByAck, changeable: true },
    extra_info: {},
  };
}

/** A node pool of DescribeClusterNodePools. */
export function nodePoolAnswer(cluster: AckCluster, pool: NodePool): Answer {
  const total = [...cluster.nodes.values()].filter((node) => node.nodePoolId === pool.id).length;
  return {
    nodepool_info: {
      nodepool_id: pool.id,
      name: pool.name,
      type: pool.lingjun === undefined ? 'ess' : 'lingjun',
      is_default: pool.isDefault,
      region_id: cluster.region,
      created: pool.created.toISOString(),
      updated: cluster.updated.toISOString(),
    },
    scaling_group: {
      scaling_group_id: pool.scalingGroupId,
      security_group_id: pool.securityGroupIds[0] ?? '',
      security_group_ids: pool.securityGroupIds,
      vswitch_ids: pool.vswitchIds,
      instance_types: pool.instanceTypes,
      ram_role_name: pool.ramRoleName,
      image_type: 'AliyunLinux3',
      scaling_policy: 'release',
      multi_az_policy: 'BALANCE',
      ...(pool.desiredSize === undefined ? {} : { desired_size: pool.desiredSize }),
    },
    auto_scaling: scalingAnswer(pool),
    ...(pool.lingjun === undefined
      ? {}
      : {
          eflo_node_group: {
            cluster_id: pool.lingjun.clusterId,
            group_id: pool.lingjun.groupId,
            auto_attach_enabled: pool.lingjun.autoAttach,
          },
        }),
    management: { enable: true, auto_repair: true },
    kubernetes_config: { runtime: 'containerd', runtime_version: '1.6.38', labels: [], taints: [], cpu_policy: 'none' },
    node_config: { kubelet_configuration: {} },
    status: { state: pool.state, total_nodes: total, healthy_nodes: total, serving_nodes: total, failed_nodes: 0 },
  };
}

/** A node of DescribeClusterNodes. */
export function nodeAnswer(node: ClusterNode): Answer {
  return {
    instance_id: node.instanceId,
    instance_name: node.instanceName,
    instance_role: node.role,
    instance_type: node.instanceType,
    instance_status: 'Running',
    node_name: node.nodeName,
    node_status: 'Ready',
    state: node.state,
    nodepool_id: node.nodePoolId ?? '',
    ip_address: [node.ip],
    source: node.nodePoolId === undefined ? 'other' : 'ess_attach',
    is_aliyun_node: true,
    host_name: node.nodeName,
    creation_time: node.created.toISOString(),
    instance_charge_type: 'PostPaid',
    error_message: '',
  };
}

function scalingAnswer({ autoScaling: { enable, min, max } }: NodePool): Answer {
  return enable ? { enable, min_instances: min, max_instances: max, type: 'cpu' } : { enable };
}

function masterUrls(cluster: AckCluster): Answer {
  const url = (type: string): string => {
    const found = cluster.apiServer.find((item) => item.endpointType === type);
    return found === undefined ? '' : `https://${found.endpoint}:6443`;
  };
  return { api_server_endpoint: url('internet'), intranet_api_server_endpoint: url('intranet') };
}
