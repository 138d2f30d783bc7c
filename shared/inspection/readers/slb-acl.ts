import type { Json } from '../../model/change.ts';
import { objectsOf, type Params, textOf } from '../../model/params.ts';
import { type Content, isContent } from '../content.ts';
import { contentOf, membersOf } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Predict, type Reader } from '../reader.ts';
import { entriesOf, restoreAcl } from '../restore/acl.ts';

/** An access control list (访问控制策略组) of load balancers. */
export const slbAcl: Reader = {
  kind: 'slb.acl',
  aspect: 'configuration',
  effects: ['acl-changed', 'name-changed', 'resource-group-changed', 'created'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const answer = await answerOf(place, 'slb', 'DescribeAccessControlListAttribute', { AclId: id }, { AclId: id });
    return {
      ...contentOf(answer, { AclName: 'text', AddressIPVersion: 'word', ResourceGroupId: 'text' }),
      AclEntrys: membersOf(answer['AclEntrys']).map((member) =>
        contentOf(member, { AclEntryIP: 'text', AclEntryComment: 'text' }),
      ),
    };
  }),
  predict: byAction({
    DeleteAccessControlList: gone,
    CreateAccessControlList: ({ params }) => ({
      ...contentOf(params, { AclName: 'text', AddressIPVersion: 'word' }),
      AclEntrys: [],
    }),
    AddAccessControlListEntry: changed((had, named) => [
      ...had,
      ...named.filter((one) => !had.some((entry) => entry['AclEntryIP'] === one['AclEntryIP'])),
    ]),
    RemoveAccessControlListEntry: changed((had, named) =>
      had.filter((entry) => !named.some((one) => entry['AclEntryIP'] === one['AclEntryIP'])),
    ),
    SetAccessControlListAttribute: ({ params }, _, before): Json | undefined => {
      const name = textOf(params, 'AclName');
      return isContent(before) && name !== undefined ? { ...before, AclName: name } : undefined;
    },
  }),
  restore: restoreAcl,
};

function changed(change: (had: readonly Content[], named: readonly Content[]) => readonly Content[]): Predict {
  return ({ params }, _, before) => {
    const entries = named(params);
    return isContent(before) && entries.length > 0
      ? { ...before, AclEntrys: change(entriesOf(before), entries) }
      : undefined;
  };
}

/** Calls write entries otherwise than answers do. */
function named(params: Params): readonly Content[] {
  return objectsOf(params, 'AclEntrys').map((entry) => {
    const { entry: AclEntryIP, comment: AclEntryComment } = contentOf(entry, { entry: 'text', comment: 'text' });
    return {
      ...(AclEntryIP === undefined ? {} : { AclEntryIP }),
      ...(AclEntryComment === undefined ? {} : { AclEntryComment }),
    };
  });
}
