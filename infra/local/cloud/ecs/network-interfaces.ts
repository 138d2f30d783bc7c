import { listOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage, tokenPage } from '../pages.ts';
import { flag, given, integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { carries, tagsIn } from '../tags.ts';
import { toSecond } from '../times.ts';
import { freeAddress, takenIn } from './addresses.ts';
import { aNetworkInterface } from './defaults.ts';
import { amongThose, groupIn, isAmong, isMet, namedEni } from './find.ts';
import { putGroups } from './memberships.ts';
import { eniAnswer, eniRow } from './network-interface-answer.ts';
import type { EcsState } from './state.ts';
import type { NetworkInterface } from './machines.ts';

const ATTRIBUTES = {
  NetworkInterfaceName: text,
  Description: text,
  QueueNumber: integer,
  DeleteOnRelease: flag,
  SourceDestCheck: flag,
} as const;

const TRACKING = {
  TcpClosedAndTimeWaitTimeout: integer,
  TcpEstablishedTimeout: integer,
  UdpTimeout: integer,
} as const;

/** Creating, reading and changing network interfaces; attaching stands in network-interface-attachments.ts. */
export function networkInterfaceOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const ofEni = references({ 'ACS::ECS::NetworkInterface': ['NetworkInterfaceId'] });
  const write = (run: (call: Call) => Answer): Operation => ({
    rw: 'Write',
    required: ['NetworkInterfaceId'],
    run,
    references: ofEni,
  });
  return {
    CreateNetworkInterface: {
      rw: 'Write',
      required: ['VSwitchId'],
      run: (call) => create(state, call),
      references: references({
        'ACS::ECS::NetworkInterface': ['answer.NetworkInterfaceId'],
        'ACS::ECS::SecurityGroup': ['SecurityGroupId', 'SecurityGroupIds'],
        'ACS::VPC::VSwitch': ['VSwitchId'],
      }),
    },
    ModifyNetworkInterfaceAttribute: write((call) => modify(state, call)),
    EnableNetworkInterfaceQoS: write((call) => {
      const names = ['BandwidthRx', 'BandwidthTx', 'ConcurrentConnections', 'PpsRx', 'PpsTx'];
      const read = names.map((name) => [name, integer(call.params, `QoS.${name}`)] as const);
      const QoS = Object.fromEntries(read.flatMap(([name, n]) => (n === undefined ? [] : [[name, n] as const])));
      return put(state, { ...namedEni(state, call), EnableQoS: true, QoS });
    }),
    DisableNetworkInterfaceQoS: write((call) => put(state, { ...namedEni(state, call), EnableQoS: false, QoS: {} })),
    DescribeNetworkInterfaces: { rw: 'Read', run: (call) => list(state, call) },
    DescribeNetworkInterfaceAttribute: {
      rw: 'Read',
      required: ['NetworkInterfaceId'],
      run: (call) => eniAnswer(namedEni(state, call), call.caller.accountId),
    },
  };
}

function create(state: EcsState, call: Call): Answer {
  const { params, region, now } = call;
  const VSwitchId = mandatory(params, 'VSwitchId');
  const SecurityGroupIds = [...listOf(params, 'SecurityGroupId'), ...listOf(params, 'SecurityGroupIds')];
  if (SecurityGroupIds.length === 0) mandatory(params, 'SecurityGroupId');
  const [group] = SecurityGroupIds.map((id) => groupIn(state, id, region));
  const asked = text(params, 'PrimaryIpAddress');
  if (asked !== undefined && takenIn(state, VSwitchId).has(asked)) {
    throw new ApiError(400, 'InvalidIp.IpAssigned', 'The specified IP address has been assigned.');
  }
  const type = oneOf('Secondary', 'Trunk')(params, 'InstanceType');
  const eni = aNetworkInterface({
    NetworkInterfaceId: newId('eni'),
    RegionId: region,
    VpcId: group?.VpcId ?? '',
    VSwitchId,
    SecurityGroupIds,
    PrivateIpAddress: asked ?? freeAddress(state, VSwitchId),
    ...given(params, { ...ATTRIBUTES, ResourceGroupId: text, NetworkInterfaceTrafficMode: text }),
    ...(type === undefined ? {} : { Type: type }),
    SecondaryPrivateIpAddresses: listOf(params, 'PrivateIpAddress').filter((address) => address !== asked),
    Ipv4Prefixes: listOf(params, 'Ipv4Prefix'),
    Ipv6Addresses: listOf(params, 'Ipv6Address'),
    CreationTime: toSecond(now),
    Tags: tagsIn(params, 'Tag'),
  });
  put(state, eni);
  return createdAnswer(eniRow(eni, call.caller.accountId));
}

/** What a listing says of an interface, and the answer that creates it does not. */
const LISTED_ONLY = new Set([
  'AssociatedPublicIp',
  'Attachment',
  'CreationTime',
  'DeleteOnRelease',
  'InstanceId',
  'NetworkInterfaceTrafficMode',
  'QueueNumber',
]);

function createdAnswer(row: Answer): Answer {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !LISTED_ONLY.has(name)));
}

function put(state: EcsState, eni: NetworkInterface): Answer {
  state.networkInterfaces.set(eni.NetworkInterfaceId, eni);
  return {};
}

function modify(state: EcsState, call: Call): Answer {
  const { params, region } = call;
  const eni = namedEni(state, call);
  const groups = listOf(params, 'SecurityGroupId').map((id) => groupIn(state, id, region).SecurityGroupId);
  const tracked = Object.entries(TRACKING).flatMap(([name, read]) => {
    const value = read(params, `ConnectionTrackingConfiguration.${name}`);
    return value === undefined ? [] : [[name, value] as const];
  });
  put(state, {
    ...eni,
    ...given(params, ATTRIBUTES),
    ConnectionTrackingConfiguration: { ...eni.ConnectionTrackingConfiguration, ...Object.fromEntries(tracked) },
  });
  if (groups.length > 0) putGroups(state, { eni: eni.NetworkInterfaceId }, groups);
  return {};
}

const FILTERS = [
  'VpcId',
  'VSwitchId',
  'InstanceId',
  'Type',
  'Status',
  'NetworkInterfaceName',
  'ResourceGroupId',
] as const;

function list(state: EcsState, { params, region, caller }: Call): Answer {
  const isNamed = amongThose(params, 'NetworkInterfaceId');
  const found = [...state.networkInterfaces.values()].filter(
    (eni) =>
      eni.RegionId === region &&
      isNamed(eni.NetworkInterfaceId) &&
      FILTERS.every((name) => isMet(params, name, eni[name])) &&
      isAmong(params, 'SecurityGroupId', ...eni.SecurityGroupIds) &&
      isAmong(params, 'PrivateIpAddress', eni.PrivateIpAddress, ...eni.SecondaryPrivateIpAddresses) &&
      isMet(params, 'PrimaryIpAddress', eni.PrivateIpAddress) &&
      carries(eni.Tags, tagsIn(params, 'Tag')),
  );
  const row = (eni: NetworkInterface): Answer => eniRow(eni, caller.accountId);
  if (text(params, 'MaxResults') !== undefined || text(params, 'NextToken') !== undefined) {
    const { items, NextToken } = tokenPage(params, found, { usual: 10, least: 10, most: 500 });
    return { NetworkInterfaceSets: { NetworkInterfaceSet: items.map(row) }, NextToken, TotalCount: found.length };
  }
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 500 });
  return { NetworkInterfaceSets: { NetworkInterfaceSet: items.map(row) }, NextToken: '', ...counts };
}
