import type { Answer, FollowUp, Operation, Product } from '../api.ts';
import { settle } from '../ecs/lifecycle.ts';
import type { EcsState } from '../ecs/state.ts';
import { kindIn, tagOperations } from '../tags.ts';
import { instanceRefreshOperations } from './instance-refreshes.ts';
import { lifecycleHookOperations } from './lifecycle-hooks.ts';
import { loadBalancerOperationsOfEss } from './load-balancers.ts';
import { type Scaler, settleEss } from './scaling.ts';
import { scalingActivityReads } from './scaling-activities.ts';
import { scalingConfigurationOperations } from './scaling-configurations.ts';
import { scalingGroupOperations } from './scaling-groups.ts';
import { scalingInstanceOperations } from './scaling-instances.ts';
import { scalingRuleOperations } from './scaling-rules.ts';
import { scheduledTaskOperations } from './scheduled-tasks.ts';
import { isModern, unwrapped } from './shape.ts';
import type { EssState } from './state.ts';

/**
 * Auto Scaling in both of its versions. Instances start and go in `ecs`; with `followUp` they are released by calls of
 * Auto Scaling's own role, which leave records like any other.
 */
export function essProduct(ess: EssState, ecs: EcsState, followUp?: FollowUp): Product {
  const scaler: Scaler = { ess, ecs, followUp };
  const operations: Readonly<Record<string, Operation>> = {
    ...scalingGroupOperations(scaler),
    ...scalingInstanceOperations(scaler),
    ...scalingRuleOperations(scaler),
    ...scalingActivityReads(ess),
    ...instanceRefreshOperations(scaler),
    ...scalingConfigurationOperations(ess),
    ...scheduledTaskOperations(ess),
    ...lifecycleHookOperations(ess),
    ...loadBalancerOperationsOfEss(ess),
    ...tagOperations(
      [kindIn('scalinggroup', 'ACS::ESS::ScalingGroup', ess.scalingGroups)],
      ['ResourceId', 'ResourceIds'],
    ),
  };
  return {
    serviceName: 'Ess',
    product: 'ess',
    versions: ['2014-08-28', '2022-02-22'],
    style: 'RPC',
    callsPerSecond: 30,
    operations: Object.fromEntries(
      Object.entries(operations).map(([action, operation]) => [action, inBothVersions(scaler, operation)]),
    ),
  };
}

function inBothVersions(scaler: Scaler, operation: Operation): Operation {
  return {
    ...operation,
    run: (call) => {
      settle(scaler.ecs, call.now);
      settleEss(scaler, call.now);
      const answer = operation.run(call);
      return isModern(call) && !isList(answer) ? unwrapped(answer) : answer;
    },
  };
}

function isList(answer: Answer | readonly Answer[]): answer is readonly Answer[] {
  return Array.isArray(answer);
}
