import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { badParameter, mandatory, objects, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { carries, tagsIn } from '../tags.ts';
import { toSecond } from '../times.ts';
import { anAccessControlList } from './defaults.ts';
import { aclIdsOf, aclIn, isMet } from './find.ts';
import type { AccessControlList, SlbState } from './state.ts';

type Entries = AccessControlList['AclEntrys'];

/** Access control lists; they belong to no load balancer until a listener names them. */
export function accessControlListOperations(state: SlbState): Readonly<Record<string, Operation>> {
  const named = ({ params, region }: Call): AccessControlList => aclIn(state, mandatory(params, 'AclId'), region);
  const write = (required: readonly string[], run: Operation['run']): Operation => ({
    rw: 'Write',
    required: ['AclId', ...required],
    run,
    references: references({ 'ACS::SLB::Acl': ['AclId'] }),
  });
  const put = (acl: AccessControlList): Answer => {
    state.acls.set(acl.AclId, acl);
    return { AclId: acl.AclId };
  };
  return {
    CreateAccessControlList: {
      rw: 'Write',
      required: ['AclName'],
      run: (call) => put(created(call)),
      references: references({ 'ACS::SLB::Acl': ['answer.AclId'] }),
    },
    DeleteAccessControlList: write([], (call) => {
      const acl = named(call);
      if (listenersOn(state, acl.AclId).length > 0) {
        throw new ApiError(400, 'AclInUsed', 'The specified acl is used by listener.');
      }
      state.acls.delete(acl.AclId);
      return {};
    }),
    AddAccessControlListEntry: write(['AclEntrys'], (call) => {
      const acl = named(call);
      const fresh = entriesIn(call);
      if (fresh.some((entry) => acl.AclEntrys.some((there) => there.AclEntryIP === entry.AclEntryIP))) {
        throw new ApiError(400, 'Duplicated.AclEntry', 'The specified acl entry already exists.');
      }
      return put({ ...acl, AclEntrys: [...acl.AclEntrys, ...fresh] });
    }),
    RemoveAccessControlListEntry: write(['AclEntrys'], (call) => {
      const acl = named(call);
      const gone = entriesIn(call).map((entry) => entry.AclEntryIP);
      return put({ ...acl, AclEntrys: acl.AclEntrys.filter((entry) => !gone.includes(entry.AclEntryIP)) });
    }),
    SetAccessControlListAttribute: write(['AclName'], (call) =>
      put({ ...named(call), AclName: mandatory(call.params, 'AclName') }),
    ),
    DescribeAccessControlLists: { rw: 'Read', run: (call) => list(state, call) },
    DescribeAccessControlListAttribute: {
      rw: 'Read',
      required: ['AclId'],
      run: (call) => answer(state, named(call)),
    },
  };
}

function created({ params, region, now }: Call): AccessControlList {
  return anAccessControlList({
    AclId: newId('acl'),
    RegionId: region,
    AclName: mandatory(params, 'AclName'),
    AddressIPVersion: oneOf('ipv4', 'ipv6')(params, 'AddressIPVersion') ?? 'ipv4',
    ResourceGroupId: text(params, 'ResourceGroupId') ?? 'rg-acfm2xwmxqxkyza',
    CreateTime: toSecond(now),
    Tags: tagsIn(params, 'Tag'),
  });
}

/** Calls write `entry` and `comment`, answers `AclEntryIP` and `AclEntryComment`. */
function entriesIn({ params }: Call): Entries {
  return objects(params, 'AclEntrys').map((item) => {
    const AclEntryIP = text(item, 'entry');
    if (AclEntryIP === undefined) throw badParameter('AclEntrys');
    return { AclEntryIP, AclEntryComment: text(item, 'comment') ?? '' };
  });
}

function list(state: SlbState, call: Call): Answer {
  const tags = tagsIn(call.params, 'Tag');
  const found = [...state.acls.values()].filter(
    (acl) =>
      acl.RegionId === call.region &&
      isMet(call, 'AclName', acl.AclName) &&
      isMet(call, 'AddressIPVersion', acl.AddressIPVersion) &&
      isMet(call, 'ResourceGroupId', acl.ResourceGroupId) &&
      carries(acl.Tags, tags),
  );
  const { items, counts } = numberedPage(call.params, found, { usual: 10, most: 50 });
  const Acl = items.map(({ AclId, AclName, AddressIPVersion, ResourceGroupId, CreateTime, Tags }) => ({
    AclId,
    AclName,
    AddressIPVersion,
    ResourceGroupId,
    CreateTime,
    Tags: { Tag: Tags },
  }));
  return { Acls: { Acl }, Count: items.length, ...counts };
}

function answer(state: SlbState, acl: AccessControlList): Answer {
  const { AclId, AclName, AddressIPVersion, ResourceGroupId, CreateTime, AclEntrys, Tags } = acl;
  return {
    AclId,
    AclName,
    AddressIPVersion,
    ResourceGroupId,
    CreateTime,
    AclEntrys: { AclEntry: AclEntrys },
    RelatedListeners: { RelatedListener: listenersOn(state, AclId) },
    Tags: { Tag: Tags },
  };
}

function listenersOn(state: SlbState, acl: string): readonly Answer[] {
  return [...state.listeners.values()]
    .filter((listener) => aclIdsOf(listener).includes(acl))
    .map(({ LoadBalancerId, ListenerPort, ListenerProtocol, Attributes }) => ({
      LoadBalancerId,
      ListenerPort,
      Protocol: ListenerProtocol,
      AclType: Attributes['AclType'] ?? '',
    }));
}
