import * as ros from '@alicloud/ros-cdk-core';
import * as ram from '@alicloud/ros-cdk-ram';
import { READER } from '../../shared/config/member-accounts.ts';
import type { Policy } from '../ram-policy.ts';
import { documentOf } from './policy.ts';
import { sub, type Template, templateOf } from './template.ts';

/** Once per member account: the same reads, for the role of the watching account and nobody else. */
export function memberTemplate(reads: Policy): Template {
  return templateOf('ackwatch, in a member account: lets the watching account read', (stack) => {
    new ros.RosParameter(stack, 'WatchingAccount', {
      type: ros.RosParameterType.STRING,
      description: 'Id of the account in which ackwatch runs',
      allowedPattern: '^[0-9]{10,20}$',
    });
    new ram.Role(stack, 'Reader', {
      roleName: READER,
      description: 'Read by ackwatch from another account',
      maxSessionDuration: 3_600,
      assumeRolePolicyDocument: {
        version: '1',
        statement: [
          {
            action: 'sts:AssumeRole',
            effect: 'Allow',
            principal: { ram: [sub('acs:ram::${WatchingAccount}:role/ackwatch')] },
          },
        ],
      },
      policies: [{ policyName: 'ackwatch-read', policyDocument: documentOf(reads) }],
    });
  });
}
