import { createHash } from 'node:crypto';
import type { Disk, Instance, NetworkInterface } from './machines.ts';
import type { EcsState } from './state.ts';

/** The date until which what is paid by use is said to last. */
export const FOREVER = '2099-12-31T15:59Z';
const LONG_AGO = '2025-01-01T00:00Z';
export const RESOURCE_GROUP = 'rg-acfm2xwmxqxkyza';

export type Needs<T, K extends keyof T> = Pick<T, K> & Partial<T>;

/** A running instance with everything that was not said as the cloud would set it. */
export function anInstance(
  said: Needs<Instance, 'InstanceId' | 'RegionId' | 'VpcId' | 'VSwitchId' | 'PrivateIpAddress' | 'SecurityGroupIds'>,
): Instance {
  return {
    InstanceName: said.InstanceId,
    Description: '',
    HostName: said.InstanceId.replace(/^i-/u, 'iZ'),
    ZoneId: `${said.RegionId}-h`,
    Status: 'Running',
    InstanceType: 'ecs.g7.xlarge',
    ImageId: 'aliyun_3_x64_20G_container_optimized_alibase_20250101.vhd',
    OSName: 'Alibaba Cloud Linux 3.2104 LTS 64 bit',
    OSType: 'linux',
    Cpu: 4,
    Memory: 16_384,
    InstanceChargeType: 'PostPaid',
    SpotStrategy: 'NoSpot',
    ExpiredTime: FOREVER,
    AutoReleaseTime: '',
    CreationTime: LONG_AGO,
    StartTime: LONG_AGO,
    PublicIpAddress: '',
    InternetMaxBandwidthOut: 0,
    DeletionProtection: false,
    StoppedMode: 'Not-applicable',
    KeyPairName: '',
    RamRoleName: '',
    UserData: '',
    ResourceGroupId: RESOURCE_GROUP,
    DeploymentSetId: '',
    Recyclable: false,
    EnableJumboFrame: false,
    EnableNetworkEncryption: false,
    EnableSecureBoot: false,
    BandwidthWeighting: 'Default',
    CreditSpecification: '',
    MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'optional', HttpPutResponseHopLimit: 1 },
    PtpStatus: 'disabled',
    LockReasons: [],
    Renewal: { RenewalStatus: 'Normal', Duration: 1, PeriodUnit: 'Month' },
    Tags: [],
    ...said,
  };
}

/** A secondary interface that hangs on nothing, unless said. */
export function aNetworkInterface(
  said: Needs<
    NetworkInterface,
    'NetworkInterfaceId' | 'RegionId' | 'VpcId' | 'VSwitchId' | 'PrivateIpAddress' | 'SecurityGroupIds'
  >,
): NetworkInterface {
  const isAttached = said.InstanceId !== undefined && said.InstanceId !== '';
  return {
    NetworkInterfaceName: said.NetworkInterfaceId,
    Description: '',
    ZoneId: `${said.RegionId}-h`,
    Type: 'Secondary',
    Status: isAttached ? 'InUse' : 'Available',
    MacAddress: macOf(said.NetworkInterfaceId),
    SecondaryPrivateIpAddresses: [],
    Ipv4Prefixes: [],
    Ipv6Addresses: [],
    Ipv6Prefixes: [],
    InstanceId: '',
    TrunkNetworkInterfaceId: '',
    DeviceIndex: 0,
    DeleteOnRelease: true,
    SourceDestCheck: true,
    QueueNumber: 4,
    NetworkInterfaceTrafficMode: 'Standard',
    ConnectionTrackingConfiguration: {
      TcpClosedAndTimeWaitTimeout: 15,
      TcpEstablishedTimeout: 910,
      UdpTimeout: 30,
    },
    QoS: {},
    EnableQoS: false,
    ResourceGroupId: RESOURCE_GROUP,
    ServiceManaged: false,
    CreationTime: '2025-01-01T00:00:00Z',
    Tags: [],
    ...said,
  };
}

/** Puts an instance into the state together with its primary interface and its system disk. */
export function place(state: EcsState, instance: Instance): Instance {
  const tail = instance.InstanceId.replace(/^i-/u, '');
  const { RegionId, ZoneId, InstanceId, Tags } = instance;
  state.instances.set(InstanceId, instance);
  const primary = aNetworkInterface({
    ...pick(instance),
    NetworkInterfaceId: `eni-${tail}`,
    NetworkInterfaceName: '',
    Type: 'Primary',
    InstanceId,
  });
  state.networkInterfaces.set(primary.NetworkInterfaceId, primary);
  const disk = aDisk({ DiskId: `d-${tail}`, RegionId, ZoneId, Type: 'system', InstanceId, ImageId: instance.ImageId });
  state.disks.set(disk.DiskId, { ...disk, DeleteWithInstance: true, Portable: false, Tags });
  return instance;
}

function pick(instance: Instance): Parameters<typeof aNetworkInterface>[0] {
  const { RegionId, ZoneId, VpcId, VSwitchId, PrivateIpAddress, SecurityGroupIds } = instance;
  return { NetworkInterfaceId: '', RegionId, ZoneId, VpcId, VSwitchId, PrivateIpAddress, SecurityGroupIds };
}

/** A data disk that hangs on nothing, unless said. */
export function aDisk(said: Needs<Disk, 'DiskId' | 'RegionId'>): Disk {
  const isAttached = said.InstanceId !== undefined && said.InstanceId !== '';
  return {
    DiskName: '',
    Description: '',
    ZoneId: `${said.RegionId}-h`,
    Type: 'data',
    Status: isAttached ? 'In_use' : 'Available',
    Category: 'cloud_essd',
    PerformanceLevel: 'PL1',
    Size: 40,
    ImageId: '',
    SourceSnapshotId: '',
    InstanceId: '',
    Device: isAttached ? '/dev/xvda' : '',
    DeleteWithInstance: false,
    DeleteAutoSnapshot: false,
    EnableAutoSnapshot: false,
    BurstingEnabled: false,
    Encrypted: false,
    Portable: true,
    MultiAttach: 'Disabled',
    DiskChargeType: 'PostPaid',
    ResourceGroupId: RESOURCE_GROUP,
    CreationTime: '2025-01-01T00:00:00Z',
    AttachedTime: isAttached ? '2025-01-01T00:00:00Z' : '',
    DetachedTime: '',
    Tags: [],
    ...said,
  };
}

/** The same interface has the same address on every start. */
function macOf(id: string): string {
  const bytes = createHash('sha256').update(id).digest('hex').slice(0, 8);
  return `00:16:${bytes.match(/../gu)?.join(':') ?? ''}`;
}
