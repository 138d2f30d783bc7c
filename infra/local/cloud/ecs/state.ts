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

/** One rule of a security group; fields that do not apply are empty. */
export interface Permission {
  readonly SecurityGroupRuleId: string;
  readonly Direction: 'ingress' | 'egress';
  readonly Policy: 'Accept' | 'Drop';
  readonly IpProtocol: 'TCP' | 'UDP' | 'ICMP' | 'ICMPv6' | 'GRE' | 'ALL';
  readonly PortRange: string;
  readonly SourcePortRange: string;
  readonly PortRangeListId: string;
  readonly NicType: 'intranet' | 'internet';
  readonly Priority: string;
  readonly SourceCidrIp: string;
  readonly Ipv6SourceCidrIp: string;
  readonly SourceGroupId: string;
  readonly SourceGroupOwnerAccount: string;
  readonly SourcePrefixListId: string;
  readonly DestCidrIp: string;
  readonly Ipv6DestCidrIp: string;
  readonly DestGroupId: string;
  readonly DestGroupOwnerAccount: string;
  readonly DestPrefixListId: string;
  readonly Description: string;
  readonly CreateTime: string;
}

export interface SecurityGroup {
  readonly SecurityGroupId: string;
  readonly SecurityGroupName: string;
  readonly Description: string;
  readonly RegionId: string;
  readonly VpcId: string;
  readonly SecurityGroupType: 'normal' | 'enterprise';
  readonly InnerAccessPolicy: 'Accept' | 'Drop';
  readonly ResourceGroupId: string;
  readonly ServiceManaged: boolean;
  readonly CreationTime: string;
  readonly Permissions: readonly Permission[];
  readonly Tags: readonly Tag[];
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

export interface PrefixList {
  readonly PrefixListId: string;
  readonly PrefixListName: string;
  readonly Description: string;
  readonly RegionId: string;
  readonly AddressFamily: 'IPv4' | 'IPv6';
  readonly MaxEntries: number;
  readonly CreationTime: string;
  readonly ResourceGroupId: string;
  readonly Entries: readonly { readonly Cidr: string; readonly Description: string }[];
  readonly Tags: readonly Tag[];
}

export interface PortRangeList {
  readonly PortRangeListId: string;
  readonly PortRangeListName: string;
  readonly Description: string;
  readonly RegionId: string;
  readonly MaxEntries: number;
  readonly CreationTime: string;
  readonly ResourceGroupId: string;
  readonly Entries: readonly { readonly PortRange: string; readonly Description: string }[];
  readonly Tags: readonly Tag[];
}

/** A Cloud Assistant command. */
export interface Command {
  readonly CommandId: string;
  readonly Name: string;
  readonly Description: string;
  readonly RegionId: string;
  readonly Type: string;
  /** Base64, as the cloud keeps it. */
  readonly CommandContent: string;
  readonly WorkingDir: string;
  readonly Timeout: number;
  readonly EnableParameter: boolean;
  readonly CreationTime: string;
  readonly Tags: readonly Tag[];
}

/** One run of a command on instances. */
export interface Invocation {
  readonly InvokeId: string;
  readonly CommandId: string;
  readonly CommandName: string;
  readonly CommandType: string;
  readonly CommandContent: string;
  readonly RegionId: string;
  readonly InstanceIds: readonly string[];
  readonly Parameters: string;
  readonly Username: string;
  readonly WorkingDir: string;
  readonly Timeout: number;
  readonly RepeatMode: string;
  readonly Frequency: string;
  readonly CreationTime: string;
  /** From then on it counts as finished. */
  readonly finishedAt: Date;
}

/** A file that was sent to instances through Cloud Assistant. */
export interface SentFile {
  readonly InvokeId: string;
  readonly Name: string;
  readonly TargetDir: string;
  readonly Content: string;
  readonly ContentType: string;
  readonly Description: string;
  readonly FileOwner: string;
  readonly FileGroup: string;
  readonly FileMode: string;
  readonly Overwrite: boolean;
  readonly RegionId: string;
  readonly InstanceIds: readonly string[];
  readonly CreationTime: string;
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

/** Another account that may attach one of this account's interfaces. */
export interface InterfacePermission {
  readonly NetworkInterfacePermissionId: string;
  readonly NetworkInterfaceId: string;
  readonly AccountId: number;
  readonly Permission: string;
  readonly PermissionState: string;
  readonly ServiceName: string;
}

/** Everything ECS holds, by id. Records are replaced, never changed in place; read them through `settled`. */
export interface EcsState {
  readonly instances: Map<string, Instance>;
  readonly networkInterfaces: Map<string, NetworkInterface>;
  readonly securityGroups: Map<string, SecurityGroup>;
  readonly disks: Map<string, Disk>;
  readonly prefixLists: Map<string, PrefixList>;
  readonly portRangeLists: Map<string, PortRangeList>;
  readonly commands: Map<string, Command>;
  readonly invocations: Map<string, Invocation>;
  readonly sentFiles: Map<string, SentFile>;
  readonly systemEvents: Map<string, SystemEvent>;
  readonly interfacePermissions: Map<string, InterfacePermission>;
  /** Instances that are gone for good, and since when: scaling groups and server groups must forget them. */
  readonly released: Map<string, Date>;
}

export function createEcsState(): EcsState {
  return {
    instances: new Map(),
    networkInterfaces: new Map(),
    securityGroups: new Map(),
    disks: new Map(),
    prefixLists: new Map(),
    portRangeLists: new Map(),
    commands: new Map(),
    invocations: new Map(),
    sentFiles: new Map(),
    systemEvents: new Map(),
    interfacePermissions: new Map(),
    released: new Map(),
  };
}
