import { objectsOf, type Params, textOf } from '../../../../shared/model/params.ts';
import { ApiError, type Call } from '../api.ts';
import { newId } from '../ids.ts';
import { badParameter, given, oneOf, type Reader, text } from '../parameters.ts';
import { toSecond } from '../times.ts';
import { aPermission } from './firewall-defaults.ts';
import type { EcsState } from './state.ts';
import type { Permission } from './firewall.ts';

export type Direction = Permission['Direction'];

/** How calls say what a rule is about; everything but its id and its direction. */
const FIELDS = {
  Policy: oneOf('Accept', 'Drop'),
  IpProtocol: oneOf('TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE', 'ALL'),
  PortRange: portRange,
  SourcePortRange: portRange,
  PortRangeListId: text,
  Priority: priority,
  SourceCidrIp: text,
  Ipv6SourceCidrIp: text,
  SourceGroupId: text,
  SourceGroupOwnerAccount: text,
  SourcePrefixListId: text,
  DestCidrIp: text,
  Ipv6DestCidrIp: text,
  DestGroupId: text,
  DestGroupOwnerAccount: text,
  DestPrefixListId: text,
  NicType: oneOf('intranet', 'internet'),
  Description: text,
} as const satisfies Record<string, Reader<string>>;

/** What makes two rules the same: everything but the description. */
const IDENTITY = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).filter(
  (name) => !['Description', 'SourceGroupOwnerAccount', 'DestGroupOwnerAccount', 'NicType'].includes(name),
);

const PEERS = {
  ingress: ['SourceCidrIp', 'Ipv6SourceCidrIp', 'SourceGroupId', 'SourcePrefixListId'],
  egress: ['DestCidrIp', 'Ipv6DestCidrIp', 'DestGroupId', 'DestPrefixListId'],
} as const;

/** The fields of a rule that a call gives, without what goes without saying. */
export function fieldsIn(params: Params): Partial<Permission> {
  return given(params, FIELDS);
}

/** The rules that a call describes: `Permissions.N`, or one in flat parameters. */
export function permissionsIn(state: EcsState, call: Call, Direction: Direction): readonly Permission[] {
  const listed = objectsOf(call.params, 'Permissions');
  return (listed.length === 0 ? [call.params] : listed).map((item) => described(state, item, Direction, call.now));
}

/** One rule as described, with a new id. */
export function described(state: EcsState, params: Params, Direction: Direction, now: Date): Permission {
  const fields = fieldsIn(params);
  if (fields.IpProtocol === undefined) throw missing('IpProtocol');
  if (fields.PortRange === undefined && fields.PortRangeListId === undefined) throw missing('PortRange');
  const peers = PEERS[Direction].filter((name) => fields[name] !== undefined);
  if (peers.length === 0) throw missing(PEERS[Direction][0]);
  refuseUnknown(state, fields);
  return aPermission({
    SecurityGroupRuleId: newId('sgr'),
    Direction,
    PortRange: '',
    ...fields,
    CreateTime: toSecond(now),
  });
}

/** Whether two rules are the same to the cloud. */
export function isSamePermission(a: Permission, b: Permission): boolean {
  return a.Direction === b.Direction && IDENTITY.every((name) => a[name] === b[name]);
}

function portRange(params: Params, name: string): string | undefined {
  const range = text(params, name);
  if (range !== undefined && !/^(?:-1\/-1|\d{1,5}\/\d{1,5})$/u.test(range)) throw badParameter(name);
  return range;
}

function priority(params: Params, name: string): string | undefined {
  const read = text(params, name);
  if (read !== undefined && !(Number(read) >= 1 && Number(read) <= 100)) throw badParameter(name);
  return read;
}

/** Groups and lists that a rule names must exist; a group of another account is taken on trust. */
function refuseUnknown(state: EcsState, fields: Partial<Permission>): void {
  const groups = [
    fields.SourceGroupOwnerAccount === undefined ? fields.SourceGroupId : undefined,
    fields.DestGroupOwnerAccount === undefined ? fields.DestGroupId : undefined,
  ];
  if (groups.some((id) => id !== undefined && !state.securityGroups.has(id))) {
    const message = 'The SourceGroupId provided does not exist in our records.';
    throw new ApiError(404, 'InvalidSourceGroupId.NotFound', message);
  }
  const lists = [fields.SourcePrefixListId, fields.DestPrefixListId];
  if (lists.some((id) => id !== undefined && !state.prefixLists.has(id))) {
    throw new ApiError(404, 'InvalidPrefixListId.NotFound', 'The specified prefix list was not found.');
  }
  if (fields.PortRangeListId !== undefined && !state.portRangeLists.has(fields.PortRangeListId)) {
    throw new ApiError(404, 'InvalidPortRangeListId.NotFound', 'The specified port range list was not found.');
  }
}

function missing(name: string): ApiError {
  const message = `The input parameter "${name}" that is mandatory for processing this request is not supplied.`;
  return new ApiError(400, 'MissingParameter', message);
}

/** A rule as `DescribeSecurityGroupAttribute` answers it, with the names of what it refers to. */
export function permissionAnswer(state: EcsState, permission: Permission): Readonly<Record<string, string>> {
  return {
    ...permission,
    SourceGroupName: state.securityGroups.get(permission.SourceGroupId)?.SecurityGroupName ?? '',
    DestGroupName: state.securityGroups.get(permission.DestGroupId)?.SecurityGroupName ?? '',
    SourcePrefixListName: state.prefixLists.get(permission.SourcePrefixListId)?.PrefixListName ?? '',
    DestPrefixListName: state.prefixLists.get(permission.DestPrefixListId)?.PrefixListName ?? '',
    PortRangeListName: state.portRangeLists.get(permission.PortRangeListId)?.PortRangeListName ?? '',
  };
}

/** Which way a rule of `ConfigureSecurityGroupPermissions` goes: said, or told by the side that it names. */
export function directionOf(params: Params): Direction {
  const said = oneOf('ingress', 'egress')(params, 'Direction');
  const namesTarget = PEERS.egress.some((name) => textOf(params, name) !== undefined);
  const namesSource = PEERS.ingress.some((name) => textOf(params, name) !== undefined);
  return said ?? (namesTarget && !namesSource ? 'egress' : 'ingress');
}
