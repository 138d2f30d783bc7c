import * as ros from '@alicloud/ros-cdk-core';
import * as ram from '@alicloud/ros-cdk-ram';
import { MEMBERS_BUS } from './rule.ts';
import { type Template, templateOf } from './template.ts';

/** The role of the watching account as which EventBridge of a member account puts events onto the bus. */
export const RECEIVER = 'ackwatch-events';

/** Once in the watching account: who may send it events, and onto which bus alone. */
export function receiveTemplate(): Template {
  return templateOf('ackwatch, in the watching account: lets member accounts send it their events', (stack) => {
    new ros.RosParameter(stack, 'Members', {
      type: ros.RosParameterType.STRING,
      description: 'EventBridge of each member account, separated by commas: <account id>@eventbridge.aliyuncs.com',
      allowedPattern: '^[0-9]{10,20}@eventbridge\\.aliyuncs\\.com(,[0-9]{10,20}@eventbridge\\.aliyuncs\\.com)*$',
    });
    new ram.Role(stack, 'Receiver', {
      roleName: RECEIVER,
      description: 'Events of member accounts for ackwatch',
      assumeRolePolicyDocument: {
        version: '1',
        statement: [
          {
            action: 'sts:AssumeRole',
            effect: 'Allow',
            principal: { service: ros.Fn.split(',', ros.Fn.ref('Members')) },
          },
        ],
      },
      policies: [
        {
          policyName: 'ackwatch-put-events',
          policyDocument: {
            version: '1',
            statement: [
              {
                effect: 'Allow',
                action: ['eventbridge:PutEvents'],
                resource: [`acs:eventbridge:*:*:eventbus/${MEMBERS_BUS}`],
              },
            ],
          },
        },
      ],
    });
  });
}
