import { askSupport } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const masterCertificatesReplaced = defineRule({
  id: 'master.certificates-replaced',
  rows: ['R20'],
  severity: 'critical',
  roles: ['master'],
  effects: ['certificates-changed'],
  title: {
    en: 'Certificates of a master or etcd replaced',
    zh: 'Master 或 etcd 的证书被替换',
    ja: 'マスターまたは etcd の証明書が差し替えられました',
  },
  impact: {
    en: 'Components that trust the old certificates refuse each other; the cluster may become unusable and this cannot be undone without the old keys.',
    zh: '信任旧证书的组件之间会互相拒绝;集群可能不可用,没有旧密钥则无法恢复。',
    ja: '古い証明書を信頼するコンポーネント同士が拒否し合い、クラスターが使えなくなることがあります。古い鍵がなければ元に戻せません。',
  },
  recovery: [
    {
      en: 'Put the old files back from a backup if you have one.',
      zh: '如有备份,请恢复旧证书文件。',
      ja: 'バックアップがあれば古いファイルを戻してください。',
    },
    {
      en: 'Renew certificates only with the feature of ACK.',
      zh: '证书更新只使用 ACK 提供的功能。',
      ja: '証明書の更新には ACK の機能だけを使ってください。',
    },
    askSupport,
  ],
  examples: {
    fires: [
      {
        name: 'certificates renewed with kubeadm',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'kubeadm certs renew all' },
      },
      {
        name: 'a certificate overwritten',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'cp /root/apiserver.crt /etc/kubernetes/pki/apiserver.crt',
        },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself as it renews certificates',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'kubeadm certs renew all' },
        actor: 'ack',
      },
      {
        name: 'a listing of users',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'who' },
      },
    ],
  },
});
