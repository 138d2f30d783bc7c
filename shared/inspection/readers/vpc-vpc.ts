import { listOf, textOf } from '../../model/params.ts';
import { isContent, textsIn, without } from '../content.ts';
import { contentOf, type Fields, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Predict, type Reader } from '../reader.ts';
import { restoreVpc } from '../restore/vpc.ts';

const FIELDS: Fields = {
  VpcName: 'text',
  CidrBlock: 'text',
  SecondaryCidrBlocks: 'list',
  DhcpOptionsSetId: 'text',
  Ipv4GatewayId: 'text',
  ResourceGroupId: 'text',
};

/** A VPC: its address blocks and the DHCP options that its instances are given. */
export const vpcVpc: Reader = {
  kind: 'vpc.vpc',
  aspect: 'configuration',
  effects: ['deleted', 'address-space-changed', 'dhcp-options-changed'],
  batch: 1,
  read: oneByOne(async (place, id) =>
    contentOf(await answerOf(place, 'vpc', 'DescribeVpcAttribute', { VpcId: id }, { VpcId: id }), FIELDS),
  ),
  predict: byAction({
    DeleteVpc: gone,
    AttachDhcpOptionsSetToVpc: withOptions,
    ReplaceVpcDhcpOptionsSet: withOptions,
    DetachDhcpOptionsSetFromVpc: (_, __, before) =>
      isContent(before) ? without(before, ['DhcpOptionsSetId']) : undefined,
    ModifyVpcCidrBlock: ({ params }, _, before) =>
      isContent(before) ? overlaid(before, requested(params, ['VpcId'], FIELDS)) : undefined,
    UnassociateVpcCidrBlock: ({ params }, _, before) => {
      const taken = listOf(params, 'SecondaryCidrBlock');
      const blocks = textsIn(before, 'SecondaryCidrBlocks').filter((block) => !taken.includes(block));
      return isContent(before) && taken.length > 0 ? { ...before, SecondaryCidrBlocks: blocks } : undefined;
    },
  }),
  // What is detached was attached, and what is taken off was on it.
  recall: ({ action, params }, _, after) => {
    if (!isContent(after)) return undefined;
    const DhcpOptionsSetId = textOf(params, 'DhcpOptionsSetId');
    const taken = listOf(params, 'SecondaryCidrBlock');
    switch (action.toLowerCase()) {
      case 'detachdhcpoptionssetfromvpc':
        return DhcpOptionsSetId === undefined ? undefined : { ...after, DhcpOptionsSetId };
      case 'attachdhcpoptionssettovpc':
        return without(after, ['DhcpOptionsSetId']);
      case 'unassociatevpccidrblock':
        return { ...after, SecondaryCidrBlocks: [...textsIn(after, 'SecondaryCidrBlocks'), ...taken].toSorted() };
      default:
        return undefined;
    }
  },
  isGoneForGood: true,
  restore: restoreVpc,
};

function withOptions({ params }: Parameters<Predict>[0], _: string, before: Parameters<Predict>[2]) {
  const DhcpOptionsSetId = textOf(params, 'DhcpOptionsSetId');
  return isContent(before) && DhcpOptionsSetId !== undefined ? { ...before, DhcpOptionsSetId } : undefined;
}
