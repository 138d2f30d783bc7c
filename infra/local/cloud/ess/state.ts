import type { Tag } from '../tags.ts';

export interface ScalingGroup {
  readonly ScalingGroupId: string;
  readonly ScalingGroupName: string;
  readonly RegionId: string;
  readonly LifecycleState: 'Active' | 'Inactive' | 'Deleting';
  readonly GroupType: 'ECS' | 'ECI';
  readonly MinSize: number;
  readonly MaxSize: number;
  /** Absent where the group has no expected number of instances. */
  readonly DesiredCapacity?: number;
  readonly DefaultCooldown: number;
  readonly MaxInstanceLifetime: number;
  readonly VpcId: string;
  readonly VSwitchIds: readonly string[];
  readonly RemovalPolicies: readonly string[];
  readonly HealthCheckType: string;
  readonly MultiAZPolicy: string;
  readonly ScalingPolicy: 'recycle' | 'release' | 'forceRelease' | 'forceRecycle';
  readonly ActiveScalingConfigurationId: string;
  readonly LaunchTemplateId: string;
  readonly LaunchTemplateVersion: string;
  readonly GroupDeletionProtection: boolean;
  readonly SpotInstanceRemedy: boolean;
  readonly CompensateWithOnDemand: boolean;
  readonly AzBalance: boolean;
  readonly SuspendedProcesses: readonly string[];
  readonly LoadBalancerIds: readonly string[];
  readonly VServerGroups: readonly {
    readonly LoadBalancerId: string;
    readonly VServerGroupAttributes: readonly {
      readonly VServerGroupId: string;
      readonly Port: number;
      readonly Weight: number;
    }[];
  }[];
  readonly AlbServerGroups: readonly {
    readonly AlbServerGroupId: string;
    readonly Port: number;
    readonly Weight: number;
  }[];
  readonly ServerGroups: readonly {
    readonly ServerGroupId: string;
    readonly Type: string;
    readonly Port: number;
    readonly Weight: number;
  }[];
  readonly ResourceGroupId: string;
  readonly CreationTime: string;
  readonly ModificationTime: string;
  readonly Tags: readonly Tag[];
  /** While it is deleted: from then on it is gone. */
  readonly goneAt?: Date;
}

/** What starts new instances of a group. */
export interface ScalingConfiguration {
  readonly ScalingConfigurationId: string;
  readonly ScalingConfigurationName: string;
  readonly ScalingGroupId: string;
  readonly LifecycleState: 'Active' | 'Inactive';
  readonly ImageId: string;
  readonly InstanceTypes: readonly string[];
  readonly SecurityGroupIds: readonly string[];
  readonly InstanceName: string;
  readonly UserData: string;
  readonly RamRoleName: string;
  readonly CreationTime: string;
  readonly Tags: readonly Tag[];
}

/** An instance in a group. */
export interface ScalingInstance {
  readonly InstanceId: string;
  readonly ScalingGroupId: string;
  readonly ScalingConfigurationId: string;
  readonly CreationType: 'AutoCreated' | 'Attached';
  readonly HealthStatus: 'Healthy' | 'Unhealthy';
  readonly LifecycleState: 'InService' | 'Pending' | 'Removing' | 'Standby' | 'Protected';
  readonly Entrusted: boolean;
  readonly WarmupState: string;
  readonly CreationTime: string;
}

export interface ScalingRule {
  readonly ScalingRuleId: string;
  readonly ScalingRuleAri: string;
  readonly ScalingRuleName: string;
  readonly ScalingGroupId: string;
  readonly ScalingRuleType:
    | 'SimpleScalingRule'
    | 'TargetTrackingScalingRule'
    | 'StepScalingRule'
    | 'PredictiveScalingRule';
  readonly AdjustmentType: 'QuantityChangeInCapacity' | 'PercentChangeInCapacity' | 'TotalCapacity';
  readonly AdjustmentValue: number;
  readonly MinAdjustmentMagnitude: number;
  readonly Cooldown: number;
}

/** A task that scales at a time, or sets the bounds of a group. Members that were not given are absent. */
export interface ScheduledTask {
  readonly ScheduledTaskId: string;
  readonly ScheduledTaskName: string;
  readonly Description: string;
  readonly RegionId: string;
  readonly ScheduledAction: string;
  readonly ScalingGroupId: string;
  readonly LaunchTime: string;
  readonly LaunchExpirationTime: number;
  readonly RecurrenceType: string;
  readonly RecurrenceValue: string;
  readonly RecurrenceEndTime: string;
  readonly TaskEnabled: boolean;
  readonly MinValue?: number;
  readonly MaxValue?: number;
  readonly DesiredCapacity?: number;
}

export interface LifecycleHook {
  readonly LifecycleHookId: string;
  readonly LifecycleHookName: string;
  readonly ScalingGroupId: string;
  readonly LifecycleTransition: 'SCALE_OUT' | 'SCALE_IN';
  readonly LifecycleHookStatus: 'Active' | 'InActive';
  readonly DefaultResult: 'CONTINUE' | 'ABANDON' | 'ROLLBACK';
  readonly HeartbeatTimeout: number;
  readonly NotificationArn: string;
  readonly NotificationMetadata: string;
}

export interface ScalingActivity {
  readonly ScalingActivityId: string;
  readonly ScalingGroupId: string;
  readonly StatusCode: 'Successful' | 'InProgress' | 'Failed' | 'Rejected' | 'Warning';
  readonly Cause: string;
  readonly Description: string;
  readonly StartTime: string;
  readonly EndTime: string;
  readonly TotalCapacity: string;
  readonly CreatedInstances: readonly string[];
  readonly DestroyedInstances: readonly string[];
  readonly DetachedInstances: readonly string[];
  readonly AttachedInstances: readonly string[];
}

/** A round in which a group renews its instances one after the other. */
export interface InstanceRefresh {
  readonly InstanceRefreshTaskId: string;
  readonly ScalingGroupId: string;
  readonly RegionId: string;
  readonly Status: 'InProgress' | 'Paused' | 'Successful' | 'Cancelled' | 'RollbackSuccessful';
  /** The image that the group had before. */
  readonly oldImageId: string;
  readonly ImageId: string;
  readonly TotalNeedUpdateCapacity: number;
  readonly StartTime: string;
}

/** Everything ESS holds, by id (a scaling instance by its instance id). Records are replaced, never changed in place. */
export interface EssState {
  readonly scalingGroups: Map<string, ScalingGroup>;
  readonly scalingConfigurations: Map<string, ScalingConfiguration>;
  readonly scalingInstances: Map<string, ScalingInstance>;
  readonly scalingRules: Map<string, ScalingRule>;
  readonly scheduledTasks: Map<string, ScheduledTask>;
  readonly lifecycleHooks: Map<string, LifecycleHook>;
  readonly scalingActivities: Map<string, ScalingActivity>;
  readonly instanceRefreshes: Map<string, InstanceRefresh>;
}

export function createEssState(): EssState {
  return {
    scalingGroups: new Map(),
    scalingConfigurations: new Map(),
    scalingInstances: new Map(),
    scalingRules: new Map(),
    scheduledTasks: new Map(),
    lifecycleHooks: new Map(),
    scalingActivities: new Map(),
    instanceRefreshes: new Map(),
  };
}
