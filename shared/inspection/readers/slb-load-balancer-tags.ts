import type { Json } from '../../model/change.ts';
import { membersOf } from '../fields.ts';
import { answerOf, type Place } from '../reader.ts';
import { tagsOf } from './tags.ts';

/** More pages than this no twenty load balancers fill. */
const MOST_PAGES = 20;

/** The tags by which ACK finds its load balancer again. */
export const slbLoadBalancerTags = tagsOf({
  kind: 'slb.load-balancer',
  product: 'slb',
  type: 'instance',
  batch: 20,
  read: readTags,
});

async function readTags(place: Place, ids: readonly string[]): Promise<ReadonlyMap<string, Json>> {
  const found = new Map(ids.map((id): [string, Record<string, string>] => [id, {}]));
  let NextToken: unknown;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const params = { ResourceType: 'instance', ResourceId: ids, NextToken };
    const answer = await answerOf(place, 'slb', 'ListTagResources', params);
    for (const { ResourceId, TagKey, TagValue } of membersOf(answer['TagResources'])) {
      const tags = found.get(typeof ResourceId === 'string' ? ResourceId : '');
      if (tags !== undefined && typeof TagKey === 'string') tags[TagKey] = typeof TagValue === 'string' ? TagValue : '';
    }
    NextToken = answer['NextToken'];
    if (typeof NextToken !== 'string' || NextToken === '') break;
  }
  return found;
}
