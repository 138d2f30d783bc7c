import * as ros from '@alicloud/ros-cdk-core';
import * as eventBridge from '@alicloud/ros-cdk-eventbridge';
import { sub } from './template.ts';

/**
 * Plan B. The rule normally comes with the trigger in s.yaml; should that not deploy, this one calls the function, and
 * has what the trigger cannot have: retries for a day and a queue. Not both, or every event is decided twice.
 */
export function addRule(stack: ros.Stack, filter: object): void {
  new ros.RosParameter(stack, 'DeclareRule', {
    type: ros.RosParameterType.STRING,
    description: 'Whether EventBridge calls the function by this rule instead of the trigger of s.yaml',
    allowedValues: ['no', 'yes'],
    defaultValue: 'no',
  });
  const condition = new ros.RosCondition(stack, 'HasRule', {
    expression: ros.Fn.conditionEquals(ros.Fn.ref('DeclareRule'), 'yes'),
  });
  const constant = (resourceKey: string, value: string) => ({ resourceKey, form: 'CONSTANT', value });
  const rule = new eventBridge.RosRule(
    stack,
    'Rule',
    {
      eventBusName: 'default',
      ruleName: 'ackwatch-actiontrail',
      description: 'Writes that ActionTrail records, for ackwatch',
      status: 'ENABLE',
      filterPattern: { ...filter },
      targets: [
        {
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
        },
      ],
    },
    true,
  );
  rule.rosOptions.condition = condition;
}
