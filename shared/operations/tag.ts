import type { Effect, OperationTable, Touch } from '../model/operation.ts';
import type { ResourceKind } from '../model/resource.ts';
import { ACK_TAGS, tagged, touchesTag } from './ack-tags.ts';
import { names } from './names.ts';
import { ADJACENT, on } from './touch.ts';

/** Policies and rules that rewrite tags in bulk name no resource: whose tags change, they do not say. */
const policy = on('tag.policy', 'PolicyId', 'SettingName', 'CreateRulesList.SettingName');
const inBulk = [policy('tags-changed', ADJACENT)];
const MANAGED: readonly ResourceKind[] = ['slb.load-balancer', 'alb.load-balancer', 'nlb.load-balancer'];
const OTHERS: readonly (readonly [kind: ResourceKind, keys: readonly string[]])[] = [
  ['ecs.network-interface', ACK_TAGS.networkInterface],
  ['ecs.instance', ACK_TAGS.other],
  ['ecs.security-group', ACK_TAGS.other],
  ['ecs.disk', ACK_TAGS.other],
  ['ess.scaling-group', ACK_TAGS.other],
];

/** What each write of ActionTrail's service Tag does, and to which resource. */
export const tag: OperationTable = {
  service: 'Tag',
  versions: ['2018-08-28'],
  actions: {
    AttachPolicy: inBulk,
    CreateAssociatedResourceRules: inBulk,
    ModifyPolicy: inBulk,
    TagResources: byArn('Tags'),
    UntagResources: byArn('TagKey'),
    UpdateAssociatedResourceRule: inBulk,
  },
  ignored: names(`
    CloseCreatedBy CreatePolicy CreateTags DeleteAssociatedResourceRule DeletePolicy DeleteTag DetachPolicy
    DisablePolicyType EnablePolicyType OpenCreatedBy
  `),
};

function byArn(value: string): readonly Touch[] {
  const effect: Effect = 'tags-changed';
  return [
    ...MANAGED.flatMap((kind) => tagged(on(kind, 'arn:ResourceARN'), [value])),
    ...OTHERS.map(([kind, keys]) =>
      on(kind, 'arn:ResourceARN')(effect, { strength: 'conditional', value: [value], when: touchesTag(keys) }),
    ),
  ];
}
