/** What is written in one account in a day, as far as it is counted. */
export interface Written {
  readonly service: string;
  readonly action: string;
  readonly perDay: number;
  /** People and programs that are not ACK's; each of these events may be a finding. */
  readonly byOutsiders?: boolean;
}

const many = (service: string, perDay: number, actions: string): readonly Written[] =>
  actions
    .trim()
    .split(/\s+/u)
    .map((action) => ({ service, action, perDay }));

/**
 * An ACK cluster of 100 nodes with Terway and 3000 Pods, busy by day, in an account that also runs databases, buckets
 * and pipelines. Nobody has measured it: the numbers are a careful guess, on the high side.
 */
export const MIXED_STREAM: readonly Written[] = [
  ...many('Ecs', 6_000, 'AssignPrivateIpAddresses UnassignPrivateIpAddresses'),
  ...many('Ecs', 200, 'CreateNetworkInterface AttachNetworkInterface DetachNetworkInterface DeleteNetworkInterface'),
  ...many('Slb', 600, 'AddVServerGroupBackendServers RemoveVServerGroupBackendServers'),
  ...many('Slb', 40, 'SetLoadBalancerTCPListenerAttribute CreateVServerGroup DeleteVServerGroup TagResources'),
  ...many('Ess', 60, 'ScaleWithAdjustment RemoveInstances CompleteLifecycleAction'),
  ...many('Ecs', 60, 'RunInstances DeleteInstances JoinSecurityGroup'),
  ...many('Ecs', 200, 'CreateDisk AttachDisk DetachDisk DeleteDisk'),
  ...many('Ecs', 400, 'CreateSnapshot DeleteSnapshot'),
  ...many('Ecs', 100, 'RunCommand ReportInstancesStatus'),
  ...many('Tag', 80, 'TagResources UntagResources'),
  ...many('CS', 20, 'ScaleOutCluster ModifyClusterNodePool RunClusterInspect'),
  ...many('Vpc', 30, 'CreateRouteEntry DeleteRouteEntry AllocateEipAddress CreateVSwitch'),
  ...many('Sls', 50, 'CreateConfig UpdateConfig'),
  ...many('Sts', 20_000, 'AssumeRole'),
  ...many('Kms', 5_000, 'GenerateDataKey Decrypt'),
  ...many('AasSub', 40, 'ConsoleSignin'),
  ...many('Config', 500, 'PutEvaluations'),
  ...many('Cms', 100, 'PutResourceMetricRule PutContactGroup'),
  ...many('Rds', 30, 'ModifySecurityIps CreateBackup'),
  ...many('Oss', 20, 'PutBucketLifecycle PutBucketAcl'),
  ...many('Ram', 5, 'CreateUser AttachPolicyToUser CreatePolicyVersion'),
  ...many('Cr', 300, 'CreateRepoBuildRecord'),
  { service: 'Ecs', action: 'RevokeSecurityGroup', perDay: 5, byOutsiders: true },
  { service: 'Ecs', action: 'DeleteInstance', perDay: 5, byOutsiders: true },
  { service: 'Slb', action: 'SetLoadBalancerTCPListenerAttribute', perDay: 5, byOutsiders: true },
  { service: 'Ess', action: 'ModifyScalingGroup', perDay: 5, byOutsiders: true },
];
