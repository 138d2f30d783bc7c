import type { Json } from '../../model/change.ts';
import { type Params, textOf } from '../../model/params.ts';
import { type Content, isContent, textIn, without } from '../content.ts';
import { contentOf } from '../fields.ts';
import { answerOf, byAction, oneByOne, type Predict, type Reader } from '../reader.ts';
import { type Addresses, addressesOf, restoreSnatTable } from '../restore/snat-table.ts';
import { wholeByNumber } from '../whole-listing.ts';

const AT_ONCE = 50;

/** The addresses from which the traffic of a VPC leaves: source → SNAT entry. */
export const vpcSnatTable: Reader = {
  kind: 'vpc.snat-table',
  aspect: 'configuration',
  effects: ['egress-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const params = { SnatTableId: id, PageSize: AT_ONCE };
    const entries = await wholeByNumber(
      (PageNumber) => answerOf(place, 'vpc', 'DescribeSnatTableEntries', { ...params, PageNumber }, 'SnatTableEntries'),
      'SnatTableEntries',
    );
    return { Entries: Object.fromEntries(entries.map((entry) => [sourceOf(entry), entryIn(entry)])) };
  }),
  predict: byAction({
    CreateSnatEntry: entries(({ params }, had) => {
      const source = sourceOf(params);
      return source === '' ? undefined : { ...had, [source]: entryIn(params) };
    }),
    DeleteSnatEntry: entries(({ params }, had) => {
      const source = sourceById(params, had);
      return source === undefined ? undefined : without(had, [source]);
    }),
    ModifySnatEntry: entries(({ params }, had) => {
      const source = sourceById(params, had);
      return source === undefined ? undefined : { ...had, [source]: { ...had[source], ...entryIn(params) } };
    }),
  }),
  essence: (state) => {
    const all = Object.entries(addressesOf(state)).map(([source, entry]) => [source, without(entry, ['SnatEntryId'])]);
    return isContent(state) ? { ...state, Entries: Object.fromEntries(all) as Content } : state;
  },
  restore: restoreSnatTable,
};

/** A vSwitch stands for its block. */
function sourceOf(entry: Params): string {
  return textOf(entry, 'SourceVSwitchId') ?? textOf(entry, 'SourceCIDR') ?? '';
}

function entryIn(entry: Params): Content {
  const said = { SnatEntryId: textOf(entry, 'SnatEntryId'), SnatIp: textOf(entry, 'SnatIp') };
  return contentOf(said, { SnatEntryId: 'text', SnatIp: 'text' });
}

function sourceById(params: Params, had: Addresses): string | undefined {
  const id = textOf(params, 'SnatEntryId');
  return Object.keys(had).find((source) => textIn(had[source], 'SnatEntryId') === id);
}

function entries(change: (event: Parameters<Predict>[0], had: Addresses) => Content | undefined): Predict {
  return (event, _, before): Json | undefined => {
    const changed = isContent(before) ? change(event, addressesOf(before)) : undefined;
    return isContent(before) && changed !== undefined ? { ...before, Entries: changed } : undefined;
  };
}
