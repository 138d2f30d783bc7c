import type { OperationTable } from '../model/operation.ts';
import { touch } from './touch.ts';

/** What each write of ActionTrail's service Tag does, and to which resource. */
export const tag: OperationTable = {
  service: 'Tag',
  versions: ['2018-08-28'],
  actions: {
    AttachPolicy: [touch('tag.policy', ['PolicyId', 'SettingName'], 'tags-changed', { strength: 'adjacent' })],
    CreateAssociatedResourceRules: [
      touch('tag.policy', ['PolicyId', 'SettingName'], 'tags-changed', { strength: 'adjacent' }),
    ],
    ModifyPolicy: [touch('tag.policy', ['PolicyId', 'SettingName'], 'tags-changed', { strength: 'adjacent' })],
    TagResources: [
      touch('slb.load-balancer', ['arn:ResourceARN'], 'tags-changed', { value: ['Tags'] }),
      touch('ecs.network-interface', ['arn:ResourceARN'], 'tags-changed', { strength: 'conditional' }),
    ],
    UntagResources: [
      touch('slb.load-balancer', ['arn:ResourceARN'], 'tags-changed', { value: ['TagKey'] }),
      touch('ecs.network-interface', ['arn:ResourceARN'], 'tags-changed', { strength: 'conditional' }),
    ],
    UpdateAssociatedResourceRule: [
      touch('tag.policy', ['PolicyId', 'SettingName'], 'tags-changed', { strength: 'adjacent' }),
    ],
  },
  ignored: [
    'CloseCreatedBy',
    'CreatePolicy',
    'CreateTags',
    'DeleteAssociatedResourceRule',
    'DeletePolicy',
    'DeleteTag',
    'DetachPolicy',
    'DisablePolicyType',
    'EnablePolicyType',
    'OpenCreatedBy',
  ],
};
