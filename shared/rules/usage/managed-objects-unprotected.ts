import { askSupport } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const managedObjectsUnprotected = defineRule({
  id: 'usage.managed-objects-unprotected',
  rows: ['U14'],
  severity: 'medium',
  roles: ['cluster', 'virtual-node'],
  effects: ['system-protection-lifted', 'deleted'],
  title: {
    en: 'Objects that managed components need left unprotected or deleted',
    zh: '托管组件依赖的对象失去保护或被删除',
    ja: 'マネージドコンポーネントに必要なオブジェクトの保護が外されたか、削除されました',
  },
  impact: {
    en: 'If an object that a managed component depends on is deleted, the service fails, and ACK gives no compensation for that.',
    zh: '托管组件依赖的对象被删除后服务会受影响,且 ACK 不提供赔偿。',
    ja: 'マネージドコンポーネントが依存するオブジェクトが削除されるとサービスに影響し、ACK の補償の対象外です。',
  },
  recovery: [
    {
      en: 'Switch deletion protection for kube-system on again.',
      zh: '重新开启 kube-system 的删除保护。',
      ja: 'kube-system の削除保護を再度有効にしてください。',
    },
    askSupport,
  ],
  examples: {
    fires: [
      {
        name: 'protection of kube-system lifted',
        operation: 'CS:UpdateResourcesDeleteProtection',
        params: { ClusterId: 'c1', enable: false, resource_type: 'namespaces', resources: ['kube-system'] },
      },
      {
        name: 'a virtual node deleted',
        operation: 'Eci:DeleteVirtualNode',
        params: { VirtualNodeId: 'vnd-1' },
        role: 'virtual-node',
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'CS:UpdateResourcesDeleteProtection',
        params: { ClusterId: 'c1', enable: false, resource_type: 'namespaces', resources: ['kube-system'] },
        actor: 'ack',
      },
      {
        name: "a namespace of somebody's own",
        operation: 'CS:UpdateResourcesDeleteProtection',
        params: { ClusterId: 'c1', enable: false, resource_type: 'namespaces', resources: ['dev'] },
      },
    ],
  },
});
