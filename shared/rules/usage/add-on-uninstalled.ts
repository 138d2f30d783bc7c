import { defineRule } from '../rule.ts';

export const addOnUninstalled = defineRule({
  id: 'usage.add-on-uninstalled',
  rows: ['U04'],
  severity: 'medium',
  roles: ['cluster'],
  effects: ['add-on-uninstalled'],
  title: {
    en: 'System component of the cluster uninstalled',
    zh: '集群的系统组件被卸载',
    ja: 'クラスターのシステムコンポーネントがアンインストールされました',
  },
  impact: {
    en: 'What the component did stops: without CoreDNS names, without the network plug-in Pods, without CSI volumes fail.',
    zh: '该组件的功能停止:缺少 CoreDNS 则域名解析失败,缺少网络插件则 Pod 断网,缺少 CSI 则存储卷不可用。',
    ja: 'そのコンポーネントの機能が止まります。CoreDNS なら名前解決、ネットワークプラグインなら Pod の通信、CSI ならボリュームが失敗します。',
  },
  recovery: [
    {
      en: 'Install the component again on the add-on page of the cluster, with its former parameters.',
      zh: '在集群的组件管理页面按原参数重新安装。',
      ja: 'クラスターのコンポーネント管理ページから、元のパラメーターで再インストールしてください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'CoreDNS uninstalled',
        operation: 'CS:UnInstallClusterAddons',
        params: { ClusterId: 'c1', addons: [{ name: 'coredns' }] },
      },
      {
        name: 'which one the record does not say',
        operation: 'CS:UnInstallClusterAddons',
        params: { ClusterId: 'c1' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'CS:UnInstallClusterAddons',
        params: { ClusterId: 'c1', addons: [{ name: 'coredns' }] },
        actor: 'ack',
      },
      {
        name: 'parameters set on the add-on page',
        operation: 'CS:ModifyClusterAddon',
        params: { cluster_id: 'c1', component_id: 'coredns' },
      },
    ],
  },
});
