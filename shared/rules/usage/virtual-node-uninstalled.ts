import { defineRule } from '../rule.ts';

export const virtualNodeUninstalled = defineRule({
  id: 'usage.virtual-node-uninstalled',
  rows: ['E01'],
  severity: 'high',
  roles: ['cluster'],
  effects: ['virtual-node-uninstalled'],
  title: {
    en: 'Virtual node component uninstalled',
    zh: '虚拟节点组件被卸载',
    ja: '仮想ノードコンポーネントがアンインストールされました',
  },
  impact: {
    en: 'Pods on virtual nodes can neither be deleted nor created; their container groups go on running and cost money.',
    zh: '虚拟节点上的 Pod 无法删除也无法创建;弹性容器实例继续运行并计费。',
    ja: '仮想ノード上の Pod を削除も作成もできなくなり、コンテナーグループは動き続けて課金されます。',
  },
  recovery: [
    {
      en: 'Install ack-virtual-node again on the add-on page of the cluster.',
      zh: '在集群的组件管理页面重新安装 ack-virtual-node。',
      ja: 'クラスターのコンポーネント管理ページから ack-virtual-node を再インストールしてください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'the component uninstalled',
        operation: 'CS:UnInstallClusterAddons',
        params: { ClusterId: 'c1', addons: [{ name: 'ack-virtual-node' }] },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'CS:UnInstallClusterAddons',
        params: { ClusterId: 'c1', addons: [{ name: 'ack-virtual-node' }] },
        actor: 'ack',
      },
      {
        name: 'another component',
        operation: 'CS:UnInstallClusterAddons',
        params: { ClusterId: 'c1', addons: [{ name: 'coredns' }] },
      },
    ],
  },
});
