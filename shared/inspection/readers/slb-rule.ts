import { type Content, isContent } from '../content.ts';
import { contentOf, type Fields, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';
import { differing } from '../restore/differing.ts';

const FIELDS: Fields = {
  LoadBalancerId: 'text',
  ListenerPort: 'number',
  ListenerProtocol: 'word',
  RuleName: 'text',
  Domain: 'text',
  Url: 'text',
  VServerGroupId: 'text',
  ListenerSync: 'word',
  Scheduler: 'word',
  StickySession: 'word',
  StickySessionType: 'word',
  CookieTimeout: 'number',
  Cookie: 'text',
  HealthCheck: 'word',
  HealthCheckDomain: 'text',
  HealthCheckURI: 'text',
  HealthCheckHttpCode: 'word',
  HealthCheckTimeout: 'number',
  HealthCheckInterval: 'number',
  HealthCheckConnectPort: 'number',
  HealthyThreshold: 'number',
  UnhealthyThreshold: 'number',
};
/** What a rule has for itself unless it takes its listener's settings. */
const OWN = [
  'ListenerSync',
  'Scheduler',
  'StickySession',
  'StickySessionType',
  'CookieTimeout',
  'Cookie',
  'HealthCheck',
];
const FIXED = new Set(['LoadBalancerId', 'ListenerPort', 'ListenerProtocol', 'Domain', 'Url']);

/** A forwarding rule (转发策略) of an HTTP or HTTPS listener. */
export const slbRule: Reader = {
  kind: 'slb.rule',
  aspect: 'configuration',
  effects: ['listener-changed', 'created'],
  batch: 1,
  read: oneByOne(async (place, id) =>
    contentOf(await answerOf(place, 'slb', 'DescribeRuleAttribute', { RuleId: id }, 'LoadBalancerId'), FIELDS),
  ),
  predict: byAction({
    DeleteRules: gone,
    SetRule: ({ params }, _, before) =>
      isContent(before) ? overlaid(before, requested(params, ['RuleId'], FIELDS)) : undefined,
  }),
  restore: ({ id, region, present, wanted }) => {
    if (wanted === null) return remedy([command('slb', 'DeleteRules', region, { RuleIds: JSON.stringify([id]) })]);
    if (!isContent(wanted)) return UNKNOWN;
    if (present === null) {
      const RuleList = JSON.stringify([pick(wanted, ['RuleName', 'Domain', 'Url', 'VServerGroupId'])]);
      const params = { ...pick(wanted, ['LoadBalancerId', 'ListenerPort', 'ListenerProtocol']), RuleList };
      return remedy([command('slb', 'CreateRules', region, params)], `The new rule gets another id than ${id}.`);
    }
    const changed = Object.keys(differing(present, wanted)).filter((name) => !FIXED.has(name));
    const isOwn = (name: string): boolean => OWN.includes(name) || /^(?:HealthCheck|HealthyTh|UnhealthyTh)/u.test(name);
    const names = changed.some(isOwn) ? [...changed, ...Object.keys(wanted).filter(isOwn)] : changed;
    return remedy(
      names.length > 0 ? [command('slb', 'SetRule', region, { RuleId: id, ...pick(wanted, [...new Set(names)]) })] : [],
    );
  },
};

function pick(content: Content, names: readonly string[]): Content {
  return Object.fromEntries(
    names.flatMap((name) => (content[name] === undefined ? [] : [[name, content[name]] as const])),
  );
}
