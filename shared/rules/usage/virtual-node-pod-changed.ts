import { defineRule } from '../rule.ts';

export const virtualNodePodChanged = defineRule({
  id: 'usage.virtual-node-pod-changed',
  rows: ['U05'],
  severity: 'medium',
  roles: ['virtual-node', 'virtual-node-pod'],
  effects: ['deleted', 'restarted', 'spec-changed'],
  title: {
    en: 'Pod of a virtual node changed behind Kubernetes',
    zh: '绕过 Kubernetes 修改了虚拟节点上的 Pod',
    ja: '仮想ノードの Pod が Kubernetes を介さずに変更されました',
  },
  impact: {
    en: 'Kubernetes still counts a Pod that is gone or different; its workload may run with too few replicas.',
    zh: 'Kubernetes 仍统计已消失或已变化的 Pod;工作负载的副本数可能不足。',
    ja: 'Kubernetes は消えた、または変わった Pod を数え続け、ワークロードのレプリカが不足することがあります。',
  },
  recovery: [
    {
      en: 'Delete the Pod with kubectl so that its controller creates it again.',
      zh: '用 kubectl 删除该 Pod,由控制器重新创建。',
      ja: 'kubectl で Pod を削除し、コントローラーに作り直させてください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a container group deleted',
        operation: 'Eci:DeleteContainerGroup',
        params: { ContainerGroupId: 'eci-1' },
        role: 'virtual-node-pod',
      },
      { name: 'a virtual node deleted', operation: 'Eci:DeleteVirtualNode', params: { VirtualNodeId: 'vnd-1' } },
    ],
    quiet: [
      {
        name: 'by ACK itself as the Pod ends',
        operation: 'Eci:DeleteContainerGroup',
        params: { ContainerGroupId: 'eci-1' },
        role: 'virtual-node-pod',
        actor: 'ack',
      },
      {
        name: 'a new one',
        operation: 'Eci:CreateContainerGroup',
        params: { ContainerGroupName: 'x' },
        role: 'virtual-node-pod',
      },
    ],
  },
});
