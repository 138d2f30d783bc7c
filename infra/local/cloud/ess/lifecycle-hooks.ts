import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { given, integer, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { groupIn, isAmong } from './find.ts';
import type { EssState, LifecycleHook } from './state.ts';

const SETTINGS = {
  LifecycleTransition: oneOf('SCALE_OUT', 'SCALE_IN'),
  LifecycleHookStatus: oneOf('Active', 'InActive'),
  DefaultResult: oneOf('CONTINUE', 'ABANDON', 'ROLLBACK'),
  HeartbeatTimeout: integer,
  NotificationArn: text,
  NotificationMetadata: text,
} as const;

/** Hooks that hold an instance back while it comes or goes. They are kept here; nothing waits for them. */
export function lifecycleHookOperations(state: EssState): Readonly<Record<string, Operation>> {
  const ofHook = references({
    'ACS::ESS::ScalingGroup': ['ScalingGroupId'],
    'ACS::ESS::LifecycleHook': ['LifecycleHookId'],
  });
  return {
    CreateLifecycleHook: {
      rw: 'Write',
      required: ['ScalingGroupId', 'LifecycleTransition'],
      run: (call) => create(state, call),
      references: references({
        'ACS::ESS::ScalingGroup': ['ScalingGroupId'],
        'ACS::ESS::LifecycleHook': ['answer.LifecycleHookId'],
      }),
    },
    ModifyLifecycleHook: {
      rw: 'Write',
      run: (call) => {
        const hook = named(state, call);
        state.lifecycleHooks.set(hook.LifecycleHookId, { ...hook, ...given(call.params, SETTINGS) });
        return {};
      },
      references: ofHook,
    },
    DeleteLifecycleHook: {
      rw: 'Write',
      run: (call) => {
        state.lifecycleHooks.delete(named(state, call).LifecycleHookId);
        return {};
      },
      references: ofHook,
    },
    DescribeLifecycleHooks: { rw: 'Read', run: (call) => list(state, call) },
  };
}

/** By id, or by its name and its group's id. */
function named(state: EssState, { params }: Call): LifecycleHook {
  const id = text(params, 'LifecycleHookId');
  const found = [...state.lifecycleHooks.values()].find((hook) =>
    id === undefined
      ? hook.LifecycleHookName === text(params, 'LifecycleHookName') &&
        hook.ScalingGroupId === text(params, 'ScalingGroupId')
      : hook.LifecycleHookId === id,
  );
  if (found !== undefined) return found;
  throw new ApiError(404, 'InvalidLifecycleHookId.NotExist', 'The specified lifecycle hook does not exist.');
}

function create(state: EssState, call: Call): Answer {
  const { ScalingGroupId } = groupIn(state, call);
  const LifecycleHookId = newId('ash');
  state.lifecycleHooks.set(LifecycleHookId, {
    LifecycleHookId,
    ScalingGroupId,
    LifecycleHookName: text(call.params, 'LifecycleHookName') ?? LifecycleHookId,
    LifecycleTransition: 'SCALE_IN',
    LifecycleHookStatus: 'Active',
    DefaultResult: 'CONTINUE',
    HeartbeatTimeout: 600,
    NotificationArn: '',
    NotificationMetadata: '',
    ...given(call.params, SETTINGS),
  });
  return { LifecycleHookId };
}

function list(state: EssState, { params, region }: Call): Answer {
  const group = text(params, 'ScalingGroupId');
  const found = [...state.lifecycleHooks.values()].filter(
    (hook) =>
      state.scalingGroups.get(hook.ScalingGroupId)?.RegionId === region &&
      (group === undefined || hook.ScalingGroupId === group) &&
      isAmong(params, 'LifecycleHookId', hook.LifecycleHookId),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 50 });
  return { LifecycleHooks: { LifecycleHook: items }, ...counts };
}
