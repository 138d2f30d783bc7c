import { isContent } from '../content.ts';
import { contentOf } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';

/** An IPv4 gateway: once enabled, public traffic of the VPC goes only where routes lead to it. */
export const vpcIpv4Gateway: Reader = {
  kind: 'vpc.ipv4-gateway',
  aspect: 'configuration',
  effects: ['deleted', 'egress-changed'],
  batch: 1,
  read: oneByOne(async (place, id) =>
    contentOf(await answerOf(place, 'vpc', 'GetIpv4GatewayAttribute', { Ipv4GatewayId: id }, { Ipv4GatewayId: id }), {
      Ipv4GatewayName: 'text',
      VpcId: 'text',
      Enabled: 'flag',
    }),
  ),
  predict: byAction({
    DeleteIpv4Gateway: gone,
    EnableVpcIpv4Gateway: (_, __, before) => (isContent(before) ? { ...before, Enabled: true } : undefined),
  }),
  restore: ({ id, region, present, wanted }) => {
    if (!isContent(wanted)) return UNKNOWN;
    if (isContent(present)) return remedy([], 'No call disables an IPv4 gateway again: delete it, or add the routes.');
    const { VpcId, Ipv4GatewayName } = wanted;
    return remedy(
      [command('vpc', 'CreateIpv4Gateway', region, { VpcId, Ipv4GatewayName })],
      `The new gateway gets another id than ${id}: lead the routes to it and enable it if the old one was enabled.`,
    );
  },
};
