import * as ros from '@alicloud/ros-cdk-core';
import * as eventBridge from '@alicloud/ros-cdk-eventbridge';
import { RECEIVER } from './receive.ts';
import { constant, MEMBERS_BUS } from './rule.ts';
import { sub, type Template, templateOf } from './template.ts';

/** Once per region of a member account: what ActionTrail records there goes on to the watching account. */
export function memberEventsTemplate(filter: object): Template {
  return templateOf('ackwatch, per region of a member account: sends its events to the watching account', (stack) => {
    new ros.RosParameter(stack, 'WatchingAccount', {
      type: ros.RosParameterType.STRING,
      description: 'Id of the account in which ackwatch runs',
      allowedPattern: '^[0-9]{10,20}$',
    });
    new eventBridge.RosRule(
      stack,
      'Rule',
      {
        eventBusName: 'default',
        ruleName: 'ackwatch-member',
        description: 'Writes that ActionTrail records, for ackwatch in another account',
        status: 'ENABLE',
        filterPattern: { ...filter },
        targets: [
          {
            identity: 'ackwatch-members',
            type: 'acs.eventbridge',
            endpoint: sub(`acs:eventbridge:\${ALIYUN::Region}:\${WatchingAccount}:eventbus/${MEMBERS_BUS}`),
            pushRetryStrategy: 'EXPONENTIAL_DECAY_RETRY',
            errorsTolerance: 'ALL',
            paramList: [
              constant('RegionId', sub('${ALIYUN::Region}')),
              constant('AccountType', 'AnotherAccount'),
              constant('AccountId', sub('${WatchingAccount}')),
              constant('EventBusName', MEMBERS_BUS),
              constant('RAMRoleName', RECEIVER),
              { resourceKey: 'Body', form: 'ORIGINAL', value: '' },
            ],
          },
        ],
      },
      true,
    );
  });
}
