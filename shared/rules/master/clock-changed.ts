import { defineRule } from '../rule.ts';

export const masterClockChanged = defineRule({
  id: 'master.clock-changed',
  rows: ['R22'],
  severity: 'high',
  roles: ['master'],
  effects: ['clock-changed'],
  title: {
    en: 'Clock of a master changed',
    zh: 'Master 节点的系统时间被修改',
    ja: 'マスターノードの時刻が変更されました',
  },
  impact: {
    en: 'etcd loses its leader or refuses writes, certificates look invalid: the control plane may stop answering.',
    zh: 'etcd 可能丢失 Leader 或拒绝写入,证书被判定为无效:控制面可能停止响应。',
    ja: 'etcd がリーダーを失う、または書き込みを拒否し、証明書が無効と判定され、コントロールプレーンが応答しなくなることがあります。',
  },
  recovery: [
    {
      en: 'Set the time back and switch the time service (chronyd) on again.',
      zh: '恢复时间,并重新启用时间同步服务(chronyd)。',
      ja: '時刻を戻し、時刻同期サービス(chronyd)を再び有効にしてください。',
    },
    {
      en: 'Check etcd and the API server on the other masters before you touch a second one.',
      zh: '在处理第二台之前,先确认其他 Master 上的 etcd 和 API Server 正常。',
      ja: '2 台目に触れる前に、他のマスターの etcd と API サーバーが正常か確認してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'the date set',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'date -s "2020-01-01"' },
      },
      {
        name: 'the precision clock switched',
        operation: 'Ecs:ModifyInstanceClockOptions',
        params: { InstanceId: 'i-1', PtpStatus: 'disabled' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'ntpdate ntp.aliyun.com' },
        actor: 'ack',
      },
      {
        name: 'the date only read',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'date +%s' },
      },
    ],
  },
});
