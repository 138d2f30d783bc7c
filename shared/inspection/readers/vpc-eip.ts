import type { Json } from '../../model/change.ts';
import { textOf } from '../../model/params.ts';
import { type Content, isContent, textIn, without } from '../content.ts';
import { contentOf, type Fields, membersOf, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, byId, gone, type Predict, type Reader } from '../reader.ts';
import { restoreEip } from '../restore/eip.ts';

const FIELDS: Fields = {
  Name: 'text',
  Description: 'text',
  IpAddress: 'text',
  InstanceId: 'text',
  InstanceType: 'text',
  PrivateIpAddress: 'text',
  Mode: 'text',
  Bandwidth: 'number',
  InternetChargeType: 'text',
  BandwidthPackageId: 'text',
  DeletionProtection: 'flag',
};
const BINDING = ['InstanceId', 'InstanceType', 'PrivateIpAddress', 'Mode'];

/** An elastic IP address: to what it is bound, how wide, and whether it is guarded. */
export const vpcEip: Reader = {
  kind: 'vpc.eip',
  aspect: 'configuration',
  effects: [
    'public-address-added',
    'public-address-removed',
    'attribute-changed',
    'bandwidth-changed',
    'release-protection-lifted',
  ],
  batch: 50,
  read: async (place, ids) => {
    const answer = await answerOf(
      place,
      'vpc',
      'DescribeEipAddresses',
      { AllocationId: ids.join(','), PageSize: 100 },
      'EipAddresses',
    );
    return byId(ids, membersOf(answer['EipAddresses']), answer['TotalCount'], (eip) => [
      textIn(eip, 'AllocationId'),
      contentOf(eip, FIELDS),
    ]);
  },
  predict: byAction({
    AssociateEipAddress: ({ params }, _, before) => (isContent(before) ? bound(before, params) : undefined),
    AssociateEipAddressBatch: ({ params }, _, before) => (isContent(before) ? bound(before, params) : undefined),
    UnassociateEipAddress: (_, __, before) => (isContent(before) ? without(before, BINDING) : undefined),
    ReleaseEipAddress: gone,
    ModifyEipAddressAttribute: ({ params }, _, before) =>
      isContent(before) ? overlaid(before, requested(params, ['AllocationId'], FIELDS)) : undefined,
    RemoveCommonBandwidthPackageIp: (_, __, before) =>
      isContent(before) ? without(before, ['BandwidthPackageId']) : undefined,
    DeletionProtection: ({ params }, _, before) => {
      const DeletionProtection = textOf(params, 'ProtectionEnable')?.toLowerCase() === 'true';
      return isContent(before) ? { ...before, DeletionProtection } : undefined;
    },
  }),
  // Only what is bound can be unbound, and only what is free can be bound.
  recall: ({ action, params }, _, after) => {
    if (!isContent(after)) return undefined;
    const name = action.toLowerCase();
    if (name === 'associateeipaddress' || name === 'associateeipaddressbatch') return without(after, BINDING);
    const isNamed = textOf(params, 'InstanceId') !== undefined;
    return name === 'unassociateeipaddress' && isNamed ? bound(after, params) : undefined;
  },
  isGoneForGood: true,
  restore: restoreEip,
};

function bound(eip: Content, params: Parameters<Predict>[0]['params']): Json | undefined {
  const InstanceId = textOf(params, 'InstanceId') ?? textOf(params, 'BindedInstanceId');
  if (InstanceId === undefined) return undefined;
  const said = {
    InstanceId,
    InstanceType: textOf(params, 'InstanceType') ?? textOf(params, 'BindedInstanceType') ?? 'EcsInstance',
    PrivateIpAddress: textOf(params, 'PrivateIpAddress'),
    Mode: textOf(params, 'Mode'),
  };
  return { ...eip, ...contentOf(said, FIELDS) };
}
