import { askSupport } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const masterCoreDataDeleted = defineRule({
  id: 'master.core-data-deleted',
  rows: ['R17'],
  severity: 'critical',
  roles: ['master'],
  effects: ['core-data-deleted'],
  title: {
    en: 'Core data of a master deleted',
    zh: 'Master 节点的核心目录数据被删除或格式化',
    ja: 'マスターノードのコアデータが削除されました',
  },
  impact: {
    en: 'Certificates, manifests or etcd data of this master are gone: it leaves the control plane and cannot be brought back.',
    zh: '该 Master 的证书、静态 Pod 清单或 etcd 数据丢失:该节点脱离控制面且无法恢复。',
    ja: 'このマスターの証明書、マニフェスト、etcd データが失われ、コントロールプレーンから外れて元に戻せません。',
  },
  recovery: [
    {
      en: 'Check etcd and the API server on the other masters before you touch a second one.',
      zh: '在处理第二台之前,先确认其他 Master 上的 etcd 和 API Server 正常。',
      ja: '2 台目に触れる前に、他のマスターの etcd と API サーバーが正常か確認してください。',
    },
    {
      en: 'Take a snapshot of the disk at once: it may still hold what was deleted.',
      zh: '立即为磁盘创建快照:其中可能仍有被删除的数据。',
      ja: 'すぐにディスクのスナップショットを作成してください。削除されたデータがまだ残っている可能性があります。',
    },
    askSupport,
  ],
  examples: {
    fires: [
      {
        name: '/etc/kubernetes deleted',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'rm -rf /etc/kubernetes' },
      },
      {
        name: 'etcd data deleted',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'rm -rf /var/lib/etcd/member' },
      },
      {
        name: 'the master reset',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'kubeadm reset -f' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'rm -rf /etc/kubernetes' },
        actor: 'ack',
      },
      {
        name: 'a listing',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'ls -l /etc/kubernetes' },
      },
    ],
  },
});
