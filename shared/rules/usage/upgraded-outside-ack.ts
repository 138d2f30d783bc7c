import { defineRule } from '../rule.ts';

export const upgradedOutsideAck = defineRule({
  id: 'usage.upgraded-outside-ack',
  rows: ['U07'],
  severity: 'high',
  roles: ['master', 'node'],
  effects: ['control-plane-upgraded'],
  title: {
    en: 'Kubernetes upgraded outside ACK',
    zh: '未通过 ACK 升级 Kubernetes',
    ja: 'ACK を使わずに Kubernetes がアップグレードされました',
  },
  impact: {
    en: 'ACK still believes in the old version: checks, add-ons and later upgrades no longer fit, and stability is not assured.',
    zh: 'ACK 记录的仍是旧版本:检查、组件和后续升级不再匹配,稳定性无法保证。',
    ja: 'ACK は古いバージョンを前提とするため、チェック、アドオン、以後のアップグレードが合わなくなり、安定性が保証されません。',
  },
  recovery: [
    {
      en: 'Go back to the version that ACK shows for the cluster.',
      zh: '回退到 ACK 显示的集群版本。',
      ja: 'ACK に表示されているクラスターのバージョンに戻してください。',
    },
    {
      en: 'Upgrade with the cluster upgrade of ACK, node pools after it.',
      zh: '使用 ACK 的集群升级功能,再升级节点池。',
      ja: 'ACK のクラスターアップグレードを使い、その後ノードプールを更新してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'kubeadm upgrades a master',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'kubeadm upgrade apply v1.31.1 -y' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'kubeadm upgrade apply v1.31.1 -y' },
        actor: 'ack',
      },
      {
        name: 'the supported way',
        operation: 'CS:UpgradeCluster',
        params: { ClusterId: 'c1', next_version: '1.31.1-aliyun.1' },
        role: 'cluster',
      },
    ],
  },
});
