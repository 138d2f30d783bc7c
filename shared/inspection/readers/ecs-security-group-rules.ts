import type { Json } from '../../model/change.ts';
import type { AuditEvent } from '../../model/event.ts';
import { listOf, objectsOf, type Params, textOf } from '../../model/params.ts';
import { type Content, isContent, textIn } from '../content.ts';
import { membersOf } from '../fields.ts';
import {
  cased,
  permissionEdited,
  permissionIn,
  permissionsAsked,
  permissionsOf,
  sayTheSame,
  senseOf,
  withoutId,
} from '../permissions.ts';
import { answerOf, byAction, gone, oneByOne, type Place, type Predict, type Reader, theOne } from '../reader.ts';
import { restoreSecurityGroup } from '../restore/security-group.ts';

/** More pages than this no security group fills. */
const MOST_PAGES = 20;

type Direction = 'ingress' | 'egress';

/** The rules of a security group and whether its members reach each other. */
export const ecsSecurityGroupRules: Reader = {
  kind: 'ecs.security-group',
  aspect: 'rules',
  effects: ['rules-changed', 'rules-widened', 'rules-narrowed', 'deleted'],
  batch: 1,
  read: oneByOne(readRules),
  predict: byAction({
    AuthorizeSecurityGroup: authorized('ingress'),
    AuthorizeSecurityGroupEgress: authorized('egress'),
    RevokeSecurityGroup: revoked('ingress'),
    RevokeSecurityGroupEgress: revoked('egress'),
    ModifySecurityGroupRule: edited,
    ModifySecurityGroupEgressRule: edited,
    ConfigureSecurityGroupPermissions: (event, _, before) =>
      configured(event, before, 'AuthorizePermission', 'RevokePermission'),
    ModifySecurityGroupPolicy: ({ params }, _, before) => {
      const policy = textOf(params, 'InnerAccessPolicy');
      return isContent(before) && policy !== undefined ? { ...before, InnerAccessPolicy: cased(policy) } : undefined;
    },
    DeleteSecurityGroup: gone,
  }),
  recall,
  essence: (content) =>
    isContent(content) ? { ...content, Permissions: permissionsOf(content).map(withoutId) } : content,
  keyOf: (element) => (isContent(element) && 'IpProtocol' in element ? senseOf(element) : undefined),
  isGoneForGood: true,
  restore: restoreSecurityGroup,
};

async function readRules(place: Place, id: string): Promise<Json> {
  const [kind, first] = await Promise.all([readKind(place, id), readPage(place, id, undefined)]);
  const permissions = [...first.permissions];
  let token = first.next;
  for (let page = 1; page < MOST_PAGES && token !== undefined; page += 1) {
    const more = await readPage(place, id, token);
    permissions.push(...more.permissions);
    token = more.next;
  }
  return { SecurityGroupId: id, SecurityGroupType: kind, ...first.head, Permissions: permissions };
}

async function readPage(place: Place, id: string, NextToken: string | undefined) {
  const params = { SecurityGroupId: id, Direction: 'all', NextToken };
  const answer = await answerOf(place, 'ecs', 'DescribeSecurityGroupAttribute', params, { SecurityGroupId: id });
  const next = answer['NextToken'];
  return {
    head: { InnerAccessPolicy: cased(answer['InnerAccessPolicy']), VpcId: textOf(answer, 'VpcId') ?? '' },
    permissions: membersOf(answer['Permissions']).map(permissionIn),
    next: typeof next === 'string' && next !== '' ? next : undefined,
  };
}

/** Only the listing tells it; a group without kind is a basic one. */
async function readKind(place: Place, id: string): Promise<'normal' | 'enterprise'> {
  const answer = await answerOf(
    place,
    'ecs',
    'DescribeSecurityGroups',
    { SecurityGroupIds: JSON.stringify([id]) },
    'SecurityGroups',
  );
  const group = theOne(answer['SecurityGroups'], 'SecurityGroupId', id);
  return textIn(group, 'SecurityGroupType')?.toLowerCase() === 'enterprise' ? 'enterprise' : 'normal';
}

function authorized(direction: Direction): Predict {
  return ({ params }, _, before) => withRules(before, permissionsAsked(params, 'Permissions', direction), []);
}

function revoked(direction: Direction): Predict {
  return ({ params }, _, before) => {
    const ids = listOf(params, 'SecurityGroupRuleId');
    const named = permissionsOf(before).filter((rule) => ids.includes(textIn(rule, 'SecurityGroupRuleId') ?? ''));
    if (ids.length > named.length) return undefined; // of a rule that is not known nobody can say what became of it
    return withRules(before, [], [...named, ...permissionsAsked(params, 'Permissions', direction)], ids.length > 0);
  };
}

function edited({ params }: AuditEvent, _: string, before: Json): Json | undefined {
  const id = textOf(params, 'SecurityGroupRuleId');
  const rules = permissionsOf(before);
  if (!isContent(before) || id === undefined || !rules.some((rule) => rule['SecurityGroupRuleId'] === id))
    return undefined;
  const Permissions = rules.map((rule) => (rule['SecurityGroupRuleId'] === id ? permissionEdited(rule, params) : rule));
  return { ...before, Permissions };
}

/** The console's call adds and removes rules at once; each says its direction, or whom it names says it. */
function configured({ params }: AuditEvent, before: Json, add: string, remove: string): Json | undefined {
  const [added, removed] = [objectsOf(params, add), objectsOf(params, remove)];
  if ([...added, ...removed].some((one) => directionIn(one) === undefined)) return undefined;
  const rules = (list: readonly Params[]): readonly Content[] =>
    list.flatMap((one) => permissionsAsked(one, '', directionIn(one) ?? 'ingress'));
  return withRules(before, rules(added), rules(removed));
}

function directionIn(rule: Params): Direction | undefined {
  const said = textOf(rule, 'Direction')?.toLowerCase();
  if (said === 'ingress' || said === 'egress') return said;
  const names = (side: string): boolean =>
    Object.keys(rule).some((name) => new RegExp(`^(?:ipv6)?${side}`, 'iu').test(name));
  return names('source') === names('dest') ? undefined : names('dest') ? 'egress' : 'ingress';
}

/** Both halves of a change may stand in the call: what it added was not there, what it removed was. */
function recall(event: AuditEvent, _: string, after: Json | undefined): Json | undefined {
  if (after === undefined) return undefined;
  const named = (direction: Direction): readonly Content[] => permissionsAsked(event.params, 'Permissions', direction);
  switch (event.action.toLowerCase()) {
    case 'authorizesecuritygroup':
      return withRules(after, [], named('ingress'));
    case 'authorizesecuritygroupegress':
      return withRules(after, [], named('egress'));
    case 'revokesecuritygroup':
      return withRules(after, named('ingress'), []);
    case 'revokesecuritygroupegress':
      return withRules(after, named('egress'), []);
    case 'configuresecuritygrouppermissions':
      return configured(event, after, 'RevokePermission', 'AuthorizePermission');
    default:
      return undefined;
  }
}

/** A rule that is there is not added again, one that is not there is not missed. Undefined when no rule is named. */
function withRules(
  state: Json,
  added: readonly Content[],
  removed: readonly Content[],
  isNamed = added.length + removed.length > 0,
): Content | undefined {
  if (!isContent(state) || !isNamed) return undefined;
  const kept = permissionsOf(state).filter((rule) => !removed.some((one) => sayTheSame(rule, one)));
  const fresh = added.filter((one) => !kept.some((rule) => sayTheSame(rule, one)));
  return { ...state, Permissions: [...kept, ...fresh] };
}
