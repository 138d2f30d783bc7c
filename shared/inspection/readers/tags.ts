import type { Json } from '../../model/change.ts';
import { listOf, objectsOf, textOf, type Params, valueOf } from '../../model/params.ts';
import { type Content, isContent } from '../content.ts';
import { membersOf } from '../fields.ts';
import { answerOf, byAction, type Place, type Predict, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';
import { differing, surplus } from '../restore/differing.ts';

/** A reader of tags: key → value. `product` and `type` are how its tagging calls name the resource. */
export function tagsOf(about: {
  readonly kind: Reader['kind'];
  readonly product: 'slb' | 'alb' | 'nlb' | 'ecs';
  readonly type: string;
  readonly batch: number;
  /** Without it, `ListTagResources` of the product is asked. */
  readonly read?: (place: Place, ids: readonly string[]) => Promise<ReadonlyMap<string, Json>>;
  /** The name of the call that takes tags off, where it is spelled otherwise. */
  readonly untag?: string;
}): Reader {
  const { kind, product, type, batch, untag = 'UntagResources' } = about;
  const read = about.read ?? ((place, ids) => listedTags(product, type, place, ids));
  return {
    kind,
    aspect: 'tags',
    effects: ['tags-changed'],
    batch,
    read,
    predict,
    restore: ({ id, region, present, wanted }) => {
      if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
      const subject = { ResourceType: type, ResourceId: [id] };
      const Tag = Object.entries(differing(present, wanted)).map(([Key, Value]) => ({ Key, Value }));
      const TagKey = surplus(present, wanted);
      return remedy([
        ...(Tag.length > 0 ? [command(product, 'TagResources', region, { ...subject, Tag })] : []),
        ...(TagKey.length > 0 ? [command(product, untag, region, { ...subject, TagKey })] : []),
      ]);
    },
  };
}

/** More pages than this no twenty resources fill. */
const MOST_PAGES = 20;

async function listedTags(
  product: 'slb' | 'alb' | 'nlb' | 'ecs',
  ResourceType: string,
  place: Place,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Json>> {
  const found = new Map(ids.map((id): [string, Record<string, string>] => [id, {}]));
  let NextToken: unknown;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await answerOf(
      place,
      product,
      'ListTagResources',
      { ResourceType, ResourceId: ids, NextToken },
      'TagResources',
    );
    for (const { ResourceId, TagKey, TagValue } of membersOf(answer['TagResources'])) {
      const tags = found.get(typeof ResourceId === 'string' ? ResourceId : '');
      if (tags !== undefined && typeof TagKey === 'string') tags[TagKey] = typeof TagValue === 'string' ? TagValue : '';
    }
    NextToken = answer['NextToken'];
    if (typeof NextToken !== 'string' || NextToken === '') break;
  }
  return found;
}

const predict = byAction({
  TagResources: tagged(({ params }) => ({ ...pairs(params, 'Tag'), ...pairs(params, 'Tags') })),
  AddTags: tagged(({ params }) => ({ ...pairs(params, 'Tag'), ...pairs(params, 'Tags') })),
  UntagResources: untagged(({ params }) =>
    textOf(params, 'All')?.toLowerCase() === 'true' ? 'all' : listOf(params, 'TagKey'),
  ),
  RemoveTags: untagged(({ params }) => Object.keys({ ...pairs(params, 'Tag'), ...pairs(params, 'Tags') })),
});

/** Tags as a call writes them: `Tag.1.Key`, a list of `{ TagKey, TagValue }`, or, in the Tag service, one object. */
function pairs(params: Params, name: string): Content {
  const whole = valueOf(params, name);
  if (isContent(whole) && !('Key' in whole) && !('TagKey' in whole)) {
    return Object.fromEntries(Object.keys(whole).map((key) => [key, textOf(whole, key) ?? '']));
  }
  const found = objectsOf(params, name).flatMap((tag): [string, string][] => {
    const key = textOf(tag, 'TagKey') ?? textOf(tag, 'Key');
    return key === undefined ? [] : [[key, textOf(tag, 'TagValue') ?? textOf(tag, 'Value') ?? '']];
  });
  return Object.fromEntries(found);
}

type Ask<T> = (event: Parameters<Predict>[0]) => T;

function tagged(given: Ask<Content>): Predict {
  return (event, _, before) => {
    const tags = given(event);
    return isContent(before) && Object.keys(tags).length > 0 ? { ...before, ...tags } : undefined;
  };
}

function untagged(named: Ask<readonly string[] | 'all'>): Predict {
  return (event, _, before) => {
    if (!isContent(before)) return undefined;
    const keys = named(event);
    if (keys.length === 0) return undefined;
    return keys === 'all' ? {} : Object.fromEntries(Object.entries(before).filter(([key]) => !keys.includes(key)));
  };
}
