import { listOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { given, mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { tagsIn } from '../tags.ts';
import { toMinute } from '../times.ts';
import { aScalingConfiguration } from './defaults.ts';
import { groupIn, isAmong } from './find.ts';
import type { EssState, ScalingConfiguration } from './state.ts';

const SETTINGS = {
  ScalingConfigurationName: text,
  ImageId: text,
  InstanceName: text,
  UserData: text,
  RamRoleName: text,
} as const;

/** What scaling groups start new instances from. */
export function scalingConfigurationOperations(state: EssState): Readonly<Record<string, Operation>> {
  const named = ({ params }: Call): ScalingConfiguration => {
    const found = state.scalingConfigurations.get(mandatory(params, 'ScalingConfigurationId'));
    if (found !== undefined) return found;
    const message = 'The specified scaling configuration does not exist.';
    throw new ApiError(404, 'InvalidScalingConfigurationId.NotFound', message);
  };
  const write = (run: (call: Call) => Answer): Operation => ({
    rw: 'Write',
    required: ['ScalingConfigurationId'],
    run,
    references: references({ 'ACS::ESS::ScalingConfiguration': ['ScalingConfigurationId'] }),
  });
  return {
    CreateScalingConfiguration: {
      rw: 'Write',
      required: ['ScalingGroupId'],
      run: (call) => create(state, call),
      references: references({
        'ACS::ESS::ScalingGroup': ['ScalingGroupId'],
        'ACS::ESS::ScalingConfiguration': ['answer.ScalingConfigurationId'],
      }),
    },
    ModifyScalingConfiguration: write((call) => {
      const old = named(call);
      state.scalingConfigurations.set(old.ScalingConfigurationId, {
        ...old,
        ...given(call.params, SETTINGS),
        ...listsIn(call.params),
      });
      return {};
    }),
    DeactivateScalingConfiguration: write((call) => {
      const old = named(call);
      state.scalingConfigurations.set(old.ScalingConfigurationId, { ...old, LifecycleState: 'Inactive' });
      return {};
    }),
    DeleteScalingConfiguration: write((call) => {
      const old = named(call);
      if (state.scalingGroups.get(old.ScalingGroupId)?.ActiveScalingConfigurationId === old.ScalingConfigurationId) {
        const message = 'The current lifecycle state of the scaling configuration does not support this action.';
        throw new ApiError(400, 'IncorrectScalingConfigurationLifecycleState', message);
      }
      state.scalingConfigurations.delete(old.ScalingConfigurationId);
      return {};
    }),
    DescribeScalingConfigurations: { rw: 'Read', run: (call) => list(state, call) },
  };
}

function listsIn(params: Params): Partial<ScalingConfiguration> {
  const InstanceTypes = [...listOf(params, 'InstanceType'), ...listOf(params, 'InstanceTypes')];
  const SecurityGroupIds = [...listOf(params, 'SecurityGroupId'), ...listOf(params, 'SecurityGroupIds')];
  return {
    ...(InstanceTypes.length === 0 ? {} : { InstanceTypes }),
    ...(SecurityGroupIds.length === 0 ? {} : { SecurityGroupIds }),
  };
}

function create(state: EssState, call: Call): Answer {
  const { ScalingGroupId } = groupIn(state, call);
  const ScalingConfigurationId = newId('asc');
  state.scalingConfigurations.set(
    ScalingConfigurationId,
    aScalingConfiguration({
      ScalingConfigurationId,
      ScalingGroupId,
      LifecycleState: 'Inactive',
      ...given(call.params, SETTINGS),
      ...listsIn(call.params),
      CreationTime: toMinute(call.now),
      Tags: tagsIn(call.params, 'Tag'),
    }),
  );
  return { ScalingConfigurationId };
}

function list(state: EssState, { params, region }: Call): Answer {
  const group = text(params, 'ScalingGroupId');
  const found = [...state.scalingConfigurations.values()].filter(
    (each) =>
      state.scalingGroups.get(each.ScalingGroupId)?.RegionId === region &&
      (group === undefined || each.ScalingGroupId === group) &&
      isAmong(params, 'ScalingConfigurationId', each.ScalingConfigurationId),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 50 });
  const ScalingConfiguration = items.map((each) => {
    const { InstanceTypes, SecurityGroupIds, Tags, ...rest } = each;
    return {
      ...rest,
      InstanceType: InstanceTypes[0] ?? '',
      InstanceTypes: { InstanceType: InstanceTypes },
      SecurityGroupId: SecurityGroupIds[0] ?? '',
      SecurityGroupIds: { SecurityGroupId: SecurityGroupIds },
      Tags: { Tag: Tags.map(({ TagKey, TagValue }) => ({ Key: TagKey, Value: TagValue })) },
    };
  });
  return { ScalingConfigurations: { ScalingConfiguration }, ...counts };
}
