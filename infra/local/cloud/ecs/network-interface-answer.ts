import type { Answer } from '../api.ts';
import type { NetworkInterface } from './machines.ts';

/** A network interface as `DescribeNetworkInterfaces` lists it. */
export function eniRow(eni: NetworkInterface, ownerId: string): Answer {
  const { NetworkInterfaceId, NetworkInterfaceName, Description, ZoneId, VpcId, VSwitchId, Type, Status } = eni;
  const { MacAddress, PrivateIpAddress, InstanceId, DeleteOnRelease, SourceDestCheck, QueueNumber } = eni;
  return {
    NetworkInterfaceId,
    NetworkInterfaceName,
    Description,
    ZoneId,
    VpcId,
    VSwitchId,
    Type,
    Status,
    MacAddress,
    PrivateIpAddress,
    InstanceId,
    DeleteOnRelease,
    SourceDestCheck,
    QueueNumber,
    NetworkInterfaceTrafficMode: eni.NetworkInterfaceTrafficMode,
    OwnerId: ownerId,
    ResourceGroupId: eni.ResourceGroupId,
    ServiceManaged: eni.ServiceManaged,
    CreationTime: eni.CreationTime,
    Attachment: attachment(eni),
    AssociatedPublicIp: {},
    PrivateIpSets: { PrivateIpSet: privateIps(eni) },
    Ipv4PrefixSets: { Ipv4PrefixSet: eni.Ipv4Prefixes.map((Ipv4Prefix) => ({ Ipv4Prefix })) },
    Ipv6Sets: { Ipv6Set: eni.Ipv6Addresses.map((Ipv6Address) => ({ Ipv6Address })) },
    Ipv6PrefixSets: { Ipv6PrefixSet: eni.Ipv6Prefixes.map((Ipv6Prefix) => ({ Ipv6Prefix })) },
    SecurityGroupIds: { SecurityGroupId: eni.SecurityGroupIds },
    Tags: { Tag: eni.Tags },
  };
}

/** A network interface as `DescribeNetworkInterfaceAttribute` answers it. */
export function eniAnswer(eni: NetworkInterface, ownerId: string): Answer {
  const { ConnectionTrackingConfiguration, EnableQoS, QoS } = eni;
  return { ...eniRow(eni, ownerId), ConnectionTrackingConfiguration, QoSConfig: { EnableQoS, QoS } };
}

/** The addresses of an interface, the primary one first. */
export function privateIps(eni: NetworkInterface): readonly Answer[] {
  const secondary = eni.SecondaryPrivateIpAddresses.map((PrivateIpAddress) => ({ PrivateIpAddress, Primary: false }));
  return [{ PrivateIpAddress: eni.PrivateIpAddress, Primary: true }, ...secondary];
}

function attachment({ InstanceId, DeviceIndex, TrunkNetworkInterfaceId }: NetworkInterface): Answer {
  if (InstanceId === '') return {};
  const trunk = TrunkNetworkInterfaceId === '' ? {} : { TrunkNetworkInterfaceId };
  return { InstanceId, DeviceIndex, NetworkCardIndex: 0, ...trunk };
}
