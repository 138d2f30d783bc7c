import { objectsOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { tokenPage } from '../pages.ts';
import { badParameter, given, integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { carries, tagsIn } from '../tags.ts';
import { toSecond } from '../times.ts';
import { isAmong, isMet } from './find.ts';
import type { EcsState } from './state.ts';
import type { PrefixList } from './firewall.ts';

/** Lists of address blocks that rules of security groups refer to. */
export function prefixListOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const named = ({ params, region }: Call): PrefixList => {
    const found = state.prefixLists.get(mandatory(params, 'PrefixListId'));
    if (found?.RegionId === region) return found;
    throw new ApiError(404, 'InvalidPrefixListId.NotFound', 'The specified prefix list was not found.');
  };
  const ofList = references({ 'ACS::ECS::PrefixList': ['PrefixListId'] });
  return {
    CreatePrefixList: {
      rw: 'Write',
      required: ['PrefixListName', 'AddressFamily', 'MaxEntries'],
      run: (call) => create(state, call),
      references: references({ 'ACS::ECS::PrefixList': ['answer.PrefixListId'] }),
    },
    ModifyPrefixList: {
      rw: 'Write',
      required: ['PrefixListId'],
      run: (call) => {
        const list = modified(named(call), call.params);
        state.prefixLists.set(list.PrefixListId, list);
        return {};
      },
      references: ofList,
    },
    DeletePrefixList: {
      rw: 'Write',
      required: ['PrefixListId'],
      run: (call) => {
        const { PrefixListId } = named(call);
        if (groupsOn(state, PrefixListId).length > 0) {
          const message = 'The specified prefix list is associated with other resources.';
          throw new ApiError(403, 'DependencyViolation.PrefixListInUse', message);
        }
        state.prefixLists.delete(PrefixListId);
        return {};
      },
      references: ofList,
    },
    DescribePrefixLists: { rw: 'Read', run: (call) => list(state, call) },
    DescribePrefixListAttributes: {
      rw: 'Read',
      required: ['PrefixListId'],
      run: (call) => {
        const { Entries, Tags: _, RegionId: __, ResourceGroupId: ___, ...rest } = named(call);
        return { ...rest, Entries: { Entry: Entries } };
      },
    },
    DescribePrefixListAssociations: {
      rw: 'Read',
      required: ['PrefixListId'],
      run: (call) => {
        const rows = groupsOn(state, named(call).PrefixListId);
        const { items, NextToken } = tokenPage(call.params, rows, { usual: 10, most: 100 });
        const PrefixListAssociation = items.map((ResourceId) => ({ ResourceId, ResourceType: 'securitygroup' }));
        return { PrefixListAssociations: { PrefixListAssociation }, NextToken };
      },
    },
  };
}

function create(state: EcsState, { params, region, now }: Call): Answer {
  const PrefixListId = newId('pl');
  state.prefixLists.set(PrefixListId, {
    PrefixListId,
    RegionId: region,
    PrefixListName: mandatory(params, 'PrefixListName'),
    AddressFamily: oneOf('IPv4', 'IPv6')(params, 'AddressFamily') ?? 'IPv4',
    Description: text(params, 'Description') ?? '',
    MaxEntries: integer(params, 'MaxEntries') ?? 1,
    ResourceGroupId: text(params, 'ResourceGroupId') ?? '',
    CreationTime: toSecond(now),
    Entries: entriesIn(params, 'Entry'),
    Tags: tagsIn(params, 'Tag'),
  });
  return { PrefixListId };
}

/** Entries that are added take the place of those with the same block. */
function modified(list: PrefixList, params: Params): PrefixList {
  const added = entriesIn(params, 'AddEntry');
  const gone = [...entriesIn(params, 'RemoveEntry'), ...added].map((entry) => entry.Cidr);
  const Entries = [...list.Entries.filter((entry) => !gone.includes(entry.Cidr)), ...added];
  if (Entries.length > list.MaxEntries) {
    throw new ApiError(403, 'LimitExceed.MaxEntries', 'The number of entries exceeds the maximum of the prefix list.');
  }
  return { ...list, ...given(params, { PrefixListName: text, Description: text }), Entries };
}

function entriesIn(params: Params, name: string): PrefixList['Entries'] {
  return objectsOf(params, name).map((item) => {
    const Cidr = text(item, 'Cidr');
    if (Cidr === undefined) throw badParameter(name);
    return { Cidr, Description: text(item, 'Description') ?? '' };
  });
}

function list(state: EcsState, { params, region }: Call): Answer {
  const found = [...state.prefixLists.values()].filter(
    (each) =>
      each.RegionId === region &&
      isAmong(params, 'PrefixListId', each.PrefixListId) &&
      isMet(params, 'PrefixListName', each.PrefixListName) &&
      isMet(params, 'AddressFamily', each.AddressFamily) &&
      carries(each.Tags, tagsIn(params, 'Tag')),
  );
  const { items, NextToken } = tokenPage(params, found, { usual: 10, most: 100 });
  const rows = items.map((each) => {
    const { Entries: _, RegionId: __, Tags, ...rest } = each;
    return { ...rest, AssociationCount: groupsOn(state, each.PrefixListId).length, Tags: { Tag: Tags } };
  });
  return { PrefixLists: { PrefixList: rows }, NextToken };
}

function groupsOn(state: EcsState, list: string): readonly string[] {
  return [...state.securityGroups.values()]
    .filter((group) =>
      group.Permissions.some((rule) => rule.SourcePrefixListId === list || rule.DestPrefixListId === list),
    )
    .map((group) => group.SecurityGroupId);
}
