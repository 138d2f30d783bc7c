import type { Json } from '../../model/change.ts';
import { type Content, isContent, same, textsIn } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing } from './differing.ts';

const SETTABLE = [
  'ScalingGroupName',
  'MinSize',
  'MaxSize',
  'DesiredCapacity',
  'DefaultCooldown',
  'GroupDeletionProtection',
  'HealthCheckType',
  'ScalingPolicy',
  'MultiAZPolicy',
  'MaxInstanceLifetime',
  'ActiveScalingConfigurationId',
  'LaunchTemplateId',
  'LaunchTemplateVersion',
  'VSwitchIds',
];

/** Puts a scaling group's settings back in one call, then where its members are registered. */
export function restoreScalingGroup({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const call = (action: string, params: object): string =>
    command('ess', action, region, { ScalingGroupId: id, ...params });
  const changed = differing(present, wanted);
  const settings = Object.fromEntries(
    SETTABLE.flatMap((name) => (changed[name] === undefined ? [] : [[name, changed[name]] as const])),
  );
  const { LifecycleState } = changed;
  return remedy([
    ...(Object.keys(settings).length > 0 ? [call('ModifyScalingGroup', settings)] : []),
    ...(LifecycleState === 'Active' ? [call('EnableScalingGroup', {})] : []),
    ...(LifecycleState === 'Inactive' ? [call('DisableScalingGroup', {})] : []),
    ...switched(
      present,
      wanted,
      'SuspendedProcesses',
      (named) => call('SuspendProcesses', { Process: named }),
      (named) => call('ResumeProcesses', { Process: named }),
    ),
    ...switched(
      present,
      wanted,
      'LoadBalancerIds',
      (named) => call('AttachLoadBalancers', { LoadBalancer: named }),
      (named) => call('DetachLoadBalancers', { LoadBalancer: named }),
    ),
    ...groups(present, wanted, 'VServerGroups', 'VServerGroup', call, nested),
    ...groups(present, wanted, 'AlbServerGroups', 'AlbServerGroup', call),
    ...groups(present, wanted, 'ServerGroups', 'ServerGroup', call),
  ]);
}

type Call = (named: readonly string[]) => string;

function switched(present: Json, wanted: Json, field: string, give: Call, take: Call): readonly string[] {
  const [now, then] = [textsIn(present, field), textsIn(wanted, field)];
  const missing = then.filter((one) => !now.includes(one));
  const surplus = now.filter((one) => !then.includes(one));
  return [...(missing.length > 0 ? [give(missing)] : []), ...(surplus.length > 0 ? [take(surplus)] : [])];
}

function groups(
  present: Json,
  wanted: Json,
  field: string,
  param: string,
  call: (action: string, params: object) => string,
  written: (group: Content) => Content = (group) => group,
): readonly string[] {
  const [now, then] = [groupsIn(present, field), groupsIn(wanted, field)];
  const missing = then.filter((one) => !now.some((other) => same(one, other)));
  const surplus = now.filter((one) => !then.some((other) => same(one, other)));
  return [
    ...(surplus.length > 0 ? [call(`Detach${param}s`, { [param]: surplus.map(written) })] : []),
    ...(missing.length > 0 ? [call(`Attach${param}s`, { [param]: missing.map(written) })] : []),
  ];
}

function groupsIn(state: Json, field: string): readonly Content[] {
  const list = isContent(state) ? state[field] : undefined;
  return Array.isArray(list) ? list.filter(isContent) : [];
}

function nested({ LoadBalancerId = '', ...group }: Content): Content {
  return { LoadBalancerId, VServerGroupAttribute: [group] };
}
