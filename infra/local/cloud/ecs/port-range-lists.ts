import { objectsOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { tokenPage } from '../pages.ts';
import { badParameter, given, integer, mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { carries, tagsIn } from '../tags.ts';
import { toSecond } from '../times.ts';
import { isAmong, isMet } from './find.ts';
import type { EcsState } from './state.ts';
import type { PortRangeList } from './firewall.ts';

/** Lists of port ranges that rules of security groups refer to. Their answers carry plain lists, without wrappers. */
export function portRangeListOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const named = ({ params, region }: Call): PortRangeList => {
    const found = state.portRangeLists.get(mandatory(params, 'PortRangeListId'));
    if (found?.RegionId === region) return found;
    throw new ApiError(404, 'InvalidPortRangeListId.NotFound', 'The specified port range list was not found.');
  };
  const ofList = references({ 'ACS::ECS::PortRangeList': ['PortRangeListId'] });
  return {
    CreatePortRangeList: {
      rw: 'Write',
      required: ['PortRangeListName', 'MaxEntries'],
      run: (call) => create(state, call),
      references: references({ 'ACS::ECS::PortRangeList': ['answer.PortRangeListId'] }),
    },
    ModifyPortRangeList: {
      rw: 'Write',
      required: ['PortRangeListId'],
      run: (call) => {
        const list = modified(named(call), call.params);
        state.portRangeLists.set(list.PortRangeListId, list);
        return {};
      },
      references: ofList,
    },
    DeletePortRangeList: {
      rw: 'Write',
      required: ['PortRangeListId'],
      run: (call) => {
        const { PortRangeListId } = named(call);
        if (groupsOn(state, PortRangeListId).length > 0) {
          const message = 'The specified port range list is associated with other resources.';
          throw new ApiError(403, 'DependencyViolation.PortRangeListInUse', message);
        }
        state.portRangeLists.delete(PortRangeListId);
        return {};
      },
      references: ofList,
    },
    DescribePortRangeLists: { rw: 'Read', run: (call) => list(state, call) },
    DescribePortRangeListEntries: {
      rw: 'Read',
      required: ['PortRangeListId'],
      run: (call) => ({ Entries: named(call).Entries }),
    },
    DescribePortRangeListAssociations: {
      rw: 'Read',
      required: ['PortRangeListId'],
      run: (call) => {
        const rows = groupsOn(state, named(call).PortRangeListId);
        const { items, NextToken } = tokenPage(call.params, rows, { usual: 10, most: 100 });
        const found = items.map((ResourceId) => ({ ResourceId, ResourceType: 'securitygroup' }));
        return { PortRangeListAssociations: found, NextToken };
      },
    },
  };
}

function create(state: EcsState, { params, region, now }: Call): Answer {
  const PortRangeListId = newId('prl');
  state.portRangeLists.set(PortRangeListId, {
    PortRangeListId,
    RegionId: region,
    PortRangeListName: mandatory(params, 'PortRangeListName'),
    Description: text(params, 'Description') ?? '',
    MaxEntries: integer(params, 'MaxEntries') ?? 1,
    ResourceGroupId: text(params, 'ResourceGroupId') ?? '',
    CreationTime: toSecond(now),
    Entries: entriesIn(params, 'Entry'),
    Tags: tagsIn(params, 'Tag'),
  });
  return { PortRangeListId };
}

/** Entries that are added take the place of those with the same range. */
function modified(list: PortRangeList, params: Params): PortRangeList {
  const added = entriesIn(params, 'AddEntry');
  const gone = [...entriesIn(params, 'RemoveEntry'), ...added].map((entry) => entry.PortRange);
  const Entries = [...list.Entries.filter((entry) => !gone.includes(entry.PortRange)), ...added];
  if (Entries.length > list.MaxEntries) {
    throw new ApiError(403, 'LimitExceed.MaxEntries', 'The number of entries exceeds the maximum of the list.');
  }
  return { ...list, ...given(params, { PortRangeListName: text, Description: text }), Entries };
}

function entriesIn(params: Params, name: string): PortRangeList['Entries'] {
  return objectsOf(params, name).map((item) => {
    const PortRange = text(item, 'PortRange');
    if (PortRange === undefined || !/^\d{1,5}\/\d{1,5}$/u.test(PortRange)) throw badParameter(name);
    return { PortRange, Description: text(item, 'Description') ?? '' };
  });
}

function list(state: EcsState, { params, region }: Call): Answer {
  const found = [...state.portRangeLists.values()].filter(
    (each) =>
      each.RegionId === region &&
      isAmong(params, 'PortRangeListId', each.PortRangeListId) &&
      isMet(params, 'PortRangeListName', each.PortRangeListName) &&
      carries(each.Tags, tagsIn(params, 'Tag')),
  );
  const { items, NextToken } = tokenPage(params, found, { usual: 10, most: 100 });
  const PortRangeLists = items.map((each) => {
    const { Entries: _, RegionId: __, ...rest } = each;
    return { ...rest, AssociationCount: groupsOn(state, each.PortRangeListId).length };
  });
  return { PortRangeLists, NextToken };
}

function groupsOn(state: EcsState, list: string): readonly string[] {
  return [...state.securityGroups.values()]
    .filter((group) => group.Permissions.some((rule) => rule.PortRangeListId === list))
    .map((group) => group.SecurityGroupId);
}
