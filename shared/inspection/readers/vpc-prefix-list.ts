import { objectsOf, textOf } from '../../model/params.ts';
import { type Content, isContent, same } from '../content.ts';
import { entriesOf } from '../entry-list.ts';
import { contentOf, type Fields } from '../fields.ts';
import { answerOf, byAction, oneByOne, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';
import { wholeByToken } from '../whole-listing.ts';

const ENTRY: Fields = { Cidr: 'text', Description: 'text' };

/** A prefix list of VPC: the destinations of every route that names it. */
export const vpcPrefixList: Reader = {
  kind: 'vpc.prefix-list',
  aspect: 'configuration',
  effects: ['route-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const params = { PrefixListId: id, MaxResults: 100 };
    const entries = await wholeByToken(
      (NextToken) => answerOf(place, 'vpc', 'GetVpcPrefixListEntries', { ...params, NextToken }, 'PrefixListEntry'),
      'PrefixListEntry',
    );
    return { Entries: entries.map((entry) => contentOf(entry, ENTRY)) };
  }),
  predict: byAction({
    ModifyVpcPrefixList: ({ params }, _, before) => {
      const [added, removed] = ['AddPrefixListEntry', 'RemovePrefixListEntry'].map((name) =>
        objectsOf(params, name).map((entry) =>
          contentOf({ Cidr: textOf(entry, 'Cidr'), Description: textOf(entry, 'Description') }, ENTRY),
        ),
      );
      if (!isContent(before) || added === undefined || removed === undefined) return undefined;
      const kept = entriesOf(before).filter(({ Cidr }) => ![...added, ...removed].some((one) => one['Cidr'] === Cidr));
      return added.length + removed.length > 0 ? { ...before, Entries: [...kept, ...added] } : undefined;
    },
  }),
  restore: ({ id, region, present, wanted }) => {
    if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
    const [now, then] = [entriesOf(present), entriesOf(wanted)];
    const isIn = (list: readonly Content[], one: Content): boolean => list.some((entry) => same(entry, one));
    const AddPrefixListEntry = then.filter((entry) => !isIn(now, entry));
    const RemovePrefixListEntry = now
      .filter(({ Cidr }) => !then.some((one) => one['Cidr'] === Cidr))
      .map(({ Cidr = '' }) => ({ Cidr }));
    const params = { PrefixListId: id, AddPrefixListEntry, RemovePrefixListEntry };
    const isDue = AddPrefixListEntry.length + RemovePrefixListEntry.length > 0;
    return remedy(isDue ? [command('vpc', 'ModifyVpcPrefixList', region, params)] : []);
  },
};
