import { defineRule } from '../rule.ts';

export const masterAddressChanged = defineRule({
  id: 'master.address-changed',
  rows: ['R18'],
  severity: 'critical',
  roles: ['master'],
  effects: ['address-changed'],
  title: {
    en: 'Private IP address of a master changed',
    zh: 'Master 节点的私网 IP 地址被修改',
    ja: 'マスターノードのプライベート IP アドレスが変更されました',
  },
  impact: {
    en: 'etcd peers, certificates and the load balancer know the master by its old address: it is lost to the control plane.',
    zh: 'etcd 成员、证书和负载均衡仍使用原地址:该 Master 从控制面脱离。',
    ja: 'etcd のピア、証明書、ロードバランサーは元のアドレスを使うため、このマスターはコントロールプレーンから外れます。',
  },
  recovery: [
    {
      en: 'Give the master its old address back with the command below.',
      zh: '用下面的命令恢复原地址。',
      ja: '下のコマンドで元のアドレスに戻してください。',
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
        name: 'another private address',
        operation: 'Ecs:ModifyInstanceVpcAttribute',
        params: { InstanceId: 'i-1', VSwitchId: 'vsw-1', PrivateIpAddress: '10.0.0.9' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:ModifyInstanceVpcAttribute',
        params: { InstanceId: 'i-1', VSwitchId: 'vsw-1' },
        actor: 'ack',
      },
      { name: 'a public address', operation: 'Ecs:AllocatePublicIpAddress', params: { InstanceId: 'i-1' } },
    ],
  },
});
