import { listOf, objectsOf, textOf } from '../../../../shared/model/params.ts';
import { ApiError, type Call, type Operation } from '../api.ts';
import { references } from '../references.ts';
import { groupToChange } from './find.ts';
import { described, type Direction, directionOf, fieldsIn, isSamePermission, permissionsIn } from './permissions.ts';
import type { EcsState } from './state.ts';
import type { Permission, SecurityGroup } from './firewall.ts';

/** Adding, taking away and changing the rules of security groups. */
export function securityGroupRuleOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const write = (run: (group: SecurityGroup, call: Call) => readonly Permission[]): Operation => ({
    rw: 'Write',
    required: ['SecurityGroupId'],
    run: (call) => {
      const group = groupToChange(state, call);
      const Permissions = run(group, call);
      state.securityGroups.set(group.SecurityGroupId, { ...group, Permissions });
      return {};
    },
    references: references({ 'ACS::ECS::SecurityGroup': ['SecurityGroupId'] }),
  });
  const authorize = (direction: Direction): Operation =>
    write((group, call) => added(group.Permissions, permissionsIn(state, call, direction)));
  const revoke = (direction: Direction): Operation => write((group, call) => revoked(state, group, call, direction));
  const modify = (direction: Direction): Operation => write((group, call) => modified(state, group, call, direction));
  return {
    AuthorizeSecurityGroup: authorize('ingress'),
    AuthorizeSecurityGroupEgress: authorize('egress'),
    RevokeSecurityGroup: revoke('ingress'),
    RevokeSecurityGroupEgress: revoke('egress'),
    ModifySecurityGroupRule: modify('ingress'),
    ModifySecurityGroupEgressRule: modify('egress'),
    ConfigureSecurityGroupPermissions: write((group, call) => configured(state, group, call)),
  };
}

/** A rule that is there already is not added again; that is no error. */
function added(old: readonly Permission[], said: readonly Permission[]): readonly Permission[] {
  const fresh = said.filter((each) => !old.some((there) => isSamePermission(there, each)));
  return [...old, ...fresh];
}

/** By id, which must be there; or by description, where nothing that fits is no error. */
function revoked(
  state: EcsState,
  { Permissions }: SecurityGroup,
  call: Call,
  direction: Direction,
): readonly Permission[] {
  const ids = listOf(call.params, 'SecurityGroupRuleId');
  if (ids.length === 0) return without(Permissions, permissionsIn(state, call, direction));
  for (const id of ids) ruleIn(Permissions, id, direction);
  return Permissions.filter((each) => !ids.includes(each.SecurityGroupRuleId));
}

function without(old: readonly Permission[], said: readonly Permission[]): readonly Permission[] {
  return old.filter((there) => !said.some((each) => isSamePermission(there, each)));
}

/** By id every field can be changed; by description only the description itself. */
function modified(
  state: EcsState,
  { Permissions }: SecurityGroup,
  call: Call,
  direction: Direction,
): readonly Permission[] {
  const id = textOf(call.params, 'SecurityGroupRuleId');
  const fields = fieldsIn(call.params);
  if (id === undefined) {
    const wanted = described(state, call.params, direction, call.now);
    if (!Permissions.some((each) => isSamePermission(each, wanted))) throw noSuchRule();
    return Permissions.map((each) =>
      isSamePermission(each, wanted) ? { ...each, Description: fields.Description ?? each.Description } : each,
    );
  }
  const rule = ruleIn(Permissions, id, direction);
  const changed = { ...rule, ...peerOf(fields, rule), ...fields };
  return Permissions.map((each) => (each === rule ? changed : each));
}

/** A rule has one peer: naming another sort of it takes the old one away. */
function peerOf(fields: Partial<Permission>, rule: Permission): Partial<Permission> {
  const peers =
    rule.Direction === 'ingress'
      ? (['SourceCidrIp', 'Ipv6SourceCidrIp', 'SourceGroupId', 'SourcePrefixListId'] as const)
      : (['DestCidrIp', 'Ipv6DestCidrIp', 'DestGroupId', 'DestPrefixListId'] as const);
  const isNamed = peers.some((name) => fields[name] !== undefined);
  return isNamed ? Object.fromEntries(peers.map((name) => [name, ''])) : {};
}

function configured(state: EcsState, { Permissions }: SecurityGroup, { params, now }: Call): readonly Permission[] {
  const rules = (name: string): readonly Permission[] =>
    objectsOf(params, name).map((item) => described(state, item, directionOf(item), now));
  return added(without(Permissions, rules('RevokePermission')), rules('AuthorizePermission'));
}

function ruleIn(permissions: readonly Permission[], id: string, direction: Direction): Permission {
  const found = permissions.find((each) => each.SecurityGroupRuleId === id && each.Direction === direction);
  if (found === undefined) throw noSuchRule();
  return found;
}

function noSuchRule(): ApiError {
  const message = 'The specified SecurityGroupRuleId is not exists.';
  return new ApiError(404, 'InvalidSecurityGroupRuleId.NotFound', message);
}
