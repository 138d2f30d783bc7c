import type { Json } from '../../model/change.ts';
import { textOf } from '../../model/params.ts';
import { isContent, textIn } from '../content.ts';
import { contentOf, type Fields, membersOf } from '../fields.ts';
import { answerOf, byAction, type Predict, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';

/** How many instances one call tells. */
const AT_ONCE = 20;

const FIELDS: Fields = {
  ScalingGroupId: 'text',
  LifecycleState: 'text',
  HealthStatus: 'text',
  Entrusted: 'flag',
  ProtectedFromScaleIn: 'flag',
};

/** What a node is to its scaling group; of one that is in none, nothing. */
export const essInstance: Reader = {
  kind: 'ecs.instance',
  aspect: 'scaling',
  effects: ['detached', 'attached', 'health-changed', 'standby-changed', 'protection-changed'],
  batch: AT_ONCE,
  read: async (place, ids) => {
    const params = { InstanceId: ids, PageSize: 50 };
    const { ScalingInstances } = await answerOf(place, 'ess', 'DescribeScalingInstances', params, 'ScalingInstances');
    const found = new Map<string, Json>(ids.map((id) => [id, {}]));
    for (const item of membersOf(ScalingInstances))
      found.set(textOf(item, 'InstanceId') ?? '', contentOf(item, FIELDS));
    return found;
  },
  predict: byAction({
    DetachInstances: (_, __, before) => (isContent(before) ? {} : undefined),
    SetInstanceHealth: healthy,
  }),
  // It was in the group from which it was taken.
  recall: ({ action, params }) => {
    const group = textOf(params, 'ScalingGroupId');
    return action.toLowerCase() === 'detachinstances' && group !== undefined ? { ScalingGroupId: group } : undefined;
  },
  restore: ({ id, region, present, wanted }) => {
    const [now, then] = [textIn(present, 'ScalingGroupId'), textIn(wanted, 'ScalingGroupId')];
    if (!isContent(wanted) || (now !== undefined && now !== then)) return UNKNOWN;
    if (then !== undefined && now === undefined) {
      const params = { ScalingGroupId: then, InstanceId: [id], Entrusted: textIn(wanted, 'Entrusted') };
      return remedy([command('ess', 'AttachInstances', region, params)]);
    }
    const HealthStatus = textIn(wanted, 'HealthStatus');
    if (HealthStatus === undefined || HealthStatus === textIn(present, 'HealthStatus')) return remedy([]);
    return remedy(
      [command('ess', 'SetInstanceHealth', region, { InstanceId: id, HealthStatus })],
      `This helps only until the scaling group has replaced ${id}.`,
    );
  },
};

function healthy({ params }: Parameters<Predict>[0], _: string, before: Json): Json | undefined {
  const HealthStatus = textOf(params, 'HealthStatus');
  return isContent(before) && HealthStatus !== undefined ? { ...before, HealthStatus } : undefined;
}
