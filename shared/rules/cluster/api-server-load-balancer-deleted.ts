import { defineRule } from '../rule.ts';

export const apiServerLoadBalancerDeleted = defineRule({
  id: 'cluster.api-server-load-balancer-deleted',
  rows: ['R03'],
  severity: 'critical',
  roles: ['api-server-load-balancer'],
  effects: ['deleted', 'delete-protection-lifted'],
  // The security group that guards a Network Load Balancer is a part of it.
  when: (_, { resource }) => resource.kind !== 'ecs.security-group',
  title: {
    en: 'API server load balancer deleted',
    zh: 'API Server 负载均衡被删除',
    ja: 'API サーバーのロードバランサーが削除されました',
  },
  impact: {
    en: 'The cluster can no longer be operated: nobody and nothing reaches its API server.',
    zh: '集群无法再操作:任何人和组件都无法访问 API Server。',
    ja: 'クラスターを操作できなくなります。API サーバーには誰も接続できません。',
  },
  recovery: [
    {
      en: 'This cannot be undone: build a new cluster and move the workloads.',
      zh: '无法恢复:请新建集群并迁移业务。',
      ja: '元に戻せません。新しいクラスターを作成し、ワークロードを移行してください。',
    },
    {
      en: 'Ask ACK after-sales support before touching anything else of the cluster.',
      zh: '在改动集群的其他资源之前,先联系 ACK 售后支持。',
      ja: 'クラスターの他のリソースに触れる前に ACK のサポートに連絡してください。',
    },
  ],
  examples: {
    fires: [
      { name: 'the load balancer deleted', operation: 'Slb:DeleteLoadBalancer', params: { LoadBalancerId: 'lb-1' } },
      {
        name: 'delete protection lifted just before',
        operation: 'Slb:SetLoadBalancerDeleteProtection',
        params: { LoadBalancerId: 'lb-1', DeleteProtection: 'off' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself as it deletes a cluster',
        operation: 'Slb:DeleteLoadBalancer',
        params: { LoadBalancerId: 'lb-1' },
        actor: 'ack',
      },
      {
        name: 'a Service load balancer',
        operation: 'Slb:DeleteLoadBalancer',
        params: { LoadBalancerId: 'lb-1' },
        role: 'service-load-balancer',
      },
    ],
  },
});
