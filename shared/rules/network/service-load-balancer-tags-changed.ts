import { defineRule } from '../rule.ts';

export const serviceLoadBalancerTagsChanged = defineRule({
  id: 'network.service-load-balancer-tags-changed',
  rows: ['R39'],
  severity: 'high',
  roles: ['service-load-balancer'],
  effects: ['tags-changed'],
  title: {
    en: 'Tags of a Service load balancer changed',
    zh: 'Service 负载均衡的标签被修改',
    ja: 'Service のロードバランサーのタグが変更されました',
  },
  impact: {
    en: 'ACK finds the load balancer by its tags: without them the Service is no longer kept in step, or gets another load balancer.',
    zh: 'ACK 依靠标签识别负载均衡:标签缺失后 Service 不再同步,或被分配新的负载均衡。',
    ja: 'ACK はタグでロードバランサーを見つけます。失われると Service が同期されなくなるか、別のロードバランサーが作られます。',
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
