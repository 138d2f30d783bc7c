import { defineRule } from '../rule.ts';

export const ramPermissionsRemoved = defineRule({
  id: 'cluster.ram-permissions-removed',
  rows: ['R23'],
  severity: 'high',
  roles: ['cluster-ram-role', 'rrsa-provider', 'cluster-operator', 'node', 'master', 'lingjun-node-group', 'cluster'],
  effects: ['permission-removed', 'permission-changed', 'trust-changed', 'deleted'],
  harmfulAtOnce: ['trust-changed'],
  when: (_, { resource, effect }) => effect !== 'deleted' || resource.role === 'rrsa-provider',
  title: {
    en: 'RAM permissions that the cluster needs changed or removed',
    zh: '集群所需的 RAM 权限被修改或移除',
    ja: 'クラスターに必要な RAM 権限が変更または削除されました',
  },
  impact: {
    en: 'ACK and its components may no longer create or manage load balancers, disks, network interfaces or nodes; Pods with RRSA may lose their access.',
    zh: 'ACK 及其组件可能无法再创建或管理负载均衡、云盘、弹性网卡或节点;使用 RRSA 的 Pod 可能失去访问权限。',
    ja: 'ACK とそのコンポーネントがロードバランサー、ディスク、ENI、ノードを作成・管理できなくなり、RRSA を使う Pod がアクセスできなくなることがあります。',
  },
  recovery: [
    {
      en: 'Put the role, its policies and its trust policy back with the command below.',
      zh: '用下面的命令恢复角色、权限策略和信任策略。',
      ja: '下のコマンドでロール、ポリシー、信頼ポリシーを元に戻してください。',
    },
    {
      en: 'Authorise ACK again on its page of service roles if a role is gone.',
      zh: '如果角色已被删除,请在 ACK 的服务角色授权页面重新授权。',
      ja: 'ロールが削除された場合は、ACK のサービスロール認可ページで再認可してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a policy taken off the worker role',
        operation: 'Ram:DetachPolicyFromRole',
        params: { RoleName: 'KubernetesWorkerRole-1', PolicyName: 'k8sWorkerRolePolicy-1', PolicyType: 'Custom' },
      },
      {
        name: 'the trust policy of a role edited',
        operation: 'Ram:UpdateRole',
        params: { RoleName: 'AliyunCSManagedKubernetesRole', NewAssumeRolePolicyDocument: '{}' },
      },
      {
        name: 'the RRSA provider deleted',
        operation: 'Ims:DeleteOIDCProvider',
        params: { OIDCProviderName: 'ack-rrsa-c1' },
        role: 'rrsa-provider',
      },
      {
        name: 'the role taken off a node',
        operation: 'Ecs:DetachInstanceRamRole',
        params: { InstanceIds: '["i-1"]', RamRoleName: 'KubernetesWorkerRole-1' },
        role: 'node',
      },
    ],
    quiet: [
      {
        name: 'by ACK itself as it deletes a cluster',
        operation: 'Ram:DetachPolicyFromRole',
        params: { RoleName: 'KubernetesWorkerRole-1' },
        actor: 'ack',
      },
      {
        name: 'an access key switched on',
        operation: 'Ram:UpdateAccessKey',
        params: { UserName: 'terway', UserAccessKeyId: 'LTAI1', Status: 'Active' },
        role: 'cluster-operator',
      },
    ],
  },
});
