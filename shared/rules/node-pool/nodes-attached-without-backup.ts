import { defineRule } from '../rule.ts';

/** Looks for instances that join without a backup from before. */
export const nodePoolNodesAttachedWithoutBackup = defineRule({
  id: 'node-pool.nodes-attached-without-backup',
  rows: ['R30'],
  severity: 'low',
  roles: ['node-pool', 'cluster'],
  effects: ['nodes-attached'],
  when: (_, { precautions }) => !precautions.includes('backed-up'),
  title: {
    en: 'Existing instances added to the cluster',
    zh: '已有实例被添加到集群',
    ja: '既存のインスタンスがクラスターに追加されました',
  },
  impact: {
    en: 'Adding an instance automatically replaces its system disk: what was on it is lost if nobody backed it up.',
    zh: '自动添加会更换实例的系统盘:没有备份的数据会丢失。',
    ja: '自動追加ではシステムディスクが交換され、バックアップのないデータは失われます。',
  },
  recovery: [
    {
      en: 'If something is missing, look for a snapshot or an image of the instance from before.',
      zh: '如有数据缺失,查找之前的快照或镜像。',
      ja: 'データが足りない場合は、以前のスナップショットまたはイメージを探してください。',
    },
    {
      en: 'Back up instances before they are added.',
      zh: '添加之前先备份实例。',
      ja: '追加する前にインスタンスをバックアップしてください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'instances attached to a node pool',
        operation: 'CS:AttachInstancesToNodePool',
        params: { ClusterId: 'c1', NodepoolId: 'np1', instances: ['i-1'] },
      },
      {
        name: 'the older call',
        operation: 'CS:AttachInstances',
        params: { ClusterId: 'c1', instances: ['i-1'] },
        role: 'cluster',
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'CS:AttachInstancesToNodePool',
        params: { ClusterId: 'c1', NodepoolId: 'np1' },
        actor: 'ack',
      },
      {
        name: 'another change of the pool',
        operation: 'CS:ModifyNodePoolNodeConfig',
        params: { ClusterId: 'c1', NodepoolId: 'np1' },
        role: 'cluster',
      },
    ],
  },
});
