import type { OperationTable } from '../../model/operation.ts';
import { ADJACENT, on } from '../touch.ts';
import { addresses } from './addresses.ts';
import { ignored } from './ignored.ts';
import { routes } from './routes.ts';

const vpcOf = on('vpc.vpc', 'VpcId');
const nat = on('vpc.nat-gateway', 'NatGatewayId');
const snat = on('vpc.snat-table', 'SnatTableId')('egress-changed', {
  value: ['SnatIp', 'SourceCIDR', 'SourceVSwitchId'],
});
const gateway = on('vpc.ipv4-gateway', 'Ipv4GatewayId')('egress-changed');
const dhcp = { value: ['DhcpOptionsSetId'] };

/** What each write of ActionTrail's service Vpc does, and to which resource. */
export const vpc: OperationTable = {
  service: 'Vpc',
  versions: ['2016-04-28'],
  actions: {
    ...addresses,
    ...routes,
    AttachDhcpOptionsSetToVpc: [vpcOf('dhcp-options-changed', dhcp)],
    CreateNatGateway: [on('vpc.nat-gateway', 'response.NatGatewayId')('created')],
    CreateSnatEntry: [snat],
    DeleteIpv4Gateway: [gateway],
    DeleteNatGateway: [nat('deleted')],
    DeleteSnatEntry: [snat],
    DeleteVSwitch: [on('vpc.vswitch', 'VSwitchId')('deleted', ADJACENT)],
    DeleteVpc: [vpcOf('deleted')],
    DetachDhcpOptionsSetFromVpc: [vpcOf('dhcp-options-changed', dhcp)],
    EnableVpcIpv4Gateway: [gateway],
    ModifyNatGatewaySpec: [nat('spec-changed', { ...ADJACENT, value: ['Spec'] })],
    ModifySnatEntry: [snat],
    ModifyVpcCidrBlock: [vpcOf('address-space-changed', { ...ADJACENT, value: ['CidrBlock'] })],
    ReplaceVpcDhcpOptionsSet: [vpcOf('dhcp-options-changed', dhcp)],
    UnassociateVpcCidrBlock: [vpcOf('address-space-changed', { value: ['SecondaryCidrBlock', 'IPv6CidrBlock'] })],
    UpdateDhcpOptionsSetAttribute: [
      on('vpc.dhcp-options-set', 'DhcpOptionsSetId')('dhcp-options-changed', {
        value: ['DomainNameServers', 'DomainName'],
      }),
    ],
    UpdateNatGatewayNatType: [nat('spec-changed', { ...ADJACENT, value: ['NatType'] })],
  },
  ignored,
};
