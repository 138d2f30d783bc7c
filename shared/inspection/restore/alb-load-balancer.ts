import { isContent } from '../content.ts';
import { commonCommands } from '../load-balancer-calls.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing, surplus } from './differing.ts';

/** Puts an Application Load Balancer's settings back, protection last; one that is deleted has lost its domain name. */
export function restoreAlb({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const changed = differing(present, wanted);
  const call = (action: string, params: object): string =>
    command('alb', action, region, { LoadBalancerId: id, ...params });
  const { LoadBalancerName, ModificationProtectionConfig, LoadBalancerEdition, AccessLogConfig } = changed;
  const { DeletionProtectionEnabled } = changed;
  const isNamed = LoadBalancerName !== undefined || ModificationProtectionConfig !== undefined;
  return remedy([
    ...commonCommands('alb', { id, region, present, wanted }),
    ...(LoadBalancerEdition === undefined ? [] : [call('UpdateLoadBalancerEdition', { LoadBalancerEdition })]),
    ...(isContent(AccessLogConfig) ? [call('EnableLoadBalancerAccessLog', AccessLogConfig)] : []),
    ...(surplus(present, wanted).includes('AccessLogConfig') ? [call('DisableLoadBalancerAccessLog', {})] : []),
    ...(isNamed ? [call('UpdateLoadBalancerAttribute', { LoadBalancerName, ModificationProtectionConfig })] : []),
    ...(DeletionProtectionEnabled === undefined
      ? []
      : [
          command('alb', `${DeletionProtectionEnabled === true ? 'Enable' : 'Disable'}DeletionProtection`, region, {
            ResourceId: id,
          }),
        ]),
  ]);
}
