import { IPV4, IPV6, parseCidr } from './cidr.ts';
import { ALL_PORTS, parsePorts } from './ports.ts';
import type { Range } from './range.ts';
import type { Direction, Lists, Permission, SecurityGroupRules } from './rules.ts';

/** One rule, read: what a flow must be for it to apply. Stated by the cloud or by the kind of the group. */
export interface Matcher {
  readonly accept: boolean;
  readonly protocol: Permission['IpProtocol'];
  readonly ports: readonly Range[];
  readonly sourcePorts: readonly Range[];
  readonly local: readonly Range[];
  readonly peer: readonly Range[];
  /** Applies only to peers in this group. */
  readonly groupId?: string;
  /** What could not be read or resolved: whether the rule applies is unknown wherever the rest fits. */
  readonly unread?: string;
}

const ANYWHERE: readonly Range[] = [IPV4, IPV6];
const ANY_PORT: readonly Range[] = [ALL_PORTS];
const ANYTHING = { protocol: 'ALL', ports: ANY_PORT, sourcePorts: ANY_PORT, local: ANYWHERE, peer: ANYWHERE } as const;

/**
 * Every rule that holds for a member of these groups, the decisive one first. Rules of several groups are one list:
 * smaller priority first, at equal priority Drop before Accept. Access inside a basic group goes before all of them, and
 * what the kind of group does by itself comes last and applies to everything.
 */
export function precedence(
  groups: readonly SecurityGroupRules[],
  direction: Direction,
  lists: Lists,
): readonly Matcher[] {
  const permissions = groups
    .flatMap((group) => group.Permissions)
    .filter((permission) => permission.Direction === direction)
    .toSorted((a, b) => a.Priority - b.Priority || Number(a.Policy === 'Accept') - Number(b.Policy === 'Accept'));
  return [
    ...groups.flatMap(innerAccess),
    ...permissions.map((permission) => read(permission, lists)),
    ...byKind(groups, direction),
  ];
}

function innerAccess(group: SecurityGroupRules): readonly Matcher[] {
  if (group.SecurityGroupType !== 'normal' || group.InnerAccessPolicy !== 'Accept') return [];
  const id = group.SecurityGroupId;
  return [{ ...ANYTHING, accept: true, ...(id === undefined ? { unread: 'own-group' } : { groupId: id }) }];
}

/** Basic groups let out what no rule forbids; nothing else passes by itself. */
function byKind(groups: readonly SecurityGroupRules[], direction: Direction): readonly Matcher[] {
  const drop: Matcher = { ...ANYTHING, accept: false };
  const accept: Matcher = { ...ANYTHING, accept: true };
  if (groups.length === 0) return [{ ...accept, unread: 'no-group' }, drop];
  if (direction === 'ingress' || groups.every((group) => group.SecurityGroupType === 'enterprise')) return [drop];
  if (groups.every((group) => group.SecurityGroupType === 'normal')) return [accept];
  return [{ ...accept, unread: 'mixed-kinds' }, drop];
}

function read(permission: Permission, lists: Lists): Matcher {
  const peer = peerOf(permission, lists);
  const ports = portsOf(permission, lists);
  const sourcePorts = parsePorts(permission.SourcePortRange || '-1/-1');
  const local = localOf(permission);
  const unread = [
    ...(peer.unread === undefined ? [] : [peer.unread]),
    ...(ports === undefined ? [`ports:${permission.PortRangeListId ?? ''}${permission.PortRange}`] : []),
    ...(sourcePorts === undefined ? [`source-ports:${permission.SourcePortRange ?? ''}`] : []),
    ...(local === undefined ? [`local:${ownCidrs(permission).join()}`] : []),
  ];
  return {
    accept: permission.Policy === 'Accept',
    protocol: permission.IpProtocol,
    ports: ports ?? ANY_PORT,
    sourcePorts: sourcePorts ?? ANY_PORT,
    local: local ?? ANYWHERE,
    peer: peer.ranges,
    ...(peer.groupId === undefined ? {} : { groupId: peer.groupId }),
    ...(unread.length === 0 ? {} : { unread: unread.join(' ') }),
  };
}

interface Peer {
  readonly ranges: readonly Range[];
  readonly groupId?: string;
  readonly unread?: string;
}

/** A rule that names several sorts of peer goes by its blocks, then its group, then its prefix list. */
function peerOf(permission: Permission, lists: Lists): Peer {
  const isIngress = permission.Direction === 'ingress';
  const cidrs = isIngress ? sourceCidrs(permission) : destCidrs(permission);
  if (cidrs.length > 0) return blocks(cidrs, `peer:${cidrs.join()}`);
  const groupId = isIngress ? permission.SourceGroupId : permission.DestGroupId;
  if (groupId) return { ranges: ANYWHERE, groupId };
  const listId = isIngress ? permission.SourcePrefixListId : permission.DestPrefixListId;
  if (!listId) return { ranges: ANYWHERE, unread: 'peer:none' };
  return blocks(lists.prefixLists.get(listId), `prefix-list:${listId}`);
}

function blocks(cidrs: readonly string[] | undefined, name: string): Peer {
  const ranges = cidrs && parseAll(cidrs);
  return ranges === undefined ? { ranges: ANYWHERE, unread: name } : { ranges };
}

function portsOf(permission: Permission, lists: Lists): readonly Range[] | undefined {
  if (!permission.PortRangeListId) return parsePorts(permission.PortRange);
  const ranges = lists.portRangeLists.get(permission.PortRangeListId)?.map(parsePorts);
  return ranges?.every((range) => range !== undefined) ? ranges.flat() : undefined;
}

function localOf(permission: Permission): readonly Range[] | undefined {
  const cidrs = ownCidrs(permission);
  return cidrs.length === 0 ? ANYWHERE : parseAll(cidrs);
}

function ownCidrs(permission: Permission): readonly string[] {
  return permission.Direction === 'ingress' ? destCidrs(permission) : sourceCidrs(permission);
}

function sourceCidrs(permission: Permission): readonly string[] {
  return stated([permission.SourceCidrIp, permission.Ipv6SourceCidrIp]);
}

function destCidrs(permission: Permission): readonly string[] {
  return stated([permission.DestCidrIp, permission.Ipv6DestCidrIp]);
}

function stated(members: readonly (string | undefined)[]): readonly string[] {
  return members.filter((member): member is string => member !== undefined && member !== '');
}

function parseAll(cidrs: readonly string[]): readonly Range[] | undefined {
  const ranges = cidrs.map(parseCidr).filter((range) => range !== undefined);
  return ranges.length === cidrs.length ? ranges : undefined;
}
