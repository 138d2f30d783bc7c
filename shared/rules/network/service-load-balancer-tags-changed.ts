import { defineRule } from '../rule.ts';

export const serviceLoadBalancerTagsChanged = defineRule({
  id: 'network.service-load-balancer-tags-changed',
  rows: ['R39'],
  severity: 'high',
  roles: ['service-load-balancer', 'ingress-load-balancer'],
  effects: ['tags-changed'],
  title: {
    en: 'Tags of a load balancer that ACK manages changed',
    zh: 'ACK 管理的负载均衡的标签被修改',
    ja: 'ACK が管理するロードバランサーのタグが変更されました',
  },
  impact: {
    en: 'ACK finds the load balancer by its tags: without them the Service or Ingress is no longer kept in step, or gets another load balancer.',
    zh: 'ACK 依靠标签识别负载均衡:标签缺失后 Service 或 Ingress 不再同步,或被分配新的负载均衡。',
    ja: 'ACK はタグでロードバランサーを見つけます。失われると Service や Ingress が同期されなくなるか、別のロードバランサーが作られます。',
  },
  recovery: [
    {
      en: 'Put the tags back with the command below.',
      zh: '用下面的命令恢复标签。',
      ja: '下のコマンドでタグを元に戻してください。',
    },
  ],
  examples: {
    fires: [
      { name: 'the ACK tag removed', operation: 'Slb:RemoveTags', params: { LoadBalancerId: 'lb-1', Tags: '[]' } },
      {
        name: 'tags of an ALB taken off',
        operation: 'Alb:UnTagResources',
        params: { 'ResourceId.1': 'alb-1', ResourceType: 'loadbalancer', All: true },
        role: 'ingress-load-balancer',
      },
      {
        name: 'through TagResources',
        operation: 'Slb:TagResources',
        params: { 'ResourceId.1': 'lb-1', ResourceType: 'instance' },
      },
    ],
    quiet: [
      { name: 'by ACK itself', operation: 'Slb:AddTags', params: { LoadBalancerId: 'lb-1' }, actor: 'ack' },
      {
        name: "tags of a customer's own load balancer that a Service borrows",
        operation: 'Slb:AddTags',
        params: { LoadBalancerId: 'lb-1' },
        role: 'reused-load-balancer',
      },
    ],
  },
});
