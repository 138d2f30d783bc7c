import * as ram from '@alicloud/ros-cdk-ram';
import { READER } from '../../shared/config/member-accounts.ts';
import type { Policy } from '../ram-policy.ts';
import { documentOf } from './policy.ts';
import { type Template, templateOf } from './template.ts';

/** Once per account: the role that the functions run as. */
export function accountTemplate(reads: Policy): Template {
  return templateOf('ackwatch, once per account: the role of the functions', (stack) => {
    new ram.Role(stack, 'Role', {
      roleName: 'ackwatch',
      description: 'Functions of ackwatch: read what ACK clusters own, queue what failed',
      assumeRolePolicyDocument: {
        version: '1',
        statement: [{ action: 'sts:AssumeRole', effect: 'Allow', principal: { service: ['fc.aliyuncs.com'] } }],
      },
      policies: [
        { policyName: 'ackwatch-read', policyDocument: documentOf(reads) },
        {
          policyName: 'ackwatch-run',
          policyDocument: {
            version: '1',
            statement: [
              // Function Compute puts what failed for good into the queue, in the name of the role.
              {
                effect: 'Allow',
                action: ['mns:SendMessage'],
                resource: ['acs:mns:*:*:/queues/ackwatch-dead-letters/messages'],
              },
              { effect: 'Allow', action: ['sts:AssumeRole'], resource: [`acs:ram::*:role/${READER}`] },
            ],
          },
        },
      ],
    });
  });
}
