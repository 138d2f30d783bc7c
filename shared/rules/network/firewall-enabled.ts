import { defineRule } from '../rule.ts';

export const firewallEnabled = defineRule({
  id: 'network.firewall-enabled',
  rows: ['R37'],
  severity: 'high',
  roles: ['node', 'master', 'lingjun-node'],
  effects: ['firewall-enabled'],
  title: {
    en: 'Firewall software installed or started on a node',
    zh: '节点上安装或启动了防火墙软件',
    ja: 'ノードにファイアウォールソフトウェアが導入または起動されました',
  },
  impact: {
    en: 'It rewrites the packet rules that kube-proxy and the network plug-in need: the container network on the node is cut.',
    zh: '防火墙会改写 kube-proxy 和网络插件所需的报文规则:该节点的容器网络中断。',
    ja: 'kube-proxy とネットワークプラグインに必要なパケットルールが書き換えられ、ノードのコンテナネットワークが切断されます。',
  },
  recovery: [
    {
      en: 'Uninstall the firewall and reboot the node.',
      zh: '卸载防火墙软件并重启节点。',
      ja: 'ファイアウォールをアンインストールし、ノードを再起動してください。',
    },
    {
      en: 'Filter with security groups and network policies instead.',
      zh: '请改用安全组和网络策略进行访问控制。',
      ja: '代わりにセキュリティグループとネットワークポリシーで制御してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'firewalld installed',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'yum install -y firewalld' },
      },
      {
        name: 'ufw switched on',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'ufw --force enable' },
      },
      {
        name: 'firewalld started',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'systemctl start firewalld' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'systemctl start firewalld' },
        actor: 'ack',
      },
      {
        name: 'stopped',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'systemctl stop firewalld' },
      },
    ],
  },
});
