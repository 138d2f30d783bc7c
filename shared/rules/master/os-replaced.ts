import { askSupport } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const masterOsReplaced = defineRule({
  id: 'master.os-replaced',
  rows: ['R15'],
  severity: 'critical',
  roles: ['master', 'node-system-disk'],
  effects: ['os-replaced', 'reset', 'detached'],
  when: (_, { resource, effect }) =>
    resource.role === 'master' ? effect === 'os-replaced' : resource.facts['ofMaster'] === true,
  title: {
    en: 'Operating system of a master replaced',
    zh: 'Master 节点的操作系统被重装或更换',
    ja: 'マスターノードの OS が再インストールまたは交換されました',
  },
  impact: {
    en: 'etcd and the control-plane components on this master are gone for good; with two of three masters lost the cluster cannot be operated.',
    zh: '该 Master 上的 etcd 和控制面组件永久丢失;三台中丢失两台时集群无法操作。',
    ja: 'このマスターの etcd とコントロールプレーンのコンポーネントは失われ、元に戻せません。3 台中 2 台を失うとクラスターを操作できません。',
  },
  recovery: [
    {
      en: 'Check etcd and the API server on the other masters before you touch a second one.',
      zh: '在处理第二台之前,先确认其他 Master 上的 etcd 和 API Server 正常。',
      ja: '2 台目に触れる前に、他のマスターの etcd と API サーバーが正常か確認してください。',
    },
    askSupport,
  ],
  examples: {
    fires: [
      {
        name: 'the system disk of a master replaced',
        operation: 'Ecs:ReplaceSystemDisk',
        params: { InstanceId: 'i-1', ImageId: 'm-1' },
      },
      {
        name: 'its system disk rolled back',
        operation: 'Ecs:ResetDisk',
        params: { DiskId: 'd-1', SnapshotId: 's-1' },
        role: 'node-system-disk',
        facts: { ofMaster: true },
      },
    ],
    quiet: [
      { name: 'by ACK itself', operation: 'Ecs:ReplaceSystemDisk', params: { InstanceId: 'i-1' }, actor: 'ack' },
      {
        name: 'the disk of a worker node',
        operation: 'Ecs:ResetDisk',
        params: { DiskId: 'd-1', SnapshotId: 's-1' },
        role: 'node-system-disk',
      },
    ],
  },
});
