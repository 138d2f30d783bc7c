import type { DemoAccount } from '../../demo/account.ts';
import { alert, type Play } from './play-of.ts';

/** What would blind everybody who looks later, ackwatch among them: played with `--all`. */
export function evidencePlays({ edge, watch }: DemoAccount): readonly Play[] {
  return [
    {
      title: 'The audit log of an API server switched off',
      as: 'alice',
      call: {
        product: 'cs',
        action: 'UpdateClusterAuditLogConfig',
        route: `PUT /clusters/${edge.clusterId}/audit_log`,
        params: { disable: true },
      },
      expected: alert('E02'),
    },
    {
      title: "The trail stopped that keeps the account's records: told for every cluster",
      as: 'root',
      call: { product: 'actiontrail', action: 'StopLogging', params: { Name: watch.trail } },
      expected: alert('E02'),
    },
    {
      title: 'The policy that ackwatch reads with taken from its role: told for every cluster',
      as: 'root',
      call: {
        product: 'ram',
        action: 'DetachPolicyFromRole',
        params: { RoleName: watch.role, PolicyName: watch.policy, PolicyType: 'Custom' },
      },
      expected: alert('E03'),
    },
  ];
}
