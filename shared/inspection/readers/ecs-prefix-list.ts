import { entriesChanged, restoreEntries } from '../entry-list.ts';
import { contentOf, membersOf } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Reader } from '../reader.ts';

/** A prefix list (前缀列表) that security group rules name in place of a CIDR block. */
export const ecsPrefixList: Reader = {
  kind: 'ecs.prefix-list',
  aspect: 'configuration',
  effects: ['rules-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const answer = await answerOf(
      place,
      'ecs',
      'DescribePrefixListAttributes',
      { PrefixListId: id },
      { PrefixListId: id },
    );
    return {
      ...contentOf(answer, {
        PrefixListName: 'text',
        AddressFamily: 'text',
        MaxEntries: 'number',
        Description: 'text',
      }),
      Entries: membersOf(answer['Entries']).map((entry) => contentOf(entry, { Cidr: 'text', Description: 'text' })),
    };
  }),
  predict: byAction({ ModifyPrefixList: entriesChanged('Cidr'), DeletePrefixList: gone }),
  restore: restoreEntries({
    key: 'Cidr',
    idName: 'PrefixListId',
    noun: 'PrefixList',
    fixed: ['AddressFamily', 'Description'],
  }),
};
