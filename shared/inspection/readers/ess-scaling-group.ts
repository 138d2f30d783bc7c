import type { Json } from '../../model/change.ts';
import { listOf, textOf } from '../../model/params.ts';
import { isContent, textIn, textsIn } from '../content.ts';
import { contentOf, type Fields, membersOf, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, byId, gone, type Predict, type Reader } from '../reader.ts';
import { restoreScalingGroup } from '../restore/scaling-group.ts';

/** How many groups one call tells. */
const AT_ONCE = 20;

const FIELDS: Fields = {
  ScalingGroupName: 'text',
  LifecycleState: 'text',
  MinSize: 'number',
  MaxSize: 'number',
  DesiredCapacity: 'number',
  DefaultCooldown: 'number',
  GroupDeletionProtection: 'flag',
  HealthCheckType: 'text',
  ScalingPolicy: 'text',
  MultiAZPolicy: 'text',
  MaxInstanceLifetime: 'number',
  ActiveScalingConfigurationId: 'text',
  LaunchTemplateId: 'text',
  LaunchTemplateVersion: 'text',
  VSwitchIds: 'list',
  SuspendedProcesses: 'list',
  LoadBalancerIds: 'list',
};

/** A node pool's scaling group: its bounds, protection and where its members are registered. */
export const essScalingGroup: Reader = {
  kind: 'ess.scaling-group',
  aspect: 'configuration',
  effects: [
    'bounds-changed',
    'capacity-changed',
    'deleted',
    'members-added',
    'members-released',
    'members-replaced',
    'delete-protection-lifted',
    'load-balancers-changed',
    'scaling-switched',
    'launch-configuration-changed',
    'attribute-changed',
    'spec-changed',
  ],
  batch: AT_ONCE,
  read: async (place, ids) => {
    const params = { ScalingGroupId: ids, PageSize: 50 };
    const { ScalingGroups, TotalCount } = await answerOf(
      place,
      'ess',
      'DescribeScalingGroups',
      params,
      'ScalingGroups',
    );
    return byId(ids, membersOf(ScalingGroups), TotalCount, (item) => [textOf(item, 'ScalingGroupId'), groupIn(item)]);
  },
  predict: byAction({
    ModifyScalingGroup: overlay({ VSwitchId: 'VSwitchIds' }),
    SetGroupDeletionProtection: overlay(),
    DeleteScalingGroup: gone,
    AttachLoadBalancers: listChanged('LoadBalancerIds', 'LoadBalancer', true),
    DetachLoadBalancers: listChanged('LoadBalancerIds', 'LoadBalancer', false),
    SuspendProcesses: listChanged('SuspendedProcesses', 'Process', true),
    ResumeProcesses: listChanged('SuspendedProcesses', 'Process', false),
    EnableScalingGroup: (_, __, before) => (isContent(before) ? { ...before, LifecycleState: 'Active' } : undefined),
    DisableScalingGroup: (_, __, before) => (isContent(before) ? { ...before, LifecycleState: 'Inactive' } : undefined),
  }),
  demand: ({ facts }, content) => {
    if (!isContent(content)) return content;
    const { minSize, maxSize } = facts;
    return {
      ...content,
      ...(typeof minSize === 'number' ? { MinSize: minSize } : {}),
      ...(typeof maxSize === 'number' ? { MaxSize: maxSize } : {}),
    };
  },
  isGoneForGood: true,
  restore: restoreScalingGroup,
};

function groupIn(item: Readonly<Record<string, unknown>>): Json {
  const groups = membersOf(item['VServerGroups']).flatMap((group) =>
    membersOf(group['VServerGroupAttributes']).map((one) => ({
      LoadBalancerId: textIn(group, 'LoadBalancerId') ?? '',
      ...contentOf(one, { VServerGroupId: 'text', Port: 'number', Weight: 'number' }),
    })),
  );
  const albGroups = membersOf(item['AlbServerGroups']).map((one) =>
    contentOf(one, { AlbServerGroupId: 'text', Port: 'number', Weight: 'number' }),
  );
  const serverGroups = membersOf(item['ServerGroups']).map((one) =>
    contentOf(one, { ServerGroupId: 'text', Type: 'text', Port: 'number', Weight: 'number' }),
  );
  return { ...contentOf(item, FIELDS), VServerGroups: groups, AlbServerGroups: albGroups, ServerGroups: serverGroups };
}

function overlay(aliases: Readonly<Record<string, string>> = {}): Predict {
  return ({ params }, _, before) =>
    isContent(before) ? overlaid(before, requested(params, ['ScalingGroupId'], FIELDS, aliases)) : undefined;
}

function listChanged(field: string, param: string, isAdded: boolean): Predict {
  return ({ params }, _, before) => {
    const named = [...listOf(params, param), ...listOf(params, `${param}es`)];
    if (!isContent(before) || named.length === 0) return undefined;
    const others = textsIn(before, field).filter((one) => !named.includes(one));
    return { ...before, [field]: (isAdded ? [...others, ...named] : others).toSorted() };
  };
}
