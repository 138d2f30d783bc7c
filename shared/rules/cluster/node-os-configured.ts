import { replaceNode, useNodePool } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const nodeOsConfigured = defineRule({
  id: 'cluster.node-os-configured',
  rows: ['R10'],
  severity: 'medium',
  roles: ['node', 'lingjun-node', 'master', 'lingjun-node-group'],
  effects: ['os-settings-changed', 'instance-options-changed'],
  title: {
    en: 'Operating system settings of a node changed',
    zh: '节点的操作系统设置被修改',
    ja: 'ノードの OS 設定が変更されました',
  },
  impact: {
    en: 'Kernel parameters, host name, swap or the metadata service are not as ACK set them: the node may become unavailable or lose the credentials of its role.',
    zh: '内核参数、主机名、swap 或元数据服务与 ACK 的设置不一致:节点可能不可用,或无法获取角色凭证。',
    ja: 'カーネルパラメーター、ホスト名、スワップ、メタデータサービスが ACK の設定と異なり、ノードが使えなくなるか、ロールの認証情報を取得できなくなります。',
  },
  recovery: [
    { en: 'Put the setting back as it was.', zh: '把设置恢复为原值。', ja: '設定を元の値に戻してください。' },
    useNodePool,
    replaceNode,
  ],
  examples: {
    fires: [
      {
        name: 'the host name changed',
        operation: 'Ecs:ModifyInstanceAttribute',
        params: { InstanceId: 'i-1', HostName: 'other' },
      },
      {
        name: 'the metadata service closed',
        operation: 'Ecs:ModifyInstanceMetadataOptions',
        params: { InstanceId: 'i-1', HttpEndpoint: 'disabled' },
      },
      {
        name: 'swap switched on',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', CommandContent: 'swapon /swapfile' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', CommandContent: 'sysctl -w vm.max_map_count=262144' },
        actor: 'ack',
      },
      {
        name: 'a name that only the console shows',
        operation: 'Ecs:ModifyInstanceAttribute',
        params: { InstanceId: 'i-1', InstanceName: 'x' },
      },
    ],
  },
});
