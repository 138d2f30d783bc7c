import { defineRule } from '../rule.ts';

export const ramPermissionsGranted = defineRule({
  id: 'cluster.ram-permissions-granted',
  rows: ['R23'],
  severity: 'medium',
  roles: ['cluster-ram-role', 'cluster-operator'],
  effects: ['permission-granted'],
  title: {
    en: 'RAM permissions of the cluster widened',
    zh: '集群的 RAM 权限被扩大',
    ja: 'クラスターの RAM 権限が広げられました',
  },
  impact: {
    en: 'Everything that runs with this identity, on a worker role every Pod of the nodes, may do more in the cloud account than before.',
    zh: '使用该身份的一切(如果是 Worker 角色,则包括节点上的所有 Pod)在云账号中的权限变大。',
    ja: 'この ID で動くすべて(ワーカーロールならノード上の全 Pod)が、クラウドアカウントで以前より多くの操作をできるようになります。',
  },
  recovery: [
    {
      en: 'Take the policy off again unless ACK asked for it on its authorisation page.',
      zh: '如果不是 ACK 授权页面要求的操作,请解除该权限策略。',
      ja: 'ACK の認可ページで求められたものでなければ、ポリシーを外してください。',
    },
    {
      en: 'Give single workloads their own role through RRSA.',
      zh: '需要额外权限的应用请通过 RRSA 使用独立角色。',
      ja: '追加の権限が必要なワークロードには RRSA で専用のロールを使ってください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a policy attached to the worker role',
        operation: 'Ram:AttachPolicyToRole',
        params: { RoleName: 'KubernetesWorkerRole-1', PolicyName: 'AdministratorAccess', PolicyType: 'System' },
      },
      {
        name: 'the same through Resource Manager',
        operation: 'ResourceManager:AttachPolicy',
        params: {
          PrincipalName: 'KubernetesWorkerRole-1',
          PrincipalType: 'ServiceRole',
          PolicyName: 'AliyunOSSFullAccess',
        },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ram:AttachPolicyToRole',
        params: { RoleName: 'KubernetesWorkerRole-1' },
        actor: 'ack',
      },
      {
        name: 'a policy taken off',
        operation: 'Ram:DetachPolicyFromRole',
        params: { RoleName: 'KubernetesWorkerRole-1' },
      },
    ],
  },
});
