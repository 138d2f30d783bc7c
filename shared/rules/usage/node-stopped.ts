import { defineRule } from '../rule.ts';

export const nodeStopped = defineRule({
  id: 'usage.node-stopped',
  rows: ['U05'],
  severity: 'high',
  roles: ['node', 'master', 'lingjun-node'],
  effects: ['stopped', 'redeployed'],
  title: {
    en: 'Node stopped or redeployed through the cloud API',
    zh: '节点被云 API 停止或重新部署',
    ja: 'クラウド API からノードが停止または再デプロイされました',
  },
  impact: {
    en: 'Its Pods end without a drain; a redeployment also clears local disks. ACK may take the node for broken and replace it.',
    zh: '节点上的 Pod 未经排水就终止;重新部署还会清空本地盘。ACK 可能判定节点故障并替换。',
    ja: 'Pod はドレインされずに終了し、再デプロイではローカルディスクも消去されます。ACK がノードを故障と見なして交換することがあります。',
  },
  recovery: [
    {
      en: 'Start the instance again with the command below and check that the node becomes Ready.',
      zh: '用下面的命令启动实例,确认节点恢复 Ready。',
      ja: '下のコマンドでインスタンスを起動し、ノードが Ready になることを確認してください。',
    },
    {
      en: 'Drain a node before you stop it next time.',
      zh: '下次停止之前请先排空节点。',
      ja: '次回は停止する前にノードをドレインしてください。',
    },
  ],
  examples: {
    fires: [
      { name: 'an instance stopped', operation: 'Ecs:StopInstances', params: { 'InstanceId.1': 'i-1' } },
      { name: 'an instance moved to another host', operation: 'Ecs:RedeployInstance', params: { InstanceId: 'i-1' } },
      {
        name: 'a Lingjun node stopped',
        operation: 'eflo-controller:StopNodes',
        params: { Nodes: '["e01-1"]' },
        role: 'lingjun-node',
      },
    ],
    quiet: [
      { name: 'by ACK itself', operation: 'Ecs:StopInstances', params: { 'InstanceId.1': 'i-1' }, actor: 'ack' },
      {
        name: 'a load balancer stopped',
        operation: 'Slb:SetLoadBalancerStatus',
        params: { LoadBalancerId: 'lb-1', LoadBalancerStatus: 'inactive' },
        role: 'service-load-balancer',
      },
    ],
  },
});
