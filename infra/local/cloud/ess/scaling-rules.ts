import type { Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { badParameter, given, integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { activeGroupIn, groupIn, isAmong, membersOf } from './find.ts';
import { type Scaler, scaleTo } from './scaling.ts';
import type { EssState, ScalingGroup, ScalingRule } from './state.ts';

const SETTINGS = {
  ScalingRuleName: text,
  AdjustmentType: oneOf('QuantityChangeInCapacity', 'PercentChangeInCapacity', 'TotalCapacity'),
  AdjustmentValue: integer,
  MinAdjustmentMagnitude: integer,
  Cooldown: integer,
} as const;

type Adjustment = Pick<ScalingRule, 'AdjustmentType' | 'AdjustmentValue' | 'MinAdjustmentMagnitude'>;

/** Scaling rules, carrying them out, and scaling without one. */
export function scalingRuleOperations(scaler: Scaler): Readonly<Record<string, Operation>> {
  const { ess } = scaler;
  const ofRule = references({ 'ACS::ESS::ScalingRule': ['ScalingRuleId'] });
  return {
    CreateScalingRule: {
      rw: 'Write',
      required: ['ScalingGroupId'],
      run: (call) => create(ess, call),
      references: references({
        'ACS::ESS::ScalingGroup': ['ScalingGroupId'],
        'ACS::ESS::ScalingRule': ['answer.ScalingRuleId'],
      }),
    },
    ModifyScalingRule: {
      rw: 'Write',
      required: ['ScalingRuleId'],
      run: ({ params }) => {
        const rule = ruleIn(ess, mandatory(params, 'ScalingRuleId'));
        ess.scalingRules.set(rule.ScalingRuleId, { ...rule, ...given(params, SETTINGS) });
        return {};
      },
      references: ofRule,
    },
    DeleteScalingRule: {
      rw: 'Write',
      required: ['ScalingRuleId'],
      run: ({ params }) => {
        ess.scalingRules.delete(ruleIn(ess, mandatory(params, 'ScalingRuleId')).ScalingRuleId);
        return {};
      },
      references: ofRule,
    },
    ExecuteScalingRule: {
      rw: 'Write',
      required: ['ScalingRuleAri'],
      run: (call) => {
        const ari = mandatory(call.params, 'ScalingRuleAri');
        const rule = [...ess.scalingRules.values()].find((each) => each.ScalingRuleAri === ari);
        if (rule === undefined) throw noSuchRule();
        const group = activeGroupIn(ess, { ...call, params: { ScalingGroupId: rule.ScalingGroupId } });
        return adjust(scaler, group, rule, call, `A user requests to execute scaling rule "${rule.ScalingRuleId}".`);
      },
      references: references({ 'ACS::ESS::ScalingRule': ['ScalingRuleAri'] }),
    },
    ScaleWithAdjustment: {
      rw: 'Write',
      required: ['ScalingGroupId', 'AdjustmentType', 'AdjustmentValue'],
      run: (call) =>
        adjust(scaler, activeGroupIn(ess, call), adjustmentIn(call.params), call, 'A user requests to scale.'),
      references: references({ 'ACS::ESS::ScalingGroup': ['ScalingGroupId'] }),
    },
    DescribeScalingRules: { rw: 'Read', run: (call) => list(ess, call) },
  };
}

function adjustmentIn(params: Params): Adjustment {
  const { AdjustmentType, AdjustmentValue, MinAdjustmentMagnitude } = given(params, SETTINGS);
  if (AdjustmentType === undefined) throw badParameter('AdjustmentType');
  return {
    AdjustmentType,
    AdjustmentValue: AdjustmentValue ?? 0,
    MinAdjustmentMagnitude: MinAdjustmentMagnitude ?? 0,
  };
}

/** The group never leaves its bounds, whatever the adjustment says. */
function adjust(scaler: Scaler, group: ScalingGroup, by: Adjustment, call: Call, cause: string): Answer {
  const serving = membersOf(scaler.ess, group).filter((each) => each.LifecycleState !== 'Removing').length;
  const target = Math.min(Math.max(targetOf(serving, by), group.MinSize), group.MaxSize);
  const moved = group.DesiredCapacity === undefined ? group : { ...group, DesiredCapacity: target };
  scaler.ess.scalingGroups.set(group.ScalingGroupId, moved);
  return { ScalingActivityId: scaleTo(scaler, moved, target, call.now, cause) };
}

function targetOf(serving: number, { AdjustmentType, AdjustmentValue, MinAdjustmentMagnitude }: Adjustment): number {
  switch (AdjustmentType) {
    case 'TotalCapacity':
      return AdjustmentValue;
    case 'QuantityChangeInCapacity':
      return serving + AdjustmentValue;
    case 'PercentChangeInCapacity': {
      const change = Math.trunc((serving * AdjustmentValue) / 100);
      return serving + Math.sign(AdjustmentValue) * Math.max(Math.abs(change), MinAdjustmentMagnitude);
    }
  }
}

function create(state: EssState, call: Call): Answer {
  const { params, region, caller } = call;
  const { ScalingGroupId } = groupIn(state, call);
  const ScalingRuleId = newId('asr');
  const ScalingRuleAri = `ari:acs:ess:${region}:${caller.accountId}:scalingrule/${ScalingRuleId}`;
  const said = given(params, SETTINGS);
  state.scalingRules.set(ScalingRuleId, {
    ScalingRuleId,
    ScalingRuleAri,
    ScalingGroupId,
    ScalingRuleType:
      oneOf(
        'SimpleScalingRule',
        'TargetTrackingScalingRule',
        'StepScalingRule',
        'PredictiveScalingRule',
      )(params, 'ScalingRuleType') ?? 'SimpleScalingRule',
    ScalingRuleName: ScalingRuleId,
    AdjustmentType: 'QuantityChangeInCapacity',
    AdjustmentValue: 0,
    MinAdjustmentMagnitude: 0,
    Cooldown: 0,
    ...said,
  });
  return { ScalingRuleId, ScalingRuleAri };
}

function ruleIn(state: EssState, id: string): ScalingRule {
  const found = state.scalingRules.get(id);
  if (found === undefined) throw noSuchRule();
  return found;
}

function noSuchRule(): ApiError {
  return new ApiError(404, 'InvalidScalingRuleId.NotFound', 'The specified scaling rule does not exist.');
}

function list(state: EssState, { params, region }: Call): Answer {
  const group = text(params, 'ScalingGroupId');
  const found = [...state.scalingRules.values()].filter(
    (rule) =>
      state.scalingGroups.get(rule.ScalingGroupId)?.RegionId === region &&
      (group === undefined || rule.ScalingGroupId === group) &&
      isAmong(params, 'ScalingRuleId', rule.ScalingRuleId) &&
      isAmong(params, 'ScalingRuleAri', rule.ScalingRuleAri),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 50 });
  return { ScalingRules: { ScalingRule: items }, ...counts };
}
