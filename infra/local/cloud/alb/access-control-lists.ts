import { listOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { asJob } from '../load-balancers/jobs.ts';
import { listingPage } from '../load-balancers/listing.ts';
import { mandatory, objects, text } from '../parameters.ts';
import { references } from '../references.ts';
import { tagsIn } from '../tags.ts';
import { anAlbAcl } from './defaults.ts';
import { aclIn } from './find.ts';
import type { AccessControlList, AlbState } from './state.ts';

/** Access control lists, their entries, and which listeners use them. */
export function albAclOperations(state: AlbState): Readonly<Record<string, Operation>> {
  const ofAcl = references({ 'ACS::ALB::Acl': ['AclId'] });
  const put = (acl: AccessControlList): void => void state.acls.set(acl.AclId, acl);
  return {
    CreateAcl: {
      rw: 'Write',
      run: (call) => {
        const AclId = newId('acl');
        const AclName = text(call.params, 'AclName') ?? AclId;
        const acl = anAlbAcl({ AclId, AclName, RegionId: call.region, Tags: tagsIn(call.params, 'Tag') });
        return asJob(state.jobs, call, () => put(acl), { AclId });
      },
      references: references({ 'ACS::ALB::Acl': ['answer.AclId'] }),
    },
    AddEntriesToAcl: {
      rw: 'Write',
      required: ['AclId', 'AclEntries'],
      run: (call) => {
        const acl = aclIn(state, call);
        const said = objects(call.params, 'AclEntries').map((entry) => ({
          Entry: mandatory(entry, 'Entry'),
          Description: text(entry, 'Description') ?? '',
        }));
        const kept = acl.AclEntries.filter(({ Entry }) => !said.some((one) => one.Entry === Entry));
        if (kept.length < acl.AclEntries.length) {
          throw new ApiError(400, 'ResourceAlreadyExist.AclEntry', 'The specified resource AclEntry already exists.');
        }
        return asJob(state.jobs, call, () => put({ ...acl, AclEntries: [...kept, ...said] }));
      },
      references: ofAcl,
    },
    RemoveEntriesFromAcl: {
      rw: 'Write',
      required: ['AclId', 'Entries'],
      run: (call) => {
        const acl = aclIn(state, call);
        const named = listOf(call.params, 'Entries');
        const AclEntries = acl.AclEntries.filter(({ Entry }) => !named.includes(Entry));
        return asJob(state.jobs, call, () => put({ ...acl, AclEntries }));
      },
      references: ofAcl,
    },
    UpdateAclAttribute: {
      rw: 'Write',
      required: ['AclId', 'AclName'],
      run: (call) => {
        put({ ...aclIn(state, call), AclName: mandatory(call.params, 'AclName') });
        return {};
      },
      references: ofAcl,
    },
    DeleteAcl: {
      rw: 'Write',
      required: ['AclId'],
      run: (call) => {
        const { AclId } = aclIn(state, call);
        if (listenersOn(state, AclId).length > 0) {
          throw new ApiError(400, 'ResourceInUse.Acl', 'The specified resource Acl is in use.');
        }
        return asJob(state.jobs, call, () => void state.acls.delete(AclId));
      },
      references: ofAcl,
    },
    ListAcls: {
      rw: 'Read',
      run: (call) =>
        listingPage(
          call,
          'Acls',
          [...state.acls.values()].filter(({ RegionId }) => RegionId === call.region),
          [['AclIds', (one) => [one.AclId]]],
          ({ AclId, AclName, ResourceGroupId, Tags }) => ({
            AclId,
            AclName,
            ResourceGroupId,
            AclStatus: 'Available',
            AddressIPVersion: 'IPv4',
            Tags: Tags.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value })),
          }),
        ),
    },
    ListAclEntries: {
      rw: 'Read',
      required: ['AclId'],
      run: (call) =>
        listingPage(call, 'AclEntries', aclIn(state, call).AclEntries, [], (entry) => ({
          ...entry,
          Status: 'Available',
        })),
    },
    ListAclRelations: {
      rw: 'Read',
      required: ['AclIds'],
      run: ({ params }) => ({
        AclRelations: listOf(params, 'AclIds')
          .filter((AclId) => state.acls.has(AclId))
          .map((AclId) => ({ AclId, RelatedListeners: listenersOn(state, AclId) })),
      }),
    },
  };
}

function listenersOn(state: AlbState, acl: string): readonly Answer[] {
  return [...state.listeners.values()]
    .filter((one) => one.AclIds.includes(acl))
    .map(({ ListenerId, ListenerPort, ListenerProtocol, LoadBalancerId }) => ({
      ListenerId,
      ListenerPort,
      ListenerProtocol,
      LoadBalancerId,
      Status: 'Associated',
    }));
}
