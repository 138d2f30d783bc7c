import { defineRule } from '../rule.ts';

export const serviceLoadBalancerChanged = defineRule({
  id: 'network.service-load-balancer-changed',
  rows: ['R40'],
  severity: 'medium',
  roles: ['service-load-balancer', 'scaling-group'],
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
    'charge-type-changed',
    'stopped',
    'protection-changed',
    'load-balancers-changed',
    'unknown-change',
  ],
  when: (_, { resource, effect }) => resource.role === 'service-load-balancer' || effect === 'load-balancers-changed',
  title: {
    en: 'Service load balancer changed by hand',
    zh: 'Service 负载均衡被手动修改',
    ja: 'Service のロードバランサーが手作業で変更されました',
  },
  impact: {
    en: 'Traffic to the Service may stop or go astray, and ACK overwrites the change at its next reconciliation.',
    zh: '访问 Service 的流量可能中断或走错,且 ACK 下次同步时会覆盖该修改。',
    ja: 'Service への通信が止まる、または誤った先に届くことがあり、変更は ACK の次の同期で上書きされます。',
  },
  recovery: [
    {
      en: 'Put the previous configuration back with the command below.',
      zh: '用下面的命令恢复原来的配置。',
      ja: '下のコマンドで元の設定に戻してください。',
    },
    {
      en: 'Configure the load balancer through annotations of the Service.',
      zh: '请通过 Service 的注解配置负载均衡。',
      ja: 'ロードバランサーは Service のアノテーションで設定してください。',
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
