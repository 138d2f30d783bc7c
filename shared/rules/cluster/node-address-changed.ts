import { replaceNode } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const nodeAddressChanged = defineRule({
  id: 'cluster.node-address-changed',
  rows: ['R08'],
  severity: 'high',
  roles: ['node', 'lingjun-node'],
  effects: ['address-changed'],
  title: {
    en: 'Private IP address of a node changed',
    zh: '节点的私网 IP 地址被修改',
    ja: 'ノードのプライベート IP アドレスが変更されました',
  },
  impact: {
    en: 'Kubernetes knows the node by its old address: the node becomes NotReady and its Pods lose the network.',
    zh: 'Kubernetes 仍以原地址识别该节点:节点变为 NotReady,其上的 Pod 断网。',
    ja: 'Kubernetes は元のアドレスでノードを認識しているため、ノードは NotReady になり、Pod は通信できなくなります。',
  },
  recovery: [
    {
      en: 'Stop the instance, give it the old address back with the command below and start it.',
      zh: '停止实例,用下面的命令恢复原地址后再启动。',
      ja: 'インスタンスを停止し、下のコマンドで元のアドレスに戻してから起動してください。',
    },
    replaceNode,
  ],
  examples: {
    fires: [
      {
        name: 'another private address',
        operation: 'Ecs:ModifyInstanceVpcAttribute',
        params: { InstanceId: 'i-1', VSwitchId: 'vsw-1', PrivateIpAddress: '10.0.0.9' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:ModifyInstanceVpcAttribute',
        params: { InstanceId: 'i-1', VSwitchId: 'vsw-1' },
        actor: 'ack',
      },
      {
        name: 'a public address, which Kubernetes does not use',
        operation: 'Ecs:AllocatePublicIpAddress',
        params: { InstanceId: 'i-1' },
      },
    ],
  },
});
