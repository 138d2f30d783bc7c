import type { Answer } from '../api.ts';
import { privateIps } from './network-interface-answer.ts';
import type { EcsState } from './state.ts';
import type { Instance } from './machines.ts';

/** An instance as `DescribeInstances` lists it. */
export function instanceRow(state: EcsState, instance: Instance): Answer {
  const { MetadataOptions, PtpStatus, EnableSecureBoot, DeploymentSetId, Recyclable, StartTime } = instance;
  const { AutoReleaseTime, DeletionProtection, KeyPairName, OSName, OSType, SpotStrategy, Tags } = instance;
  return {
    ...common(instance),
    AutoReleaseTime,
    ClockOptions: { PtpStatus },
    DeletionProtection,
    DeploymentSetId,
    DeviceAvailable: true,
    InstanceTypeFamily: instance.InstanceType.split('.').slice(0, 2).join('.'),
    IoOptimized: true,
    KeyPairName,
    MetadataOptions,
    NetworkInterfaces: { NetworkInterface: interfaces(state, instance) },
    OSName,
    OSNameEn: OSName,
    OSType,
    Recyclable,
    ResourceGroupId: instance.ResourceGroupId,
    SaleCycle: '',
    SecurityOptions: { EnableSecureBoot },
    SpotStrategy,
    StartTime,
    Tags: { Tag: Tags },
  };
}

/** An instance as `DescribeInstanceAttribute` answers it. */
export function instanceAnswer(instance: Instance): Answer {
  const { EnableJumboFrame, EnableNetworkEncryption, BandwidthWeighting, EnableSecureBoot } = instance;
  return {
    ...common(instance),
    EnableJumboFrame,
    EnableNetworkEncryption,
    IoOptimized: 'optimized',
    NetworkOptions: { BandwidthWeighting, EnableJumboFrame, EnableNetworkEncryption },
    SecurityOptions: { EnableSecureBoot },
  };
}

/** What both answers say in the same words. */
function common(instance: Instance): Answer {
  const { InstanceId, InstanceName, Description, HostName, RegionId, ZoneId, Status, StoppedMode } = instance;
  const { InstanceType, ImageId, Cpu, Memory, InstanceChargeType, ExpiredTime, CreationTime } = instance;
  return {
    InstanceId,
    InstanceName,
    Description,
    HostName,
    RegionId,
    ZoneId,
    Status,
    StoppedMode,
    InstanceType,
    ImageId,
    Cpu,
    Memory,
    InstanceChargeType,
    ExpiredTime,
    CreationTime,
    ClusterId: '',
    CreditSpecification: instance.CreditSpecification,
    DedicatedHostAttribute: { DedicatedHostId: '', DedicatedHostName: '' },
    EipAddress: { AllocationId: '', Bandwidth: 0, InternetChargeType: '', IpAddress: '' },
    InnerIpAddress: { IpAddress: [] },
    InstanceNetworkType: 'vpc',
    InternetChargeType: 'PayByTraffic',
    InternetMaxBandwidthIn: instance.InternetMaxBandwidthOut,
    InternetMaxBandwidthOut: instance.InternetMaxBandwidthOut,
    OperationLocks: { LockReason: instance.LockReasons.map((LockReason) => ({ LockReason })) },
    PublicIpAddress: { IpAddress: instance.PublicIpAddress === '' ? [] : [instance.PublicIpAddress] },
    SecurityGroupIds: { SecurityGroupId: instance.SecurityGroupIds },
    SerialNumber: '',
    VlanId: '',
    VpcAttributes: {
      NatIpAddress: '',
      PrivateIpAddress: { IpAddress: [instance.PrivateIpAddress] },
      VSwitchId: instance.VSwitchId,
      VpcId: instance.VpcId,
    },
  };
}

function interfaces(state: EcsState, { InstanceId }: Instance): readonly Answer[] {
  return [...state.networkInterfaces.values()]
    .filter((eni) => eni.InstanceId === InstanceId)
    .map((eni) => ({
      NetworkInterfaceId: eni.NetworkInterfaceId,
      MacAddress: eni.MacAddress,
      PrimaryIpAddress: eni.PrivateIpAddress,
      PrivateIpSets: { PrivateIpSet: privateIps(eni) },
      Type: eni.Type,
    }));
}
