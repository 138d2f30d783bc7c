import * as ros from '@alicloud/ros-cdk-core';
import * as eventBridge from '@alicloud/ros-cdk-eventbridge';
import { sub } from './template.ts';

/** Onto this bus of the watching account come the events of members: a bus of its own, because `default` takes none. */
export const MEMBERS_BUS = 'ackwatch-members';

/**
 * Plan B. The rule normally comes with the trigger in s.yaml; should that not deploy, this one calls the function, and
 * has what the trigger cannot have: retries for a day and a queue. Not both, or every event is decided twice.
 */
export function addRule(stack: ros.Stack, filter: object): void {
  const condition = onRequest(stack, 'DeclareRule', 'HasRule', {
    description: 'Whether EventBridge calls the function by this rule instead of the trigger of s.yaml',
  });
  const rule = new eventBridge.RosRule(
    stack,
    'Rule',
    {
      eventBusName: 'default',
      ruleName: 'ackwatch-actiontrail',
      description: 'Writes that ActionTrail records, for ackwatch',
      status: 'ENABLE',
      filterPattern: { ...filter },
      targets: [toFunction()],
    },
    true,
  );
  rule.rosOptions.condition = condition;
}

/** The same for what member accounts send (`member-events.json`): a trigger listens to no bus but `default`. */
export function addMembersRule(stack: ros.Stack, filter: object): void {
  const condition = onRequest(stack, 'WatchMembers', 'HasMembers', {
    description: `Whether a rule on the bus ${MEMBERS_BUS}, which must exist, calls the function for member accounts`,
  });
  const rule = new eventBridge.RosRule(
    stack,
    'MembersRule',
    {
      eventBusName: MEMBERS_BUS,
      ruleName: 'ackwatch-members',
      description: 'Writes in member accounts, for ackwatch',
      status: 'ENABLE',
      filterPattern: { ...filter },
      targets: [toFunction()],
    },
    true,
  );
  rule.rosOptions.condition = condition;
}

function onRequest(
  stack: ros.Stack,
  parameter: string,
  name: string,
  about: { readonly description: string },
): ros.RosCondition {
  const { STRING: type } = ros.RosParameterType;
  new ros.RosParameter(stack, parameter, { type, ...about, allowedValues: ['no', 'yes'], defaultValue: 'no' });
  return new ros.RosCondition(stack, name, { expression: ros.Fn.conditionEquals(ros.Fn.ref(parameter), 'yes') });
}

function toFunction(): eventBridge.RosRule.TargetsProperty {
  return {
    identity: 'ackwatch-actiontrail',
    type: 'acs.fc.function',
    endpoint: sub('acs:fc:${ALIYUN::Region}:${ALIYUN::TenantId}:functions/ackwatch-actiontrail'),
    pushRetryStrategy: 'EXPONENTIAL_DECAY_RETRY',
    errorsTolerance: 'ALL',
    deadLetterQueue: { arn: sub('acs:mns:${ALIYUN::Region}:${ALIYUN::TenantId}:/queues/ackwatch-dead-letters') },
    paramList: [
      constant('serviceName', ''),
      constant('functionName', 'ackwatch-actiontrail'),
      constant('Qualifier', 'LATEST'),
      { resourceKey: 'Body', form: 'ORIGINAL', value: '' },
    ],
  };
}

/** A parameter of a target that is the same for every event. */
export function constant(resourceKey: string, value: string): eventBridge.RosRule.ParamListProperty {
  return { resourceKey, form: 'CONSTANT', value };
}
