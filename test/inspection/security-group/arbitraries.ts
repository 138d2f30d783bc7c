import * as fc from 'fast-check';
import type { Permission, SecurityGroupRules } from '../../../shared/inspection/security-group/rules.ts';
import { aGroup, someLists } from '../../support/security-group.ts';
import type { Packet } from './naive.ts';

/** A world so small that every packet in it can be tried; each address outside the blocks stands for all the others. */
export const PEERS = {
  ipv4: ['10.0.0.0', '10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4', '9.9.9.9'],
  ipv6: ['fd00::', 'fd00::1', 'fd00::2', 'fd00::3', 'fe00::'],
} as const;
const LOCALS = { ipv4: ['192.168.0.0', '192.168.0.1', '7.7.7.7'], ipv6: ['fc00::', 'fa00::'] } as const;
const PORTS = [1, 2, 3, 4, 65_535] as const;
const SOURCE_PORTS = [1, 2, 40_000] as const;
const GROUPS = ['sg-1', 'sg-2', 'sg-3'] as const;

export const lists = someLists(
  { 'pl-a': ['10.0.0.0/31', 'fd00::2/128'], 'pl-b': [] },
  { 'prl-a': ['1/1', '3/4'], 'prl-b': [] },
);

const CIDR = fc.constantFrom('0.0.0.0/0', '10.0.0.0/30', '10.0.0.0/31', '10.0.0.2/31', '10.0.0.1/32', '10.0.0.4/32');
const CIDR6 = fc.constantFrom('::/0', 'fd00::/126', 'fd00::/127', 'fd00::1/128');
const LOCAL = fc.constantFrom('0.0.0.0/0', '192.168.0.0/31', '192.168.0.1/32');
const RANGE = fc.constantFrom('-1/-1', '1/1', '1/2', '2/3', '3/65535', '1/65535');
const SOURCE_RANGE = fc.constantFrom('-1/-1', '1/1', '2/65535');

const somePeer = fc.oneof(
  { weight: 4, arbitrary: CIDR.map((cidr) => ({ cidr })) },
  { weight: 2, arbitrary: CIDR6.map((cidr6) => ({ cidr6 })) },
  { weight: 2, arbitrary: fc.constantFrom(...GROUPS).map((group) => ({ group })) },
  { weight: 1, arbitrary: fc.constantFrom('pl-a', 'pl-b').map((list) => ({ list })) },
);

type Peer = { readonly cidr?: string; readonly cidr6?: string; readonly group?: string; readonly list?: string };

const permission: fc.Arbitrary<Partial<Permission>> = fc
  .record({
    isEgress: fc.boolean(),
    Policy: fc.constantFrom('Accept' as const, 'Drop' as const),
    Priority: fc.integer({ min: 1, max: 3 }),
    IpProtocol: fc.constantFrom('TCP' as const, 'ICMP' as const, 'ALL' as const),
    PortRange: RANGE,
    portList: fc.option(fc.constantFrom('prl-a', 'prl-b'), { nil: undefined, freq: 6 }),
    sourcePorts: fc.option(SOURCE_RANGE, { nil: undefined, freq: 3 }),
    local: fc.option(LOCAL, { nil: undefined, freq: 4 }),
    peer: somePeer as fc.Arbitrary<Peer>,
  })
  .map(({ isEgress, portList, sourcePorts, local, peer: { cidr, cidr6, group, list }, ...rest }) => ({
    ...rest,
    Direction: isEgress ? 'egress' : 'ingress',
    ...(portList === undefined ? {} : { PortRangeListId: portList }),
    ...(sourcePorts === undefined ? {} : { SourcePortRange: sourcePorts }),
    ...(local === undefined ? {} : { [isEgress ? 'SourceCidrIp' : 'DestCidrIp']: local }),
    ...(cidr === undefined ? {} : { [isEgress ? 'DestCidrIp' : 'SourceCidrIp']: cidr }),
    ...(cidr6 === undefined ? {} : { [isEgress ? 'Ipv6DestCidrIp' : 'Ipv6SourceCidrIp']: cidr6 }),
    ...(group === undefined ? {} : { [isEgress ? 'DestGroupId' : 'SourceGroupId']: group }),
    ...(list === undefined ? {} : { [isEgress ? 'DestPrefixListId' : 'SourcePrefixListId']: list }),
  }));

/** One or two groups of the same kind. */
export const groups: fc.Arbitrary<readonly SecurityGroupRules[]> = fc
  .record({
    kind: fc.constantFrom('normal' as const, 'enterprise' as const),
    inner: fc.array(fc.constantFrom('Accept' as const, 'Drop' as const), { minLength: 1, maxLength: 2 }),
    permissions: fc.array(fc.array(permission, { maxLength: 5 }), { minLength: 2, maxLength: 2 }),
  })
  .map(({ kind, inner, permissions }) =>
    inner.map((InnerAccessPolicy, index) =>
      aGroup(permissions[index] ?? [], {
        SecurityGroupId: `sg-${index + 1}`,
        SecurityGroupType: kind,
        InnerAccessPolicy,
      }),
    ),
  );

const MEMBERSHIPS: readonly (readonly string[])[] = [
  [],
  ['sg-1'],
  ['sg-2'],
  ['sg-3'],
  ['sg-1', 'sg-2'],
  ['sg-1', 'sg-3'],
  ['sg-2', 'sg-3'],
  [...GROUPS],
];

/** Every packet of the small world. */
export function allPackets(): readonly Packet[] {
  const ends = (['ipv4', 'ipv6'] as const).flatMap((family) =>
    PEERS[family].flatMap((peer) => LOCALS[family].map((local) => ({ peer, local }))),
  );
  return (['ingress', 'egress'] as const).flatMap((direction) =>
    MEMBERSHIPS.flatMap((peerGroupIds) =>
      ends.flatMap((end) => inProtocols.map((rest) => ({ direction, peerGroupIds, ...end, ...rest }))),
    ),
  );
}

const inProtocols: readonly Pick<Packet, 'protocol' | 'port' | 'sourcePort'>[] = [
  { protocol: 'ICMP', port: 1, sourcePort: 1 },
  { protocol: 'OTHER', port: 1, sourcePort: 1 },
  ...PORTS.flatMap((port) => SOURCE_PORTS.map((sourcePort) => ({ protocol: 'TCP' as const, port, sourcePort }))),
];

export const packet: fc.Arbitrary<Packet> = fc.constantFrom(...allPackets());
