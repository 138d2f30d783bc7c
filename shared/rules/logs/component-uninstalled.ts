import { defineRule } from '../rule.ts';

export const componentUninstalled = defineRule({
  id: 'logs.component-uninstalled',
  rows: ['R58'],
  severity: 'high',
  roles: ['cluster'],
  effects: ['log-component-uninstalled'],
  title: {
    en: 'Log component uninstalled',
    zh: '日志组件被卸载',
    ja: 'ログコンポーネントがアンインストールされました',
  },
  impact: {
    en: 'No log of the cluster is collected any more, and the collection rules go with the component; logs of the gap are lost.',
    zh: '集群不再采集任何日志,采集规则也随组件删除;中断期间的日志丢失。',
    ja: 'クラスターのログは収集されなくなり、収集ルールも一緒に失われます。その間のログは復元できません。',
  },
  recovery: [
    {
      en: 'Install the component again on the add-on page of the cluster.',
      zh: '在集群的组件管理页面重新安装该组件。',
      ja: 'クラスターのコンポーネント管理ページから再インストールしてください。',
    },
    {
      en: 'Create the AliyunLogConfig objects again.',
      zh: '重新创建 AliyunLogConfig 对象。',
      ja: 'AliyunLogConfig オブジェクトを作り直してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'logtail uninstalled',
        operation: 'CS:UnInstallClusterAddons',
        params: { ClusterId: 'c1', addons: [{ name: 'logtail-ds' }] },
      },
      {
        name: 'its successor, named as JSON text',
        operation: 'CS:UnInstallClusterAddons',
        params: { cluster_id: 'c1', body: '[{"name":"loongcollector"}]' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'CS:UnInstallClusterAddons',
        params: { ClusterId: 'c1', addons: [{ name: 'logtail-ds' }] },
        actor: 'ack',
      },
      {
        name: 'another component',
        operation: 'CS:UnInstallClusterAddons',
        params: { ClusterId: 'c1', addons: [{ name: 'metrics-server' }] },
      },
    ],
  },
});
