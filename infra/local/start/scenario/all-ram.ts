import type { DemoAccount } from '../../demo/account.ts';
import { alert, type Play, silent } from './play-of.ts';

const ANYBODY = JSON.stringify({
  Version: '1',
  Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { RAM: ['acs:ram::1234567890123456:root'] } }],
});

/** Roles of clusters in RAM: played with `--all`. */
export function ramPlays({ legacy }: DemoAccount): readonly Play[] {
  return [
    {
      title: 'Everything allowed to the nodes of legacy',
      as: 'alice',
      call: {
        product: 'ram',
        action: 'AttachPolicyToRole',
        params: { RoleName: legacy.workerRole, PolicyName: 'AdministratorAccess', PolicyType: 'System' },
      },
      expected: alert('R23'),
    },
    {
      title: 'A role of ACK opened to the whole account',
      as: 'root',
      call: {
        product: 'ram',
        action: 'UpdateRole',
        params: { RoleName: 'AliyunCSManagedLogRole', NewAssumeRolePolicyDocument: ANYBODY },
      },
      expected: alert('R23'),
    },
    {
      title: 'A role that no cluster is known to need gets a policy: undecided until the next look at the clusters',
      as: 'alice',
      before: {
        call: {
          product: 'ram',
          action: 'CreateRole',
          params: { RoleName: 'reporting', AssumeRolePolicyDocument: ANYBODY },
        },
        paramsOf: () => ({}),
      },
      call: {
        product: 'ram',
        action: 'AttachPolicyToRole',
        params: { RoleName: 'reporting', PolicyName: 'ReadOnlyAccess', PolicyType: 'System' },
      },
      expected: silent('ownership-unknown'),
    },
  ];
}
