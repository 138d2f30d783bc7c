import { entriesChanged, restoreEntries } from '../entry-list.ts';
import { contentOf, membersOf } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Reader } from '../reader.ts';

/** A port list (端口列表) that security group rules name in place of a range. */
export const ecsPortRangeList: Reader = {
  kind: 'ecs.port-range-list',
  aspect: 'configuration',
  effects: ['rules-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const answer = await answerOf(place, 'ecs', 'DescribePortRangeListEntries', { PortRangeListId: id }, 'Entries');
    const entries = membersOf(answer['Entries']);
    return { Entries: entries.map((entry) => contentOf(entry, { PortRange: 'text', Description: 'text' })) };
  }),
  predict: byAction({ ModifyPortRangeList: entriesChanged('PortRange'), DeletePortRangeList: gone }),
  restore: restoreEntries({
    key: 'PortRange',
    idName: 'PortRangeListId',
    noun: 'PortRangeList',
    fixed: [],
  }),
};
