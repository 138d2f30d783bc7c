import type { Json } from '../../model/change.ts';
import { textOf } from '../../model/params.ts';
import { isContent, without } from '../content.ts';
import { contentOf, type Fields } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Reader, theOne } from '../reader.ts';
import { restoreVSwitch } from '../restore/vswitch.ts';

const FIELDS: Fields = {
  VSwitchName: 'text',
  VpcId: 'text',
  ZoneId: 'text',
  CidrBlock: 'text',
  NetworkAclId: 'text',
  RouteTableId: 'text',
  RouteTableType: 'text',
};
const TABLE = ['RouteTableId', 'RouteTableType'];

/** A vSwitch of nodes or pods: which route table and which network ACL are in force on it. */
export const vpcVSwitch: Reader = {
  kind: 'vpc.vswitch',
  aspect: 'configuration',
  effects: ['deleted', 'route-changed', 'network-acl-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const { VSwitches } = await answerOf(place, 'vpc', 'DescribeVSwitches', { VSwitchId: id }, 'VSwitches');
    const vSwitch = theOne(VSwitches, 'VSwitchId', id);
    if (vSwitch === undefined) return null;
    const table = isContent(vSwitch['RouteTable']) ? vSwitch['RouteTable'] : {};
    return contentOf({ ...vSwitch, ...table }, FIELDS);
  }),
  predict: byAction({
    DeleteVSwitch: gone,
    AssociateRouteTable: ({ params }, _, before) => (isContent(before) ? withTable(before, params) : undefined),
    AssociateNetworkAcl: ({ params }, _, before): Json | undefined => {
      const NetworkAclId = textOf(params, 'NetworkAclId');
      return isContent(before) && NetworkAclId !== undefined ? { ...before, NetworkAclId } : undefined;
    },
    UnassociateNetworkAcl: (_, __, before) => (isContent(before) ? without(before, ['NetworkAclId']) : undefined),
  }),
  // What is taken off a vSwitch was on it.
  recall: ({ action, params }, _, after) => {
    if (!isContent(after)) return undefined;
    if (action.toLowerCase() === 'unassociateroutetable') return withTable(after, params);
    const NetworkAclId = textOf(params, 'NetworkAclId');
    return action.toLowerCase() === 'unassociatenetworkacl' && NetworkAclId !== undefined
      ? { ...after, NetworkAclId }
      : undefined;
  },
  isGoneForGood: true,
  restore: restoreVSwitch,
};

/** Only tables that somebody made can be associated. */
function withTable(state: Json, params: Parameters<typeof textOf>[0]): Json | undefined {
  const RouteTableId = textOf(params, 'RouteTableId');
  if (!isContent(state) || RouteTableId === undefined) return undefined;
  return { ...without(state, TABLE), RouteTableId, RouteTableType: 'Custom' };
}
