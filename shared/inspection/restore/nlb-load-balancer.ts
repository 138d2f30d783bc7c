import { type Content, isContent } from '../content.ts';
import { commonCommands } from '../load-balancer-calls.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing } from './differing.ts';

const SETTABLE = ['LoadBalancerName', 'CrossZoneEnabled', 'TrafficAffinityEnabled', 'Cps'];
const DELETION = ['DeletionProtectionEnabled', 'DeletionProtectionReason'];
const MODIFICATION = ['ModificationProtectionStatus', 'ModificationProtectionReason'];

/** Puts a Network Load Balancer's settings back, protection last; one that is deleted has lost its address. */
export function restoreNlb({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const changed = differing(present, wanted);
  const call = (action: string, params: object): readonly string[] =>
    Object.keys(params).length === 0 ? [] : [command('nlb', action, region, { LoadBalancerId: id, ...params })];
  const whole = (names: readonly string[]): Content =>
    names.some((name) => changed[name] !== undefined) ? pick(wanted, names) : {};
  return remedy([
    ...call('UpdateLoadBalancerAttribute', pick(changed, SETTABLE)),
    ...commonCommands('nlb', { id, region, present, wanted }),
    ...call('UpdateLoadBalancerProtection', { ...whole(DELETION), ...whole(MODIFICATION) }),
  ]);
}

function pick(content: Content, names: readonly string[]): Content {
  return Object.fromEntries(Object.entries(content).filter(([name]) => names.includes(name)));
}
