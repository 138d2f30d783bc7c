import { textOf } from '../../model/params.ts';
import { type Content, isContent, textIn, without } from '../content.ts';
import { membersOf } from '../fields.ts';
import { answerOf, byAction, oneByOne, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';
import { wholeByNumber } from '../whole-listing.ts';

const AT_ONCE = 100;

/** The further addresses of a Lingjun network interface, those of pods: address → its name. */
export const efloNetworkInterfaceAddresses: Reader = {
  kind: 'eflo.network-interface',
  aspect: 'addresses',
  effects: ['address-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const params = { ElasticNetworkInterfaceId: id, PageSize: AT_ONCE };
    const found = await wholeByNumber(async (PageNumber) => {
      const { Content } = await answerOf(
        place,
        'eflo',
        'ListLeniPrivateIpAddresses',
        { ...params, PageNumber },
        'Content.Data',
      );
      return isContent(Content) ? { Data: membersOf(Content['Data']), TotalCount: Content['Total'] } : {};
    }, 'Data');
    const addresses = found.map((item) => [textIn(item, 'PrivateIpAddress') ?? '', textIn(item, 'IpName') ?? '']);
    return Object.fromEntries(addresses) as Content;
  }),
  predict: byAction({
    AssignLeniPrivateIpAddress: ({ params }, _, before) => {
      const address = textOf(params, 'PrivateIpAddress');
      // Its name is given by the call, and not told before.
      return isContent(before) && address !== undefined ? { ...before, [address]: '' } : undefined;
    },
    UnassignLeniPrivateIpAddress: ({ params }, _, before) => {
      const name = textOf(params, 'IpName');
      const address = isContent(before) ? Object.keys(before).find((one) => before[one] === name) : undefined;
      return isContent(before) && address !== undefined ? without(before, [address]) : undefined;
    },
  }),
  // Names are given anew.
  essence: (state) => (isContent(state) ? Object.keys(state) : state),
  restore: ({ id, region, present, wanted }) => {
    if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
    const call = (action: string, params: object): string =>
      command('eflo', action, region, { ElasticNetworkInterfaceId: id, ...params });
    const missing = Object.keys(wanted).filter((address) => present[address] === undefined);
    const surplus = Object.entries(present).filter(([address]) => wanted[address] === undefined);
    return remedy([
      ...missing.map((PrivateIpAddress) => call('AssignLeniPrivateIpAddress', { PrivateIpAddress })),
      ...surplus.map(([, IpName]) => call('UnassignLeniPrivateIpAddress', { IpName })),
    ]);
  },
};
