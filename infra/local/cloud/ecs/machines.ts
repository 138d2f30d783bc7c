import type { Tag } from '../tags.ts';

/** What becomes of a record by itself: from `at` on it has this status, or is `gone`. */
export interface Pending<Status extends string> {
  readonly Status: Status | 'gone';
  readonly at: Date;
}

export interface Instance {
  readonly InstanceId: string;
  readonly InstanceName: string;
  readonly Description: string;
  readonly HostName: string;
  readonly RegionId: string;
  readonly ZoneId: string;
  readonly Status: 'Pending' | 'Running' | 'Starting' | 'Stopping' | 'Stopped';
  readonly InstanceType: string;
  readonly ImageId: string;
  readonly OSName: string;
  readonly OSType: 'linux' | 'windows';
  readonly Cpu: number;
  /** MiB. */
  readonly Memory: number;
  readonly InstanceChargeType: 'PostPaid' | 'PrePaid';
  readonly SpotStrategy: 'NoSpot' | 'SpotWithPriceLimit' | 'SpotAsPriceGo';
  /** RFC 3339 to the minute; PrePaid only, else far away. */
  readonly ExpiredTime: string;
  readonly AutoReleaseTime: string;
  readonly CreationTime: string;
  readonly StartTime: string;
  readonly VpcId: string;
  readonly VSwitchId: string;
  readonly PrivateIpAddress: string;
  readonly PublicIpAddress: string;
  readonly InternetMaxBandwidthOut: number;
  readonly SecurityGroupIds: readonly string[];
  readonly DeletionProtection: boolean;
  readonly StoppedMode: 'KeepCharging' | 'StopCharging' | 'Not-applicable';
  readonly KeyPairName: string;
  readonly RamRoleName: string;
  readonly UserData: string;
  readonly ResourceGroupId: string;
  readonly DeploymentSetId: string;
  readonly Recyclable: boolean;
  readonly EnableJumboFrame: boolean;
  readonly EnableNetworkEncryption: boolean;
  readonly EnableSecureBoot: boolean;
  readonly BandwidthWeighting: string;
  readonly CreditSpecification: string;
  readonly MetadataOptions: {
    readonly HttpEndpoint: string;
    readonly HttpTokens: string;
    readonly HttpPutResponseHopLimit: number;
  };
  readonly PtpStatus: 'enabled' | 'disabled';
  readonly LockReasons: readonly string[];
  readonly Renewal: {
    readonly RenewalStatus: 'AutoRenewal' | 'Normal' | 'NotRenewal';
    readonly Duration: number;
    readonly PeriodUnit: 'Week' | 'Month' | 'Year';
  };
  readonly Tags: readonly Tag[];
  readonly Pending?: Pending<Instance['Status']>;
}

export interface NetworkInterface {
  readonly NetworkInterfaceId: string;
  readonly NetworkInterfaceName: string;
  readonly Description: string;
  readonly RegionId: string;
  readonly ZoneId: string;
  readonly VpcId: string;
  readonly VSwitchId: string;
  readonly Type: 'Primary' | 'Secondary' | 'Trunk' | 'Member';
  readonly Status: 'Available' | 'Attaching' | 'InUse' | 'Detaching' | 'Deleting' | 'Linked';
  readonly MacAddress: string;
  readonly PrivateIpAddress: string;
  /** Further private addresses; the primary one is not among them. */
  readonly SecondaryPrivateIpAddresses: readonly string[];
  readonly Ipv4Prefixes: readonly string[];
  readonly Ipv6Addresses: readonly string[];
  readonly Ipv6Prefixes: readonly string[];
  readonly SecurityGroupIds: readonly string[];
  /** Empty while it hangs on nothing. */
  readonly InstanceId: string;
  readonly TrunkNetworkInterfaceId: string;
  readonly DeviceIndex: number;
  readonly DeleteOnRelease: boolean;
  readonly SourceDestCheck: boolean;
  readonly QueueNumber: number;
  readonly NetworkInterfaceTrafficMode: string;
  readonly ConnectionTrackingConfiguration: {
    readonly TcpClosedAndTimeWaitTimeout: number;
    readonly TcpEstablishedTimeout: number;
    readonly UdpTimeout: number;
  };
  readonly QoS: Readonly<Record<string, number>>;
  readonly EnableQoS: boolean;
  readonly ResourceGroupId: string;
  readonly ServiceManaged: boolean;
  readonly CreationTime: string;
  readonly Tags: readonly Tag[];
  readonly Pending?: Pending<NetworkInterface['Status']>;
}

/** Another account that may attach one of this account's interfaces. */
export interface InterfacePermission {
  readonly NetworkInterfacePermissionId: string;
  readonly NetworkInterfaceId: string;
  readonly AccountId: number;
  readonly Permission: string;
  readonly PermissionState: string;
  readonly ServiceName: string;
}

export interface Disk {
  readonly DiskId: string;
  readonly DiskName: string;
  readonly Description: string;
  readonly RegionId: string;
  readonly ZoneId: string;
  readonly Type: 'system' | 'data';
  readonly Status: 'In_use' | 'Available' | 'Attaching' | 'Detaching' | 'Creating' | 'ReIniting';
  readonly Category: string;
  readonly PerformanceLevel: string;
  /** GiB. */
  readonly Size: number;
  readonly ImageId: string;
  readonly SourceSnapshotId: string;
  readonly InstanceId: string;
  readonly Device: string;
  readonly DeleteWithInstance: boolean;
  readonly DeleteAutoSnapshot: boolean;
  readonly EnableAutoSnapshot: boolean;
  readonly BurstingEnabled: boolean;
  readonly Encrypted: boolean;
  readonly Portable: boolean;
  readonly MultiAttach: 'Enabled' | 'Disabled';
  readonly DiskChargeType: 'PostPaid' | 'PrePaid';
  readonly ResourceGroupId: string;
  readonly CreationTime: string;
  readonly AttachedTime: string;
  readonly DetachedTime: string;
  readonly Tags: readonly Tag[];
  readonly Pending?: Pending<Disk['Status']>;
}

/** A maintenance event of an instance. `isReal`: it happens at its time, else it is only announced. */
export interface SystemEvent {
  readonly EventId: string;
  readonly InstanceId: string;
  readonly RegionId: string;
  readonly EventType: string;
  readonly NotBefore: string;
  readonly Status: 'Scheduled' | 'Inquiring' | 'Executing' | 'Executed' | 'Canceled';
  readonly EventPublishTime: string;
  readonly isReal: boolean;
}
