import { defineRule } from '../rule.ts';

export const nginxIngressUninstalled = defineRule({
  id: 'network.nginx-ingress-uninstalled',
  rows: ['R43'],
  severity: 'high',
  roles: ['cluster'],
  effects: ['ingress-controller-uninstalled', 'ingress-protection-lifted'],
  title: {
    en: 'Nginx Ingress controller uninstalled or left unprotected',
    zh: 'Nginx Ingress Controller 被卸载或失去保护',
    ja: 'Nginx Ingress コントローラーがアンインストールされたか、保護が外されました',
  },
  impact: {
    en: 'Without the controller or its Service nginx-ingress-lb nothing that comes through an Ingress reaches its workload.',
    zh: '缺少控制器或其 Service nginx-ingress-lb 时,所有经 Ingress 的访问都会中断。',
    ja: 'コントローラーまたは Service nginx-ingress-lb がないと、Ingress 経由の通信はすべて届きません。',
  },
  recovery: [
    {
      en: 'Install the component again on the add-on page of the cluster.',
      zh: '在集群的组件管理页面重新安装该组件。',
      ja: 'クラスターのコンポーネント管理ページから再インストールしてください。',
    },
    {
      en: 'If only the Service is gone, create kube-system/nginx-ingress-lb again (type LoadBalancer, ports 80 and 443, selector app=ingress-nginx).',
      zh: '如果只是 Service 丢失,请重建 kube-system/nginx-ingress-lb(类型 LoadBalancer,端口 80 和 443,选择器 app=ingress-nginx)。',
      ja: 'Service だけが失われた場合は kube-system/nginx-ingress-lb を作り直してください(LoadBalancer、ポート 80 と 443、セレクター app=ingress-nginx)。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'the component uninstalled',
        operation: 'CS:UnInstallClusterAddons',
        params: { ClusterId: 'c1', addons: [{ name: 'nginx-ingress-controller' }] },
      },
      {
        name: 'the Service left unprotected',
        operation: 'CS:UpdateResourcesDeleteProtection',
        params: {
          ClusterId: 'c1',
          enable: false,
          resource_type: 'services',
          resources: ['nginx-ingress-lb'],
          namespace: 'kube-system',
        },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'CS:UnInstallClusterAddons',
        params: { ClusterId: 'c1', addons: [{ name: 'nginx-ingress-controller' }] },
        actor: 'ack',
      },
      {
        name: 'another component',
        operation: 'CS:UnInstallClusterAddons',
        params: { ClusterId: 'c1', addons: [{ name: 'ack-virtual-node' }] },
      },
      {
        name: 'protection switched on',
        operation: 'CS:UpdateResourcesDeleteProtection',
        params: { ClusterId: 'c1', enable: true, resource_type: 'services', resources: ['nginx-ingress-lb'] },
      },
    ],
  },
});
