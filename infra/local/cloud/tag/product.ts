import { listOf, type Params, textOf, valueOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation, type Product } from '../api.ts';
import type { AlbState } from '../alb/state.ts';
import type { EcsState } from '../ecs/state.ts';
import { tagKindsOfEcs } from '../ecs/tags.ts';
import { badParameter, integer } from '../parameters.ts';
import { tokenPage } from '../pages.ts';
import type { NlbState } from '../nlb/state.ts';
import type { SlbState } from '../slb/state.ts';
import { kindIn, type Tag, type TagKind, withoutTags, withTags } from '../tags.ts';

const MOST_RESOURCES = 50;

/** A resource that an ARN (`arn:acs:slb:region:account:instance/lb-…`) names, where it exists. */
interface Named {
  readonly arn: string;
  readonly id: string;
  readonly kind: TagKind | undefined;
}

/** The products whose resources carry tags. */
interface Tagged {
  readonly slb: SlbState;
  readonly alb: AlbState;
  readonly nlb: NlbState;
  readonly ecs: EcsState;
}

/** The tag service: tags of any product's resources by their ARNs. What it sets, the products themselves answer too. */
export function tagProduct({ slb, alb, nlb, ecs }: Tagged): Product {
  const kinds = [
    ...tagKindsOfEcs(ecs),
    kindIn('instance', 'ACS::SLB::LoadBalancer', slb.loadBalancers),
    kindIn('loadbalancer', 'ACS::ALB::LoadBalancer', alb.loadBalancers),
    kindIn('loadbalancer', 'ACS::NLB::LoadBalancer', nlb.loadBalancers),
  ];
  const named = (params: Params): readonly Named[] =>
    listOf(params, 'ResourceARN').map((arn) => resourceOf(kinds, arn));
  const write = (required: string, changed: (old: readonly Tag[], params: Params) => readonly Tag[]): Operation => ({
    rw: 'Write',
    required: ['ResourceARN', required],
    run: ({ params }) => {
      const resources = named(params);
      if (resources.length > MOST_RESOURCES) throw badParameter('ResourceARN');
      const failed = resources.flatMap((each) => change(each, (old) => changed(old, params)));
      return failed.length === 0 ? {} : { FailedResources: { FailedResource: failed } };
    },
    references: ({ params }) => referencesOf(named(params)),
  });
  return {
    serviceName: 'Tag',
    product: 'tag',
    versions: ['2018-08-28'],
    style: 'RPC',
    callsPerSecond: 20,
    operations: {
      TagResources: write('Tags', (old, params) => withTags(old, tagsOfJson(params))),
      UntagResources: write('TagKey', (old, params) => withoutTags(old, listOf(params, 'TagKey'))),
      ListTagResources: { rw: 'Read', run: (call) => list(kinds, named(call.params), call) },
    },
  };
}

/** Each resource by itself: one that cannot be changed does not keep the others from it. */
function change({ arn, id, kind }: Named, changed: (old: readonly Tag[]) => readonly Tag[]): readonly Answer[] {
  const failed = (Code: string, Message: string): readonly Answer[] => [
    { ResourceARN: arn, Result: { Code, Message } },
  ];
  if (kind === undefined) return failed('InvalidResourceId.NotFound', 'The specified ResourceIds are not found.');
  try {
    kind.put(id, changed(kind.tagsOf(id) ?? []));
    return [];
  } catch (error) {
    if (error instanceof ApiError) return failed(error.code, error.message);
    throw error;
  }
}

/** `Tags` is a JSON object here: `{"key":"value"}`. */
function tagsOfJson(params: Params): readonly Tag[] {
  const value = valueOf(params, 'Tags');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badParameter('Tags');
  return Object.entries(value).map(([TagKey, each]) => ({ TagKey, TagValue: String(each) }));
}

function resourceOf(kinds: readonly TagKind[], arn: string): Named {
  const [, , product = '', , , path = ''] = arn.split(':');
  const id = path.slice(path.lastIndexOf('/') + 1);
  const isOf = (kind: TagKind): boolean => kind.reference.toLowerCase().startsWith(`acs::${product.toLowerCase()}::`);
  return { arn, id, kind: kinds.find((kind) => isOf(kind) && kind.tagsOf(id) !== undefined) };
}

function referencesOf(resources: readonly Named[]): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const { id, kind } of resources) {
    if (kind !== undefined) found.set(kind.reference, [...(found.get(kind.reference) ?? []), id]);
  }
  return Object.fromEntries(found);
}

function list(kinds: readonly TagKind[], named: readonly Named[], call: Call): Answer {
  const { params } = call;
  const wanted =
    textOf(params, 'Tags') === undefined && valueOf(params, 'Tags') === undefined ? [] : tagsOfJson(params);
  const resources = named.length === 0 ? everything(kinds, call) : named;
  const rows = resources.flatMap(({ arn, id, kind }) => {
    const tags = kind?.tagsOf(id) ?? [];
    const fits = wanted.every((want) =>
      tags.some((tag) => tag.TagKey === want.TagKey && tag.TagValue === want.TagValue),
    );
    if (tags.length === 0 || !fits) return [];
    const Tags = tags.map(({ TagKey, TagValue }) => ({ Category: categoryOf(TagKey), Key: TagKey, Value: TagValue }));
    return [{ ResourceARN: arn, Tags }];
  });
  const size = integer(params, 'PageSize') ?? 50;
  const { items, NextToken } = tokenPage({ ...params, MaxResults: size }, rows, { usual: 50, most: 1000 });
  return { TagResources: items, NextToken };
}

function everything(kinds: readonly TagKind[], { region, caller }: Call): readonly Named[] {
  return kinds.flatMap((kind) => {
    const product = kind.reference.split('::')[1]?.toLowerCase() ?? '';
    return kind.ids().map((id) => {
      const arn = `arn:acs:${product}:${region}:${caller.accountId}:${kind.type}/${id}`;
      return { arn, id, kind };
    });
  });
}

function categoryOf(key: string): string {
  return key.toLowerCase().startsWith('acs:') ? 'System' : 'Custom';
}
