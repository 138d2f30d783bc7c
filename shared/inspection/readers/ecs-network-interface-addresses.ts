import type { Json } from '../../model/change.ts';
import { listOf, type Params } from '../../model/params.ts';
import { isContent, textIn, textsIn } from '../content.ts';
import { membersOf } from '../fields.ts';
import { byAction, type Predict, type Reader } from '../reader.ts';
import { command, remedy } from '../restore/command.ts';
import { interfaces } from './ecs-network-interface.ts';

/** Each sort of address: its field here and in calls, where answers hold it, and the calls that give and take it. */
const SORTS = [
  {
    field: 'PrivateIpAddress',
    sets: 'PrivateIpSets',
    give: 'AssignPrivateIpAddresses',
    take: 'UnassignPrivateIpAddresses',
  },
  { field: 'Ipv4Prefix', sets: 'Ipv4PrefixSets', give: 'AssignPrivateIpAddresses', take: 'UnassignPrivateIpAddresses' },
  { field: 'Ipv6Address', sets: 'Ipv6Sets', give: 'AssignIpv6Addresses', take: 'UnassignIpv6Addresses' },
  { field: 'Ipv6Prefix', sets: 'Ipv6PrefixSets', give: 'AssignIpv6Addresses', take: 'UnassignIpv6Addresses' },
] as const;
const COUNTS = ['SecondaryPrivateIpAddressCount', 'Ipv4PrefixCount', 'Ipv6AddressCount', 'Ipv6PrefixCount'];

/** The addresses of a network interface: pods live on them, and Terway changes them all the time. */
export const ecsNetworkInterfaceAddresses: Reader = {
  kind: 'ecs.network-interface',
  aspect: 'addresses',
  effects: ['address-changed'],
  batch: 100,
  read: async (place, ids) => interfaces(place, ids, addressesIn),
  predict: byAction({
    AssignPrivateIpAddresses: changed((had, named) => [...new Set([...had, ...named])]),
    AssignIpv6Addresses: changed((had, named) => [...new Set([...had, ...named])]),
    UnassignPrivateIpAddresses: changed((had, named) => had.filter((one) => !named.includes(one))),
    UnassignIpv6Addresses: changed((had, named) => had.filter((one) => !named.includes(one))),
  }),
  isGoneForGood: true,
  restore: ({ id, region, present, wanted }) => {
    const commands = SORTS.flatMap(({ field, give, take }) => {
      const [now, then] = [textsIn(present, field), textsIn(wanted, field)];
      const missing = then.filter((one) => !now.includes(one));
      const surplus = now.filter((one) => !then.includes(one));
      const call = (action: string, named: readonly string[]): readonly string[] =>
        named.length > 0 ? [command('ecs', action, region, { NetworkInterfaceId: id, [field]: named })] : [];
      return [...call(give, missing), ...call(take, surplus)];
    });
    return remedy(
      commands,
      'Addresses come back only while they are free; pods that lost theirs must be created again.',
    );
  },
};

function addressesIn(item: Readonly<Record<string, unknown>>): Json {
  return Object.fromEntries(
    SORTS.map(({ field, sets }) => [
      field,
      membersOf(item[sets])
        .map((member) => textIn(member, field) ?? '')
        .toSorted(),
    ]),
  );
}

function changed(change: (had: readonly string[], named: readonly string[]) => readonly string[]): Predict {
  return ({ params }, _, before) => {
    if (!isContent(before) || !isExplicit(params)) return undefined;
    return Object.fromEntries(
      SORTS.map(({ field }) => [field, change(textsIn(before, field), listOf(params, field)).toSorted()]),
    );
  };
}

/** A number of addresses does not say which. */
function isExplicit(params: Params): boolean {
  return (
    COUNTS.every((name) => listOf(params, name).length === 0) &&
    SORTS.some(({ field }) => listOf(params, field).length > 0)
  );
}
