import { defineRule } from '../rule.ts';

export const apiServerLoadBalancerReused = defineRule({
  id: 'cluster.api-server-load-balancer-reused',
  rows: ['R01'],
  severity: 'critical',
  roles: ['api-server-load-balancer'],
  effects: ['listener-added', 'server-group-added', 'rules-added'],
  title: {
    en: 'API server load balancer used for something else',
    zh: 'API Server 负载均衡被挪作他用',
    ja: 'API サーバーのロードバランサーが別の用途に使われました',
  },
  impact: {
    en: 'Foreign traffic shares the load balancer of the control plane; the cluster may become unreachable and the services on it fail with it.',
    zh: '业务流量与控制面共用同一个负载均衡,集群可能无法访问,挂在其上的服务也会受影响。',
    ja: 'コントロールプレーンと同じロードバランサーに別の通信が流れ、クラスターに接続できなくなったり、そのサービスが止まったりします。',
  },
  recovery: [
    {
      en: 'Remove the new listener, forwarding rule or server group.',
      zh: '删除新增的监听、转发规则或服务器组。',
      ja: '追加されたリスナー、転送ルール、サーバーグループを削除してください。',
    },
    {
      en: 'Give the service a load balancer of its own.',
      zh: '为该服务单独创建负载均衡。',
      ja: 'そのサービスには専用のロードバランサーを用意してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'an HTTP listener on port 80',
        operation: 'Slb:CreateLoadBalancerHTTPListener',
        params: { LoadBalancerId: 'lb-1', ListenerPort: '80' },
      },
      { name: 'a server group for a Service', operation: 'Slb:CreateVServerGroup', params: { LoadBalancerId: 'lb-1' } },
    ],
    quiet: [
      {
        name: 'the same by ACK itself',
        operation: 'Slb:CreateLoadBalancerTCPListener',
        params: { LoadBalancerId: 'lb-1', ListenerPort: '6443' },
        actor: 'ack',
      },
      {
        name: 'a listener on a Service load balancer',
        operation: 'Slb:CreateLoadBalancerHTTPListener',
        params: { LoadBalancerId: 'lb-1' },
        role: 'service-load-balancer',
      },
    ],
  },
});
