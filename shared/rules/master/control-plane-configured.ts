import { defineRule } from '../rule.ts';

export const masterControlPlaneConfigured = defineRule({
  id: 'master.control-plane-configured',
  rows: ['R19'],
  severity: 'high',
  roles: ['master'],
  effects: ['control-plane-configuration-changed', 'runtime-configuration-changed'],
  title: {
    en: 'Control plane configured by hand',
    zh: '手动修改了控制面组件的参数',
    ja: 'コントロールプレーンの設定が手作業で変更されました',
  },
  impact: {
    en: 'etcd, the API server or the runtime of this master may not start again; ACK does not know the new parameters.',
    zh: '该 Master 上的 etcd、API Server 或容器运行时可能无法再启动;ACK 不掌握新的参数。',
    ja: 'このマスターの etcd、API サーバー、ランタイムが再起動できなくなることがあり、ACK は新しいパラメーターを把握できません。',
  },
  recovery: [
    {
      en: 'Put the previous state back from a backup of that master, or from another master of the cluster.',
      zh: '用该 Master 的备份或集群中其他 Master 上的文件恢复原状。',
      ja: 'そのマスターのバックアップ、または他のマスターのファイルから元の状態に戻してください。',
    },
    {
      en: 'Change control-plane parameters only where ACK offers it.',
      zh: '控制面参数只在 ACK 提供的位置修改。',
      ja: 'コントロールプレーンのパラメーターは ACK が提供する場所でだけ変更してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'the manifest of the API server edited',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: "sed -i 's/--v=2/--v=9/' /etc/kubernetes/manifests/kube-apiserver.yaml",
        },
      },
      {
        name: 'etcd restarted with another unit',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'systemctl restart etcd' },
      },
      {
        name: 'a manifest sent as a file',
        operation: 'Ecs:SendFile',
        params: {
          'InstanceId.1': 'i-1',
          TargetDir: '/etc/kubernetes/manifests',
          Name: 'kube-scheduler.yaml',
          Content: '',
        },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'systemctl restart etcd' },
        actor: 'ack',
      },
      {
        name: 'a look at the manifest',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'cat /etc/kubernetes/manifests/kube-apiserver.yaml',
        },
      },
    ],
  },
});
