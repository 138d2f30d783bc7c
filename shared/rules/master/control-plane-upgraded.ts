import { askSupport } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const masterControlPlaneUpgraded = defineRule({
  id: 'master.control-plane-upgraded',
  rows: ['R16'],
  severity: 'high',
  roles: ['master'],
  effects: ['control-plane-upgraded', 'component-version-changed'],
  title: {
    en: 'Control plane or etcd upgraded by hand',
    zh: '手动升级了控制面或 etcd 组件',
    ja: 'コントロールプレーンまたは etcd が手作業でアップグレードされました',
  },
  impact: {
    en: 'Masters run versions that ACK did not roll out; etcd data or the API may become incompatible and the cluster unusable.',
    zh: 'Master 上的版本并非由 ACK 下发;etcd 数据或 API 可能不兼容,集群可能不可用。',
    ja: 'マスターが ACK の配布していないバージョンで動作し、etcd のデータや API に互換性がなくなり、クラスターが使えなくなることがあります。',
  },
  recovery: [
    {
      en: 'Go back to the version of the other masters.',
      zh: '回退到与其他 Master 一致的版本。',
      ja: '他のマスターと同じバージョンに戻してください。',
    },
    {
      en: 'Upgrade the cluster only with the upgrade feature of ACK.',
      zh: '集群升级只使用 ACK 的升级功能。',
      ja: 'クラスターのアップグレードには ACK の機能だけを使ってください。',
    },
    askSupport,
  ],
  examples: {
    fires: [
      {
        name: 'kubeadm upgrades a master',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'kubeadm upgrade apply v1.31.1 -y' },
      },
      {
        name: 'an etcd package installed',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'yum install -y etcd-3.5.9' },
      },
      {
        name: 'kubelet of a master replaced',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'yum install -y kubelet-1.31.1' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself as it upgrades the cluster',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'kubeadm upgrade apply v1.31.1 -y' },
        actor: 'ack',
      },
      {
        name: 'the plan only printed',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'kubeadm upgrade plan' },
      },
    ],
  },
});
