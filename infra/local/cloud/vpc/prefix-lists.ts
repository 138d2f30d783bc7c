import { objectsOf, textOf } from '../../../../shared/model/params.ts';
import { type Operation } from '../api.ts';
import { tokenPage } from '../pages.ts';
import { references } from '../references.ts';
import { named } from './find.ts';
import type { VpcState } from './state.ts';

/** Lists of address blocks that routes name as their destination. */
export function prefixListOperations(state: VpcState): Readonly<Record<string, Operation>> {
  return {
    GetVpcPrefixListEntries: {
      rw: 'Read',
      required: ['PrefixListId'],
      run: (call) => {
        const { PrefixListId, RegionId, Entries } = named(state.prefixLists, call, 'PrefixListId');
        const { items, NextToken } = tokenPage(call.params, Entries, { usual: 20, most: 100 });
        const PrefixListEntry = items.map((entry) => ({ ...entry, PrefixListId, RegionId }));
        return { PrefixListEntry, NextToken, Count: items.length, TotalCount: Entries.length };
      },
    },
    ModifyVpcPrefixList: {
      rw: 'Write',
      required: ['PrefixListId'],
      run: (call) => {
        const list = named(state.prefixLists, call, 'PrefixListId');
        const added = objectsOf(call.params, 'AddPrefixListEntry').map((entry) => ({
          Cidr: textOf(entry, 'Cidr') ?? '',
          Description: textOf(entry, 'Description') ?? '',
        }));
        const gone = [...objectsOf(call.params, 'RemovePrefixListEntry'), ...added].map((entry) => entry['Cidr']);
        const kept = list.Entries.filter(({ Cidr }) => !gone.includes(Cidr));
        state.prefixLists.set(list.PrefixListId, { ...list, Entries: [...kept, ...added] });
        return { PrefixListId: list.PrefixListId };
      },
      references: references({ 'ACS::VPC::PrefixList': ['PrefixListId'] }),
    },
  };
}
