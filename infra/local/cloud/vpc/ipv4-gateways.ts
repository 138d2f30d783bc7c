import { type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { text } from '../parameters.ts';
import { references } from '../references.ts';
import { named, vpcNamed } from './find.ts';
import type { Ipv4Gateway, VpcState } from './state.ts';

/** IPv4 gateways: with one, public traffic of a VPC goes where its route table says. */
export function ipv4GatewayOperations(state: VpcState): Readonly<Record<string, Operation>> {
  const ofGateway = references({ 'ACS::VPC::Ipv4Gateway': ['Ipv4GatewayId'] });
  return {
    GetIpv4GatewayAttribute: {
      rw: 'Read',
      required: ['Ipv4GatewayId'],
      run: (call) => {
        const { RegionId: _, ...gateway } = named(state.ipv4Gateways, call, 'Ipv4GatewayId');
        return { ...gateway, Status: 'Created', Ipv4GatewayDescription: '', Ipv4GatewayRouteTableId: '', Tags: [] };
      },
    },
    CreateIpv4Gateway: {
      rw: 'Write',
      required: ['VpcId'],
      run: (call) => {
        const vpc = vpcNamed(state, call);
        const Ipv4GatewayId = newId('ipv4gw');
        const { VpcId, RegionId } = vpc;
        const Ipv4GatewayName = text(call.params, 'Ipv4GatewayName') ?? '';
        state.ipv4Gateways.set(Ipv4GatewayId, { Ipv4GatewayId, Ipv4GatewayName, VpcId, RegionId, Enabled: false });
        state.vpcs.set(VpcId, { ...vpc, Ipv4GatewayId });
        return { Ipv4GatewayId };
      },
      references: references({ 'ACS::VPC::Ipv4Gateway': ['answer.Ipv4GatewayId'] }),
    },
    EnableVpcIpv4Gateway: {
      rw: 'Write',
      required: ['Ipv4GatewayId'],
      run: (call) => {
        const gateway = named(state.ipv4Gateways, call, 'Ipv4GatewayId');
        state.ipv4Gateways.set(gateway.Ipv4GatewayId, { ...gateway, Enabled: true });
        return {};
      },
      references: ofGateway,
    },
    DeleteIpv4Gateway: {
      rw: 'Write',
      required: ['Ipv4GatewayId'],
      run: (call) => {
        deleted(state, named(state.ipv4Gateways, call, 'Ipv4GatewayId'));
        return {};
      },
      references: ofGateway,
    },
  };
}

function deleted(state: VpcState, { Ipv4GatewayId, VpcId }: Ipv4Gateway): void {
  const vpc = state.vpcs.get(VpcId);
  state.ipv4Gateways.delete(Ipv4GatewayId);
  if (vpc !== undefined) state.vpcs.set(VpcId, { ...vpc, Ipv4GatewayId: '' });
}
