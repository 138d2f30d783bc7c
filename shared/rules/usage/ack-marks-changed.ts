import { putBack } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const ackMarksChanged = defineRule({
  id: 'usage.ack-marks-changed',
  rows: ['U05'],
  severity: 'low',
  roles: [
    'node',
    'master',
    'node-security-group',
    'master-security-group',
    'volume-disk',
    'node-system-disk',
    'scaling-group',
    'lingjun-node',
  ],
  effects: ['tags-changed', 'resource-group-changed'],
  title: {
    en: 'Tags or resource group of cluster resources changed',
    zh: '集群资源的标签或资源组被修改',
    ja: 'クラスターリソースのタグまたはリソースグループが変更されました',
  },
  impact: {
    en: 'ACK and its components find their resources by tags, and permissions may hang on resource groups: some can no longer be managed.',
    zh: 'ACK 及其组件依靠标签识别资源,权限也可能与资源组绑定:部分资源可能无法再被管理。',
    ja: 'ACK とコンポーネントはタグでリソースを見つけ、権限がリソースグループに結び付くこともあるため、一部を管理できなくなることがあります。',
  },
  recovery: [putBack],
  examples: {
    fires: [
      {
        name: 'the cluster tag taken off an instance',
        operation: 'Ecs:UntagResources',
        params: { ResourceType: 'instance', 'ResourceId.1': 'i-1', 'TagKey.1': 'ack.aliyun.com' },
      },
      {
        name: 'through the tag service',
        operation: 'Tag:UntagResources',
        params: { 'ResourceARN.1': 'acs:ecs:cn-hangzhou:1:instance/i-1', 'TagKey.1': 'ack.aliyun.com' },
      },
      {
        name: 'moved to another resource group',
        operation: 'ResourceManager:MoveResources',
        params: {
          'Resources.1.ResourceId': 'i-1',
          'Resources.1.ResourceType': 'instance',
          'Resources.1.Service': 'ecs',
          ResourceGroupId: 'rg-1',
        },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:TagResources',
        params: { ResourceType: 'instance', 'ResourceId.1': 'i-1', 'Tag.1.Key': 'ack.aliyun.com' },
        actor: 'ack',
      },
      {
        name: "a tag of somebody's own on a node",
        operation: 'Ecs:TagResources',
        params: { ResourceType: 'instance', 'ResourceId.1': 'i-1', 'Tag.1.Key': 'team', 'Tag.1.Value': 'x' },
      },
    ],
  },
});
