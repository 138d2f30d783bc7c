import type { Json } from '../../model/change.ts';
import { type Content, isContent, without } from '../content.ts';
import type { Fields } from '../fields.ts';
import { COMMON_CALLS, COMMON_FIELDS, settledStatus } from '../load-balancer-calls.ts';
import { answerOf, byAction, oneByOne, type Reader } from '../reader.ts';
import { restoreAlb } from '../restore/alb-load-balancer.ts';
import { reshaped, type Shape, shaped } from '../structures.ts';
import { zonesIn } from '../zones.ts';

const FIELDS: Fields = { ...COMMON_FIELDS, LoadBalancerEdition: 'text', AddressAllocatedMode: 'text' };
const SHAPE: Shape = {
  fields: FIELDS,
  structures: {
    ModificationProtectionConfig: { Status: 'text', Reason: 'text' },
    AccessLogConfig: { LogProject: 'text', LogStore: 'text' },
  },
};

/** An Application Load Balancer itself: zones, security groups, edition, protection, access log. */
export const albLoadBalancer: Reader = {
  kind: 'alb.load-balancer',
  aspect: 'configuration',
  effects: [
    'deleted',
    'spec-changed',
    'attribute-changed',
    'acl-changed',
    'resource-group-changed',
    'protection-changed',
    'delete-protection-lifted',
    'unknown-change',
  ],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const answer = await answerOf(
      place,
      'alb',
      'GetLoadBalancerAttribute',
      { LoadBalancerId: id },
      { LoadBalancerId: id },
    );
    const { LoadBalancerStatus, ...content } = shaped(answer, SHAPE);
    const { DeletionProtectionConfig: deletion } = answer;
    return reasoned({
      ...content,
      ...settledStatus(LoadBalancerStatus, 'active'),
      DeletionProtectionEnabled: isContent(deletion) && deletion['Enabled'] === true,
      ZoneMappings: zonesIn(answer['ZoneMappings']),
    });
  }),
  predict: byAction({
    ...COMMON_CALLS,
    UpdateLoadBalancerAttribute: ({ params }, _, before) => {
      const after = reshaped(before, params, ['LoadBalancerId'], SHAPE);
      return after === undefined ? undefined : reasoned(after);
    },
    UpdateLoadBalancerEdition: ({ params }, _, before) => reshaped(before, params, ['LoadBalancerId'], SHAPE),
    EnableDeletionProtection: (_, __, before) => protectedAs(before, true),
    DisableDeletionProtection: (_, __, before) => protectedAs(before, false),
    EnableLoadBalancerAccessLog: ({ params }, _, before) => {
      const AccessLogConfig = reshaped({}, params, ['LoadBalancerId'], {
        fields: { LogProject: 'text', LogStore: 'text' },
      });
      return isContent(before) && AccessLogConfig !== undefined ? { ...before, AccessLogConfig } : undefined;
    },
    DisableLoadBalancerAccessLog: (_, __, before) =>
      isContent(before) ? without(before, ['AccessLogConfig']) : undefined,
  }),
  isGoneForGood: true,
  restore: restoreAlb,
};

/** Without protection there is no reason for it either, and an access log that goes nowhere is none. */
function reasoned(content: Content): Content {
  const { ModificationProtectionConfig: protection, AccessLogConfig: log, ...rest } = content;
  const { Status = 'NonProtection', Reason } = isContent(protection) ? protection : {};
  const isReasoned = Status !== 'NonProtection' && Reason !== undefined;
  return {
    ...rest,
    ModificationProtectionConfig: { Status, ...(isReasoned ? { Reason } : {}) },
    ...(isContent(log) && Object.keys(log).length > 0 ? { AccessLogConfig: log } : {}),
  };
}

function protectedAs(before: Json, DeletionProtectionEnabled: boolean): Json | undefined {
  return isContent(before) ? { ...before, DeletionProtectionEnabled } : undefined;
}
