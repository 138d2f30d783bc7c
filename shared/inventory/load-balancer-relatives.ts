import * as z from 'zod';
import { optionalText, tags } from '../cloud/answer.ts';
import type { ResourceKind } from '../model/resource.ts';
import { CLUSTER_TAG } from './ecs-marks.ts';
import type { Relation, Relatives } from './relatives.ts';

const listeners = z.array(z.object({ LoadBalancerId: optionalText })).nullish();
type Related = z.infer<typeof listeners>;

const part = z.object({
  LoadBalancerId: optionalText,
  ListenerId: optionalText,
  ListenerDescription: optionalText,
  RuleName: optionalText,
  ServerGroupName: optionalText,
  RelatedLoadBalancerIds: z.array(z.string()).nullish(),
  RelatedListeners: listeners,
  Tags: tags,
});

/** What one part of a load balancer says of itself; of a rule, its listener tells more than the whole. */
function relativesIn(read: z.infer<typeof part>): Relatives {
  return {
    ids: [
      ...present([read.LoadBalancerId]),
      ...(read.RelatedLoadBalancerIds ?? []),
      ...ofListeners(read.RelatedListeners),
      ...present([read.RuleName === undefined ? undefined : read.ListenerId]),
    ],
    name: read.ListenerDescription ?? read.ServerGroupName ?? read.RuleName,
    cluster: read.Tags.get(CLUSTER_TAG),
  };
}

/** The only element of a listing by id; none: it does not exist. */
const first = (list: string): z.ZodType<Relatives | 'gone'> =>
  z.object({ [list]: z.array(part).nullish() }).transform((read) => {
    const [only] = read[list] ?? [];
    return only === undefined ? 'gone' : relativesIn(only);
  });

/** Which listeners use it, where a listing of relations tells that and nothing else. */
const related = (list: string): z.ZodType<Relatives> =>
  z
    .object({ [list]: z.array(z.object({ RelatedListeners: listeners })).nullish() })
    .transform((read) => ({ ids: (read[list] ?? []).flatMap((one) => ofListeners(one.RelatedListeners)) }));

const listed = (product: 'alb' | 'nlb', action: string, ids: string, answer: Relation['answer']): Relation => ({
  product,
  action,
  params: (id) => ({ [ids]: [id] }),
  answer,
});
const listener = (product: 'alb' | 'nlb'): Relation => ({
  product,
  action: 'GetListenerAttribute',
  params: (id) => ({ ListenerId: id }),
  answer: part.transform(relativesIn),
});

/** Parts of Network and Application Load Balancers: one row a kind. */
export const LOAD_BALANCER_PARTS: Partial<Record<ResourceKind, Relation>> = {
  'nlb.listener': listener('nlb'),
  'nlb.server-group': listed('nlb', 'ListServerGroups', 'ServerGroupIds', first('ServerGroups')),
  'nlb.security-policy': listed('nlb', 'ListSecurityPolicy', 'SecurityPolicyIds', first('SecurityPolicies')),
  'alb.listener': listener('alb'),
  'alb.rule': listed('alb', 'ListRules', 'RuleIds', first('Rules')),
  'alb.server-group': listed('alb', 'ListServerGroups', 'ServerGroupIds', first('ServerGroups')),
  'alb.acl': listed('alb', 'ListAclRelations', 'AclIds', related('AclRelations')),
  'alb.script': listed('alb', 'ListAScripts', 'AScriptIds', first('AScripts')),
  // The answer's member is spelled so.
  'alb.security-policy': listed(
    'alb',
    'ListSecurityPolicyRelations',
    'SecurityPolicyIds',
    related('SecrityPolicyRelations'),
  ),
};

function ofListeners(all: Related): readonly string[] {
  return present((all ?? []).map((one) => one.LoadBalancerId));
}

function present(ids: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(ids.flatMap((id) => id ?? []))];
}
