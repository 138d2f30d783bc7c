import type { OperationTable, Touch } from '../../model/operation.ts';
import { ADJACENT, on } from '../touch.ts';
import { ofType, TOUCHES_ACK_TAG } from './marks.ts';

const value = ['Tag', 'TagKey'];
const byResource = [
  on('ecs.network-interface', 'ResourceId')('tags-changed', { strength: 'conditional', value, when: ofType('eni') }),
  marks('ecs.instance', 'instance'),
  marks('ecs.security-group', 'securitygroup'),
  marks('ecs.disk', 'disk'),
];

/** Ecs: tags and resource groups, whatever they are on. */
export const tags: OperationTable['actions'] = {
  AddTags: byResource,
  JoinResourceGroup: [
    grouped('ecs.network-interface'),
    grouped('ecs.instance'),
    grouped('ecs.security-group'),
    grouped('ecs.disk'),
  ],
  RemoveTags: byResource,
  TagResources: byResource,
  UntagResources: byResource,
};

function marks(kind: Touch['kind'], type: string): Touch {
  const when = { all: [ofType(type), TOUCHES_ACK_TAG] };
  return on(kind, 'ResourceId')('tags-changed', { ...ADJACENT, value, when });
}

function grouped(kind: Touch['kind']): Touch {
  return on(kind, 'arn:ResourceId')('resource-group-changed', { ...ADJACENT, value: ['ResourceGroupId'] });
}
