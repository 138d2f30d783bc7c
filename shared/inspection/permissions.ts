import type { Json } from '../model/change.ts';
import { objectsOf, type Params, textOf } from '../model/params.ts';
import { type Content, isContent, without, written } from './content.ts';
import { contentOf, type Fields } from './fields.ts';

/** Everything that makes a rule what it is: which traffic, and what becomes of it. */
const WHICH: Fields = {
  PortRange: 'text',
  PortRangeListId: 'text',
  SourcePortRange: 'text',
  SourceCidrIp: 'text',
  Ipv6SourceCidrIp: 'text',
  SourceGroupId: 'text',
  SourceGroupOwnerAccount: 'text',
  SourcePrefixListId: 'text',
  DestCidrIp: 'text',
  Ipv6DestCidrIp: 'text',
  DestGroupId: 'text',
  DestGroupOwnerAccount: 'text',
  DestPrefixListId: 'text',
};

const PROTOCOLS = ['TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE', 'ALL'];

/** One rule of a security group as it is kept, from an answer. */
export function permissionIn(item: Readonly<Record<string, unknown>>): Content {
  const { SecurityGroupRuleId, Description } = contentOf(item, { SecurityGroupRuleId: 'text', Description: 'text' });
  return {
    ...(SecurityGroupRuleId === undefined ? {} : { SecurityGroupRuleId }),
    Direction: String(item['Direction']).toLowerCase() === 'egress' ? 'egress' : 'ingress',
    ...traffic(item),
    ...(Description === undefined ? {} : { Description }),
  };
}

/** The rules that a call names by what they say: in a list, or flat in its own parameters. */
export function permissionsAsked(params: Params, name: string, Direction: 'ingress' | 'egress'): readonly Content[] {
  const listed = objectsOf(params, name);
  const flat = textOf(params, 'IpProtocol') === undefined ? [] : [params];
  return [...listed, ...flat].map((one) => ({ ...permissionIn(spelled(one)), Direction }));
}

/** What a call changes of one rule. */
export function permissionEdited(rule: Content, params: Params): Content {
  const { Policy, Priority, IpProtocol, ...which } = traffic({ ...rule, ...spelled(params) });
  const Description = textOf(params, 'Description') ?? rule['Description'];
  const { SecurityGroupRuleId, Direction } = rule;
  return {
    ...(SecurityGroupRuleId === undefined ? {} : { SecurityGroupRuleId }),
    ...(Direction === undefined ? {} : { Direction }),
    Policy,
    Priority,
    IpProtocol,
    ...which,
    ...(Description === undefined ? {} : { Description }),
  };
}

/** The rules of a group's state. */
export function permissionsOf(state: Json): readonly Content[] {
  const rules = isContent(state) ? state['Permissions'] : undefined;
  return Array.isArray(rules) ? rules.filter(isContent) : [];
}

/** Whether two rules say the same of traffic, whatever their ids and descriptions. */
export function sayTheSame(a: Content, b: Content): boolean {
  return senseOf(a) === senseOf(b);
}

/** What a rule says of traffic, as one text. */
export function senseOf(rule: Content): string {
  return written(without(rule, ['SecurityGroupRuleId', 'Description']));
}

/** A rule without what the cloud gives it anew when it is made again. */
export function withoutId(rule: Content): Content {
  return without(rule, ['SecurityGroupRuleId']);
}

function traffic(item: Readonly<Record<string, unknown>>) {
  const Priority = Number(item['Priority'] ?? 1);
  const protocol = (textOf(item, 'IpProtocol') ?? 'ALL').toUpperCase();
  return {
    Policy: cased(item['Policy']),
    Priority: Number.isFinite(Priority) && Priority > 0 ? Priority : 1,
    IpProtocol: PROTOCOLS.find((known) => known.toUpperCase() === protocol) ?? protocol,
    ...contentOf(item, WHICH),
  };
}

/** `Accept` unless it says drop: the cloud's own default. */
export function cased(policy: unknown): 'Accept' | 'Drop' {
  return String(policy).toLowerCase() === 'drop' ? 'Drop' : 'Accept';
}

/** A call's members under the names that answers use. */
function spelled(params: Params): Readonly<Record<string, unknown>> {
  const names = [...Object.keys(WHICH), 'Policy', 'Priority', 'IpProtocol', 'Description'];
  const said = names
    .map((name) => [name, textOf(params, name)] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(said);
}
