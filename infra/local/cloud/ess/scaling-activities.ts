import type { Answer, Call, Operation } from '../api.ts';
import { numberedPage } from '../pages.ts';
import { text } from '../parameters.ts';
import { isAmong } from './find.ts';
import type { EssState } from './state.ts';

/** What scaling groups did, the newest first. */
export function scalingActivityReads(state: EssState): Readonly<Record<string, Operation>> {
  return { DescribeScalingActivities: { rw: 'Read', run: (call) => list(state, call) } };
}

function list(state: EssState, { params, region }: Call): Answer {
  const group = text(params, 'ScalingGroupId');
  const status = text(params, 'StatusCode');
  const found = [...state.scalingActivities.values()]
    .toReversed()
    .filter(
      (each) =>
        state.scalingGroups.get(each.ScalingGroupId)?.RegionId === region &&
        (group === undefined || each.ScalingGroupId === group) &&
        (status === undefined || each.StatusCode === status) &&
        isAmong(params, 'ScalingActivityId', each.ScalingActivityId),
    );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 50 });
  const ScalingActivity = items.map((each) => {
    const { CreatedInstances, DestroyedInstances, DetachedInstances, AttachedInstances, ...rest } = each;
    const changed = [CreatedInstances, DestroyedInstances, DetachedInstances, AttachedInstances].flat();
    return { ...rest, Progress: 100, StatusMessage: '', ScalingInstanceNumber: changed.length };
  });
  return { ScalingActivities: { ScalingActivity }, ...counts };
}
