import type { Condition, OperationTable, Touch } from '../../model/operation.ts';
import type { ResourceKind } from '../../model/resource.ts';
import { ACK_TAGS, touchesTag } from '../ack-tags.ts';
import { ADJACENT, on } from '../touch.ts';

const value = ['Tag', 'TagKey'];
const tagged = [
  on('ecs.network-interface', 'ResourceId')('tags-changed', {
    strength: 'conditional',
    value,
    when: marks('eni', ACK_TAGS.networkInterface),
  }),
  ...(
    [
      ['ecs.instance', 'instance'],
      ['ecs.security-group', 'securitygroup'],
      ['ecs.disk', 'disk'],
    ] as const
  ).map(([kind, type]) =>
    on(kind, 'ResourceId')('tags-changed', { ...ADJACENT, value, when: marks(type, ACK_TAGS.other) }),
  ),
];

/** Ecs: tags and resource groups, whatever they are on. Only tags that ACK looks for count. */
export const tags: OperationTable['actions'] = {
  AddTags: tagged,
  JoinResourceGroup: [
    grouped('ecs.network-interface'),
    grouped('ecs.instance'),
    grouped('ecs.security-group'),
    grouped('ecs.disk'),
  ],
  RemoveTags: tagged,
  TagResources: tagged,
  UntagResources: tagged,
};

function marks(type: string, keys: readonly string[]): Condition {
  return { all: [{ equals: ['ResourceType', type] }, touchesTag(keys)] };
}

function grouped(kind: ResourceKind): Touch {
  return on(kind, 'arn:ResourceId')('resource-group-changed', { ...ADJACENT, value: ['ResourceGroupId'] });
}
