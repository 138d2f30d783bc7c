import { type Content, isContent } from '../content.ts';
import { contentOf, type Fields, overlaid, requested } from '../fields.ts';
import { COMMON_CALLS, COMMON_FIELDS, settledStatus } from '../load-balancer-calls.ts';
import { answerOf, byAction, oneByOne, type Reader } from '../reader.ts';
import { restoreNlb } from '../restore/nlb-load-balancer.ts';
import { zonesIn } from '../zones.ts';

const FIELDS: Fields = {
  ...COMMON_FIELDS,
  CrossZoneEnabled: 'flag',
  TrafficAffinityEnabled: 'flag',
  Cps: 'number',
};
const PROTECTION: Fields = {
  DeletionProtectionEnabled: 'flag',
  DeletionProtectionReason: 'text',
  ModificationProtectionStatus: 'text',
  ModificationProtectionReason: 'text',
};
const SUBJECT = ['LoadBalancerId'];

/** A Network Load Balancer itself: security groups, zones, protection; its parts have readings of their own. */
export const nlbLoadBalancer: Reader = {
  kind: 'nlb.load-balancer',
  aspect: 'configuration',
  effects: [
    'deleted',
    'spec-changed',
    'attribute-changed',
    'name-changed',
    'acl-changed',
    'resource-group-changed',
    'protection-changed',
    'delete-protection-lifted',
    'modification-protection-lifted',
    'unknown-change',
  ],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const answer = await answerOf(
      place,
      'nlb',
      'GetLoadBalancerAttribute',
      { LoadBalancerId: id },
      { LoadBalancerId: id },
    );
    const { LoadBalancerStatus, ...content } = contentOf(answer, FIELDS);
    const ZoneMappings = zonesIn(answer['ZoneMappings']);
    return { ...content, ...settledStatus(LoadBalancerStatus, 'active'), ...protectionIn(answer), ZoneMappings };
  }),
  predict: byAction({
    ...COMMON_CALLS,
    UpdateLoadBalancerAttribute: ({ params }, _, before) => overlaid(before, requested(params, SUBJECT, FIELDS)),
    UpdateLoadBalancerProtection: ({ params }, _, before) => {
      const after = overlaid(before, requested(params, SUBJECT, PROTECTION));
      return isContent(after) ? reasoned(after) : after;
    },
  }),
  isGoneForGood: true,
  restore: restoreNlb,
};

/** Named as the call that sets it names it; when it began is nobody's configuration. */
function protectionIn(answer: Readonly<Record<string, unknown>>): Content {
  const { DeletionProtectionConfig: deletion, ModificationProtectionConfig: modification } = answer;
  const { Enabled, Reason: why } = isContent(deletion) ? deletion : {};
  const { Status, Reason } = isContent(modification) ? modification : {};
  return reasoned(
    contentOf(
      {
        DeletionProtectionEnabled: Enabled ?? false,
        DeletionProtectionReason: why,
        ModificationProtectionStatus: Status ?? 'NonProtection',
        ModificationProtectionReason: Reason,
      },
      PROTECTION,
    ),
  );
}

/** Without protection there is no reason for it either. */
function reasoned(content: Content): Content {
  const { DeletionProtectionReason: why, ModificationProtectionReason: reason, ...rest } = content;
  return {
    ...rest,
    ...(rest['DeletionProtectionEnabled'] === true && why !== undefined ? { DeletionProtectionReason: why } : {}),
    ...(rest['ModificationProtectionStatus'] !== 'NonProtection' && reason !== undefined
      ? { ModificationProtectionReason: reason }
      : {}),
  };
}
