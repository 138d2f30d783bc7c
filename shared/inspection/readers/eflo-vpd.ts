import { textOf } from '../../model/params.ts';
import { type Content, isContent, textIn, textsIn, without } from '../content.ts';
import { contentOf, type Fields, membersOf } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Place, type Reader } from '../reader.ts';
import { restoreVpd, subnetsOf } from '../restore/vpd.ts';
import { wholeByNumber } from '../whole-listing.ts';

const FIELDS: Fields = { VpdName: 'text', Cidr: 'text', SecondaryCidrBlocks: 'list' };
const SUBNET: Fields = { SubnetName: 'text', Cidr: 'text', Type: 'text', ZoneId: 'text' };
const AT_ONCE = 100;

/** The network of Lingjun nodes (灵骏网段): its address blocks and its subnets. */
export const efloVpd: Reader = {
  kind: 'eflo.vpd',
  aspect: 'configuration',
  effects: ['deleted', 'address-space-changed'],
  batch: 1,
  read: oneByOne(async (place, VpdId) => {
    const [{ Content: vpd }, subnets] = await Promise.all([
      answerOf(place, 'eflo', 'GetVpd', { VpdId }, { 'Content.VpdId': VpdId }),
      readSubnets(place, VpdId),
    ]);
    const Subnets = subnets.map((subnet) => [textIn(subnet, 'SubnetId') ?? '', contentOf(subnet, SUBNET)]);
    return { ...contentOf(isContent(vpd) ? vpd : {}, FIELDS), Subnets: Object.fromEntries(Subnets) as Content };
  }),
  predict: byAction({
    DeleteVpd: gone,
    DeleteSubnet: ({ params }, _, before) => {
      const id = textOf(params, 'SubnetId');
      if (!isContent(before) || id === undefined) return undefined;
      return { ...before, Subnets: without(subnetsOf(before), [id]) };
    },
    UnAssociateVpdCidrBlock: ({ params }, _, before) => {
      const block = textOf(params, 'SecondaryCidrBlock');
      if (!isContent(before) || block === undefined) return undefined;
      const blocks = textsIn(before, 'SecondaryCidrBlocks').filter((one) => one !== block);
      return { ...before, SecondaryCidrBlocks: blocks };
    },
  }),
  isGoneForGood: true,
  restore: restoreVpd,
};

async function readSubnets(place: Place, VpdId: string): Promise<readonly Content[]> {
  const params = { VpdId, PageSize: AT_ONCE };
  return wholeByNumber(async (PageNumber) => {
    const { Content } = await answerOf(place, 'eflo', 'ListSubnets', { ...params, PageNumber }, 'Content.Data');
    const page = isContent(Content) ? Content : {};
    const mine = membersOf(page['Data']).filter((subnet) => (textIn(subnet, 'VpdId') ?? VpdId) === VpdId);
    return { Data: mine, TotalCount: page['Total'] };
  }, 'Data');
}
