import { defineRule } from '../rule.ts';

export const serviceLoadBalancerChanged = defineRule({
  id: 'network.service-load-balancer-changed',
  rows: ['R40'],
  severity: 'medium',
  roles: ['service-load-balancer', 'ingress-load-balancer', 'scaling-group'],
  effects: [
    'listener-added',
    'listener-changed',
    'rules-added',
    'server-group-added',
    'server-group-deleted',
    'backends-changed',
    'backend-weights-changed',
    'acl-changed',
    'spec-changed',
    'attribute-changed',
    'name-changed',
    'resource-group-changed',
    'charge-type-changed',
    'public-address-added',
    'public-address-removed',
    'stopped',
    'protection-changed',
    'load-balancers-changed',
    'unknown-change',
  ],
  when: (_, { resource, effect }) => resource.role !== 'scaling-group' || effect === 'load-balancers-changed',
  title: {
    en: 'Load balancer of a Service or Ingress changed by hand',
    zh: 'Service 或 Ingress 的负载均衡被手动修改',
    ja: 'Service または Ingress のロードバランサーが手作業で変更されました',
  },
  impact: {
    en: 'Traffic to the workload may stop or go astray. ACK may overwrite the change at its next reconciliation, or leave it until the Service changes.',
    zh: '业务流量可能中断或走错。ACK 可能在下次同步时覆盖该修改,也可能直到 Service 变化前都不会处理。',
    ja: '通信が止まる、または誤った先に届くことがあります。変更は ACK の次の同期で上書きされるか、Service が変わるまでそのまま残ります。',
  },
  recovery: [
    {
      en: 'Put the previous configuration back with the command below.',
      zh: '用下面的命令恢复原来的配置。',
      ja: '下のコマンドで元の設定に戻してください。',
    },
    {
      en: 'Configure the load balancer through annotations of the Service, an ALB through its AlbConfig.',
      zh: '请通过 Service 的注解配置负载均衡,ALB 通过 AlbConfig 配置。',
      ja: 'ロードバランサーは Service のアノテーションで、ALB は AlbConfig で設定してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a listener edited',
        operation: 'Slb:SetLoadBalancerHTTPListenerAttribute',
        params: { LoadBalancerId: 'lb-1', ListenerPort: '80' },
      },
      {
        name: 'a backend removed',
        operation: 'Slb:RemoveVServerGroupBackendServers',
        params: { VServerGroupId: 'rsp-1', BackendServers: '[]' },
      },
      {
        name: 'a forwarding rule of an ALB edited',
        operation: 'Alb:UpdateRuleAttribute',
        params: { RuleId: 'rule-1', Priority: 1 },
        role: 'ingress-load-balancer',
      },
      { name: 'a call that is in no SDK', operation: 'Slb:SetSomethingNew', params: { LoadBalancerId: 'lb-1' } },
    ],
    quiet: [
      {
        name: 'by the cloud controller manager',
        operation: 'Slb:AddVServerGroupBackendServers',
        params: { VServerGroupId: 'rsp-1' },
        actor: 'ack',
      },
      {
        name: "a customer's own listener on a borrowed load balancer",
        operation: 'Slb:SetLoadBalancerHTTPListenerAttribute',
        params: { LoadBalancerId: 'lb-1', ListenerPort: '8080' },
        role: 'reused-load-balancer',
      },
    ],
  },
});
