import { listOf, objectsOf, type Params, textOf } from '../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from './api.ts';
import { tokenPage } from './pages.ts';
import { badParameter, flag, mandatory } from './parameters.ts';

/** A tag as the products answer it. */
export interface Tag {
  readonly TagKey: string;
  readonly TagValue: string;
}

/** One sort of resource that carries tags: how the tag calls name it, and where its tags are. */
export interface TagKind {
  /** `ResourceType` of the tag calls: `instance`. */
  readonly type: string;
  /** ActionTrail's type: `ACS::SLB::LoadBalancer`. */
  readonly reference: string;
  readonly ids: () => readonly string[];
  /** Undefined when there is no such resource. */
  readonly tagsOf: (id: string) => readonly Tag[] | undefined;
  readonly put: (id: string, tags: readonly Tag[]) => void;
}

const MOST_TAGS = 20;

/** The kind whose resources are the records of a map. */
export function kindIn<T extends { readonly Tags: readonly Tag[] }>(
  type: string,
  reference: string,
  records: Map<string, T>,
): TagKind {
  return {
    type,
    reference,
    ids: () => [...records.keys()],
    tagsOf: (id) => records.get(id)?.Tags,
    put: (id, Tags) => {
      const record = records.get(id);
      if (record !== undefined) records.set(id, { ...record, Tags });
    },
  };
}

/** Tags in a call: `Tag.1.Key`, `Tag.1.TagKey`, or a JSON list of either. */
export function tagsIn(params: Params, name: string): readonly Tag[] {
  return objectsOf(params, name).map((item) => ({
    TagKey: textOf(item, 'Key') ?? textOf(item, 'TagKey') ?? '',
    TagValue: textOf(item, 'Value') ?? textOf(item, 'TagValue') ?? '',
  }));
}

/** `old` with `added`; a key that was there takes its new value. The cloud's own keys are refused. */
export function withTags(old: readonly Tag[], added: readonly Tag[]): readonly Tag[] {
  for (const { TagKey } of added) {
    if (TagKey === '' || /^(?:aliyun|acs:|https?:\/\/)/iu.test(TagKey)) {
      throw new ApiError(400, 'InvalidTagKey.Malformed', 'The specified Tag.n.Key is not valid.');
    }
  }
  const merged = new Map([...old, ...added].map((tag) => [tag.TagKey, tag.TagValue]));
  if (merged.size > MOST_TAGS) throw new ApiError(400, 'TagCountLimit', 'Tags count limit exceeded.');
  return [...merged].map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
}

export function withoutTags(old: readonly Tag[], keys: readonly string[]): readonly Tag[] {
  return old.filter((tag) => !keys.includes(tag.TagKey));
}

/** Whether a resource carries every one of the tags; a tag without value asks for its key only. */
export function carries(tags: readonly Tag[], wanted: readonly Tag[]): boolean {
  return wanted.every(({ TagKey, TagValue }) =>
    tags.some((tag) => tag.TagKey === TagKey && (TagValue === '' || tag.TagValue === TagValue)),
  );
}

/** `TagResources`, `UntagResources` and `ListTagResources` of one product over its kinds. */
export function tagOperations(
  kinds: readonly TagKind[],
  ids: readonly string[] = ['ResourceId'],
): Readonly<Record<'TagResources' | 'UntagResources' | 'ListTagResources', Operation>> {
  const named = (params: Params): readonly string[] => ids.flatMap((name) => listOf(params, name));
  const references = ({ params }: Call): Readonly<Record<string, readonly string[]>> => {
    const kind = kinds.find((each) => each.type === textOf(params, 'ResourceType')?.toLowerCase());
    return kind === undefined ? {} : { [kind.reference]: named(params) };
  };
  const change = (params: Params, changed: (old: readonly Tag[]) => readonly Tag[]): Answer => {
    const kind = kindNamed(kinds, params);
    const touched = named(params).map((id) => [id, changed(existing(kind, id))] as const);
    for (const [id, tags] of touched) kind.put(id, tags);
    return {};
  };
  return {
    TagResources: {
      rw: 'Write',
      required: ['ResourceType', 'Tag'],
      run: ({ params }) => change(params, (old) => withTags(old, tagsIn(params, 'Tag'))),
      references,
    },
    UntagResources: {
      rw: 'Write',
      required: ['ResourceType'],
      run: ({ params }) => {
        const keys = listOf(params, 'TagKey');
        if (keys.length === 0 && flag(params, 'All') !== true) throw badParameter('TagKey');
        return change(params, (old) => (keys.length === 0 ? [] : withoutTags(old, keys)));
      },
      references,
    },
    ListTagResources: {
      rw: 'Read',
      required: ['ResourceType'],
      run: ({ params }) => listTags(kindNamed(kinds, params), named(params), params),
    },
  };
}

function listTags(kind: TagKind, ids: readonly string[], params: Params): Answer {
  const wanted = tagsIn(params, 'Tag');
  const rows = (ids.length === 0 ? kind.ids() : ids).flatMap((ResourceId) => {
    const tags = kind.tagsOf(ResourceId) ?? [];
    const isWanted = wanted.length === 0 || carries(tags, wanted);
    const shown = tags.filter((tag) => wanted.length === 0 || wanted.some((each) => each.TagKey === tag.TagKey));
    return isWanted ? shown.map((tag) => ({ ResourceId, ResourceType: kind.type, ...tag })) : [];
  });
  const { items, NextToken } = tokenPage(params, rows, { usual: 50, most: 50 });
  return { NextToken, TagResources: { TagResource: items } };
}

function kindNamed(kinds: readonly TagKind[], params: Params): TagKind {
  const type = mandatory(params, 'ResourceType').toLowerCase();
  const kind = kinds.find((each) => each.type === type);
  if (kind === undefined) {
    throw new ApiError(404, 'InvalidResourceType.NotFound', 'The ResourceType provided does not exist in our records.');
  }
  return kind;
}

function existing(kind: TagKind, id: string): readonly Tag[] {
  const tags = kind.tagsOf(id);
  if (tags === undefined) {
    throw new ApiError(404, 'InvalidResourceId.NotFound', 'The specified ResourceIds are not found in our records.');
  }
  return tags;
}
