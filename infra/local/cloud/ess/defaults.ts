import type { ScalingConfiguration, ScalingGroup, ScalingInstance, ScheduledTask } from './state.ts';

const LONG_AGO = '2025-01-01T00:00Z';

type Needs<T, K extends keyof T> = Pick<T, K> & Partial<T>;

/** An active group without bounds to speak of, unless said. */
export function aScalingGroup(said: Needs<ScalingGroup, 'ScalingGroupId' | 'RegionId'>): ScalingGroup {
  return {
    ScalingGroupName: said.ScalingGroupId,
    LifecycleState: 'Active',
    GroupType: 'ECS',
    MinSize: 0,
    MaxSize: 2000,
    DefaultCooldown: 300,
    MaxInstanceLifetime: 0,
    VpcId: '',
    VSwitchIds: [],
    RemovalPolicies: ['OldestInstance', 'NewestInstance'],
    HealthCheckType: 'NONE',
    MultiAZPolicy: 'BALANCE',
    ScalingPolicy: 'release',
    ActiveScalingConfigurationId: '',
    LaunchTemplateId: '',
    LaunchTemplateVersion: '',
    GroupDeletionProtection: false,
    SpotInstanceRemedy: false,
    CompensateWithOnDemand: false,
    AzBalance: false,
    SuspendedProcesses: [],
    LoadBalancerIds: [],
    VServerGroups: [],
    AlbServerGroups: [],
    ServerGroups: [],
    ResourceGroupId: 'rg-acfm2xwmxqxkyza',
    CreationTime: LONG_AGO,
    ModificationTime: LONG_AGO,
    Tags: [],
    ...said,
  };
}

export function aScalingInstance(said: Needs<ScalingInstance, 'InstanceId' | 'ScalingGroupId'>): ScalingInstance {
  return {
    ScalingConfigurationId: '',
    CreationType: 'AutoCreated',
    HealthStatus: 'Healthy',
    LifecycleState: 'InService',
    Entrusted: false,
    WarmupState: 'NoNeedWarmup',
    CreationTime: LONG_AGO,
    ...said,
  };
}

export function aScalingConfiguration(
  said: Needs<ScalingConfiguration, 'ScalingConfigurationId' | 'ScalingGroupId'>,
): ScalingConfiguration {
  return {
    ScalingConfigurationName: said.ScalingConfigurationId,
    LifecycleState: 'Active',
    ImageId: 'aliyun_3_x64_20G_container_optimized_alibase_20250101.vhd',
    InstanceTypes: ['ecs.g7.xlarge'],
    SecurityGroupIds: [],
    InstanceName: '',
    UserData: '',
    RamRoleName: '',
    CreationTime: LONG_AGO,
    Tags: [],
    ...said,
  };
}

export function aScheduledTask(said: Needs<ScheduledTask, 'ScheduledTaskId' | 'RegionId'>): ScheduledTask {
  return {
    ScheduledTaskName: said.ScheduledTaskId,
    Description: '',
    ScheduledAction: '',
    ScalingGroupId: '',
    LaunchTime: '2030-01-01T00:00Z',
    LaunchExpirationTime: 600,
    RecurrenceType: '',
    RecurrenceValue: '',
    RecurrenceEndTime: '',
    TaskEnabled: true,
    ...said,
  };
}
