import type { Product } from '../api.ts';
import { deletionProtectionOperations } from './deletion-protection.ts';
import { dhcpOptionsOperations } from './dhcp-options.ts';
import { eipOperations } from './eip.ts';
import type { EipState } from './eip-state.ts';
import { ipv4GatewayOperations } from './ipv4-gateways.ts';
import { natGatewayOperations } from './nat-gateways.ts';
import { networkAclOperations } from './network-acls.ts';
import { prefixListOperations } from './prefix-lists.ts';
import { routeEntryOperations } from './route-entries.ts';
import { routeTableOperations } from './route-tables.ts';
import { snatEntryOperations } from './snat-entries.ts';
import type { VpcState } from './state.ts';
import { vpcOperations } from './vpcs.ts';
import { vSwitchOperations } from './vswitches.ts';

/** Virtual Private Cloud over one state. */
export function vpcProduct(vpc: VpcState, eips: EipState): Product {
  return {
    serviceName: 'Vpc',
    product: 'vpc',
    versions: ['2016-04-28'],
    style: 'RPC',
    callsPerSecond: 30,
    operations: {
      ...vpcOperations(vpc),
      ...dhcpOptionsOperations(vpc),
      ...vSwitchOperations(vpc),
      ...routeTableOperations(vpc),
      ...routeEntryOperations(vpc),
      ...networkAclOperations(vpc),
      ...natGatewayOperations(vpc),
      ...deletionProtectionOperations(vpc, eips),
      ...eipOperations(eips),
      ...snatEntryOperations(vpc),
      ...ipv4GatewayOperations(vpc),
      ...prefixListOperations(vpc),
    },
  };
}
