import { textOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { numberedPage } from '../pages.ts';
import { mandatory } from '../parameters.ts';
import { kindIn, type Tag, type TagKind, tagOperations, tagsIn, withoutTags, withTags } from '../tags.ts';
import { notFound } from './find.ts';
import type { EcsState } from './state.ts';

/** The sorts of ECS resources that carry tags. */
export function tagKindsOfEcs(state: EcsState): readonly TagKind[] {
  return [
    kindIn('instance', 'ACS::ECS::Instance', state.instances),
    kindIn('disk', 'ACS::ECS::Disk', state.disks),
    kindIn('securitygroup', 'ACS::ECS::SecurityGroup', state.securityGroups),
    kindIn('eni', 'ACS::ECS::NetworkInterface', state.networkInterfaces),
    kindIn('prefixlist', 'ACS::ECS::PrefixList', state.prefixLists),
    kindIn('command', 'ACS::ECS::Command', state.commands),
  ];
}

/** Tags of ECS resources, in the calls of today and in those of before. */
export function tagOperationsOfEcs(state: EcsState): Readonly<Record<string, Operation>> {
  const kinds = tagKindsOfEcs(state);
  const kindOf = ({ params }: Call): TagKind => {
    const type = mandatory(params, 'ResourceType').toLowerCase();
    const kind = kinds.find((each) => each.type === type);
    if (kind !== undefined) return kind;
    const message = 'The ResourceType provided does not exist in our records.';
    throw new ApiError(404, 'InvalidResourceType.NotFound', message);
  };
  const write = (changed: (old: readonly Tag[], said: readonly Tag[]) => readonly Tag[]): Operation => ({
    rw: 'Write',
    required: ['ResourceId', 'ResourceType', 'Tag'],
    run: (call) => {
      const kind = kindOf(call);
      const id = mandatory(call.params, 'ResourceId');
      const old = kind.tagsOf(id);
      if (old === undefined) throw notFound[kind.type === 'eni' ? 'eni' : 'instance']();
      kind.put(id, changed(old, tagsIn(call.params, 'Tag')));
      return {};
    },
    references: ({ params }) => {
      const kind = kinds.find((each) => each.type === textOf(params, 'ResourceType')?.toLowerCase());
      const id = textOf(params, 'ResourceId');
      return kind === undefined || id === undefined ? {} : { [kind.reference]: [id] };
    },
  });
  return {
    ...tagOperations(kinds),
    AddTags: write(withTags),
    RemoveTags: write((old, said) => withoutTags(old, said.map(keyOf))),
    DescribeTags: { rw: 'Read', run: (call) => describe(kinds, call) },
  };
}

function keyOf(tag: Tag): string {
  return tag.TagKey;
}

function describe(kinds: readonly TagKind[], { params }: Call): Answer {
  const type = textOf(params, 'ResourceType')?.toLowerCase();
  const id = textOf(params, 'ResourceId');
  const counts = new Map<string, { readonly tag: Tag; readonly ResourceTypeCount: Record<string, number> }>();
  for (const kind of kinds.filter((each) => type === undefined || each.type === type)) {
    const name = kind.type.charAt(0).toUpperCase() + kind.type.slice(1);
    for (const tag of kind
      .ids()
      .flatMap((each) => (id === undefined || each === id ? (kind.tagsOf(each) ?? []) : []))) {
      const key = JSON.stringify([tag.TagKey, tag.TagValue]);
      const row = counts.get(key) ?? { tag, ResourceTypeCount: {} };
      row.ResourceTypeCount[name] = (row.ResourceTypeCount[name] ?? 0) + 1;
      counts.set(key, row);
    }
  }
  const rows = [...counts.values()].map(({ tag, ResourceTypeCount }) => ({ ...tag, ResourceTypeCount }));
  const { items, counts: page } = numberedPage(params, rows, { usual: 10, most: 100 });
  return { Tags: { Tag: items }, ...page };
}
