import { defineRule } from '../rule.ts';

export const serviceLoadBalancerDeleted = defineRule({
  id: 'network.service-load-balancer-deleted',
  rows: ['R42'],
  severity: 'high',
  roles: ['service-load-balancer', 'ingress-load-balancer'],
  effects: ['deleted', 'delete-protection-lifted'],
  // The security group that guards a Network Load Balancer is a part of it.
  when: (_, { resource }) => resource.kind !== 'ecs.security-group',
  title: {
    en: 'Load balancer of a Service or Ingress deleted',
    zh: 'Service 或 Ingress 的负载均衡被删除',
    ja: 'Service または Ingress のロードバランサーが削除されました',
  },
  impact: {
    en: 'The workload is cut off from outside and its address is lost.',
    zh: '业务无法从外部访问,原地址丢失。',
    ja: '外部から接続できなくなり、アドレスは失われます。',
  },
  recovery: [
    {
      en: 'Delete the Service and create it again: ACK builds a new load balancer with a new address.',
      zh: '删除并重建 Service:ACK 会创建新的负载均衡,地址会变化。',
      ja: 'Service を削除して作り直してください。ACK が新しいロードバランサーを作成し、アドレスは変わります。',
    },
    {
      en: 'Point DNS records and allow lists at the new address.',
      zh: '把 DNS 记录和白名单改为新地址。',
      ja: 'DNS レコードと許可リストを新しいアドレスに変更してください。',
    },
  ],
  examples: {
    fires: [
      { name: 'deleted in the console', operation: 'Slb:DeleteLoadBalancer', params: { LoadBalancerId: 'lb-1' } },
      { name: 'released on the order page', operation: 'Slb:Release', params: {} },
      {
        name: 'an ALB deleted',
        operation: 'Alb:DeleteLoadBalancer',
        params: { LoadBalancerId: 'alb-1' },
        role: 'ingress-load-balancer',
      },
    ],
    quiet: [
      {
        name: 'by ACK itself as the Service is deleted',
        operation: 'Slb:DeleteLoadBalancer',
        params: { LoadBalancerId: 'lb-1' },
        actor: 'ack',
      },
      {
        name: 'a borrowed one',
        operation: 'Slb:DeleteLoadBalancer',
        params: { LoadBalancerId: 'lb-1' },
        role: 'reused-load-balancer',
      },
    ],
  },
});
