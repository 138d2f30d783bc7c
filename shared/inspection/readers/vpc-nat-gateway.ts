import { textOf } from '../../model/params.ts';
import { isContent, textIn } from '../content.ts';
import { contentOf, type Fields, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Predict, type Reader, theOne } from '../reader.ts';
import { restoreNatGateway } from '../restore/nat-gateway.ts';

const FIELDS: Fields = {
  Name: 'text',
  VpcId: 'text',
  VSwitchId: 'text',
  NetworkType: 'word',
  NatType: 'text',
  Spec: 'text',
  InternetChargeType: 'text',
  InstanceChargeType: 'text',
  DeletionProtection: 'flag',
  SnatTableIds: 'list',
};

/** A NAT gateway: the way out of the cluster's VPC. */
export const vpcNatGateway: Reader = {
  kind: 'vpc.nat-gateway',
  aspect: 'configuration',
  effects: ['deleted', 'spec-changed', 'release-protection-lifted'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const { NatGateways } = await answerOf(place, 'vpc', 'DescribeNatGateways', { NatGatewayId: id }, 'NatGateways');
    const nat = theOne(NatGateways, 'NatGatewayId', id);
    if (nat === undefined || nat['Status'] === 'Deleting') return null;
    return contentOf({ ...nat, VSwitchId: textIn(nat['NatGatewayPrivateInfo'], 'VswitchId') }, FIELDS);
  }),
  predict: byAction({
    DeleteNatGateway: gone,
    DeletionProtection: ({ params }, _, before) => {
      const DeletionProtection = textOf(params, 'ProtectionEnable')?.toLowerCase() === 'true';
      return isContent(before) ? { ...before, DeletionProtection } : undefined;
    },
    ModifyNatGatewaySpec: overlay,
    UpdateNatGatewayNatType: overlay,
  }),
  restore: restoreNatGateway,
};

function overlay({ params }: Parameters<Predict>[0], _: string, before: Parameters<Predict>[2]) {
  const aside = ['NatGatewayId', 'AutoPay', 'VSwitchId'];
  return isContent(before) ? overlaid(before, requested(params, aside, FIELDS)) : undefined;
}
