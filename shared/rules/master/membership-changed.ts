import { defineRule } from '../rule.ts';

export const masterMembershipChanged = defineRule({
  id: 'master.membership-changed',
  rows: ['R21'],
  severity: 'critical',
  roles: ['master', 'api-server-load-balancer'],
  effects: ['released', 'backends-changed'],
  when: (_, { resource, cluster }) => resource.role === 'master' || cluster.type === 'Kubernetes',
  title: {
    en: 'Master added or removed by hand',
    zh: '手动增删 Master 节点',
    ja: 'マスターが手作業で追加または削除されました',
  },
  impact: {
    en: 'The control plane of the dedicated cluster no longer matches what ACK manages; it may become unavailable.',
    zh: '专有集群的控制面与 ACK 管理的状态不一致,可能不可用。',
    ja: '専用クラスターのコントロールプレーンが ACK の管理状態と一致しなくなり、利用できなくなることがあります。',
  },
  recovery: [
    {
      en: 'Put the backends of the API server load balancer back.',
      zh: '恢复 API Server 负载均衡的后端服务器。',
      ja: 'API サーバーのロードバランサーのバックエンドを元に戻してください。',
    },
    {
      en: 'Ask ACK after-sales support about a master that is gone.',
      zh: 'Master 已丢失时请联系 ACK 售后支持。',
      ja: 'マスターが失われた場合は ACK のサポートに連絡してください。',
    },
  ],
  examples: {
    fires: [
      { name: 'a master deleted', operation: 'Ecs:DeleteInstances', params: { 'InstanceId.1': 'i-1' } },
      {
        name: 'a master taken out of the load balancer',
        operation: 'Slb:RemoveBackendServers',
        params: { LoadBalancerId: 'lb-1', BackendServers: '[]' },
        role: 'api-server-load-balancer',
        clusterType: 'Kubernetes',
      },
    ],
    quiet: [
      { name: 'by ACK itself', operation: 'Ecs:DeleteInstances', params: { 'InstanceId.1': 'i-1' }, actor: 'ack' },
      {
        name: 'backends of a managed cluster',
        operation: 'Slb:RemoveBackendServers',
        params: { LoadBalancerId: 'lb-1', BackendServers: '[]' },
        role: 'api-server-load-balancer',
      },
    ],
  },
});
