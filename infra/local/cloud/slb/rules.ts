import { listOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { integer, mandatory, objects, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { listenerIn, ruleIn, vServerGroupIn } from './find.ts';
import { attributesIn, type Setting } from './listener-attributes.ts';
import type { Rule, SlbState } from './state.ts';

/** What a rule may set for itself where it does not follow its listener (`ListenerSync` off). */
export const RULE_SETTINGS = {
  Scheduler: { read: oneOf('wrr', 'wlc', 'rr') },
  StickySession: { read: oneOf('on', 'off') },
  StickySessionType: { read: oneOf('insert', 'server') },
  CookieTimeout: { read: integer },
  Cookie: { read: text },
  HealthCheck: { read: oneOf('on', 'off') },
  HealthCheckDomain: { read: text },
  HealthCheckURI: { read: text },
  HealthCheckHttpCode: { read: text },
  HealthCheckConnectPort: { read: integer },
  HealthCheckInterval: { read: integer },
  HealthCheckTimeout: { read: integer },
  HealthyThreshold: { read: integer },
  UnhealthyThreshold: { read: integer },
} as const satisfies Record<string, Setting>;

/** Forwarding rules of HTTP and HTTPS listeners. Changing and deleting them names the rule only. */
export function ruleOperations(state: SlbState): Readonly<Record<string, Operation>> {
  return {
    CreateRules: {
      rw: 'Write',
      required: ['LoadBalancerId', 'ListenerPort', 'RuleList'],
      run: (call) => create(state, call),
      references: references({ 'ACS::SLB::LoadBalancer': ['LoadBalancerId'] }),
    },
    SetRule: {
      rw: 'Write',
      required: ['RuleId'],
      run: (call) => set(state, call),
      references: references({ 'ACS::SLB::Rule': ['RuleId'] }),
    },
    DeleteRules: {
      rw: 'Write',
      required: ['RuleIds'],
      run: ({ params }) => {
        const rules = listOf(params, 'RuleIds').map((id) => ruleIn(state, id));
        for (const { RuleId } of rules) state.rules.delete(RuleId);
        return {};
      },
      references: references({ 'ACS::SLB::Rule': ['RuleIds'] }),
    },
    DescribeRules: {
      rw: 'Read',
      required: ['LoadBalancerId', 'ListenerPort'],
      run: (call) => {
        const { LoadBalancerId, ListenerPort, ListenerProtocol } = listenerIn(state, call);
        const rules = [...state.rules.values()].filter(
          (rule) =>
            rule.LoadBalancerId === LoadBalancerId &&
            rule.ListenerPort === ListenerPort &&
            rule.ListenerProtocol === ListenerProtocol,
        );
        return { Rules: { Rule: rules.map(answer) } };
      },
    },
    DescribeRuleAttribute: {
      rw: 'Read',
      required: ['RuleId'],
      run: ({ params }) => {
        const rule = ruleIn(state, mandatory(params, 'RuleId'));
        const { LoadBalancerId, ListenerPort, ListenerProtocol } = rule;
        return { LoadBalancerId, ListenerPort: String(ListenerPort), ListenerProtocol, ...answer(rule) };
      },
    },
  };
}

function answer({ RuleId, RuleName, Domain, Url, VServerGroupId, ListenerSync, Attributes }: Rule): Answer {
  return { RuleId, RuleName, Domain, Url, VServerGroupId, ListenerSync, ...Attributes };
}

function create(state: SlbState, call: Call): Answer {
  const { LoadBalancerId, ListenerPort, ListenerProtocol } = listenerIn(state, call);
  const made = objects(call.params, 'RuleList').map((item): Rule => {
    const RuleId = newId('rule');
    const VServerGroupId = mandatory(item, 'VServerGroupId');
    vServerGroupIn(state, VServerGroupId);
    const [Domain, Url] = [text(item, 'Domain') ?? '', text(item, 'Url') ?? ''];
    const RuleName = text(item, 'RuleName') ?? RuleId;
    const where = { LoadBalancerId, ListenerPort, ListenerProtocol };
    const ListenerSync = oneOf('on', 'off')(item, 'ListenerSync') ?? 'on';
    return { RuleId, RuleName, ...where, Domain, Url, VServerGroupId, ListenerSync, Attributes: settingsIn(item) };
  });
  if (made.length === 0)
    throw new ApiError(400, 'RuleListMalformed', 'the specified parameter RuleList is unavailable.');
  for (const rule of made) refuseTwin(state, rule);
  for (const rule of made) state.rules.set(rule.RuleId, rule);
  return { Rules: { Rule: made.map(({ RuleId, RuleName }) => ({ RuleId, RuleName })) } };
}

function refuseTwin(state: SlbState, made: Rule): void {
  const isTwin = (rule: Rule): boolean =>
    rule.LoadBalancerId === made.LoadBalancerId &&
    rule.ListenerPort === made.ListenerPort &&
    rule.Domain === made.Domain &&
    rule.Url === made.Url;
  if (![...state.rules.values()].some(isTwin)) return;
  throw new ApiError(400, 'DomainExist', 'rule with same domain and url already exists in specified vip');
}

function set(state: SlbState, { params }: Call): Answer {
  const rule = ruleIn(state, mandatory(params, 'RuleId'));
  const VServerGroupId = text(params, 'VServerGroupId') ?? rule.VServerGroupId;
  vServerGroupIn(state, VServerGroupId);
  state.rules.set(rule.RuleId, {
    ...rule,
    VServerGroupId,
    RuleName: text(params, 'RuleName') ?? rule.RuleName,
    ListenerSync: oneOf('on', 'off')(params, 'ListenerSync') ?? rule.ListenerSync,
    Attributes: { ...rule.Attributes, ...settingsIn(params) },
  });
  return {};
}

function settingsIn(params: Params): Rule['Attributes'] {
  return attributesIn(params, RULE_SETTINGS);
}
