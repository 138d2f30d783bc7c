import type { Json } from '../../model/change.ts';
import { textOf } from '../../model/params.ts';
import { membersOf } from '../fields.ts';
import { interfaces } from './ecs-network-interface.ts';
import { tagsOf } from './tags.ts';

/** The tags by which Terway knows its network interfaces. */
export const ecsNetworkInterfaceTags = tagsOf({
  kind: 'ecs.network-interface',
  product: 'ecs',
  type: 'eni',
  batch: 100,
  read: async (place, ids) => interfaces(place, ids, tagsIn),
});

function tagsIn(item: Readonly<Record<string, unknown>>): Json {
  return Object.fromEntries(
    membersOf(item['Tags']).map((tag) => [
      textOf(tag, 'TagKey') ?? textOf(tag, 'Key') ?? '',
      textOf(tag, 'TagValue') ?? textOf(tag, 'Value') ?? '',
    ]),
  );
}
