import type { OperationTable } from '../../model/operation.ts';
import { ADJACENT, on } from '../touch.ts';

const table = on('vpc.route-table', 'RouteTableId');
const entry = on('vpc.route-entry', 'RouteEntryId');
const vswitch = on('vpc.vswitch', 'VSwitchId');
const aclOfVswitch = on('vpc.vswitch', 'Resource.ResourceId')('network-acl-changed', { value: ['NetworkAclId'] });
const acl = on('vpc.network-acl', 'NetworkAclId');
const target = { value: ['DestinationCidrBlock', 'NextHopId', 'NextHopType'] };
const many = on('vpc.route-table', 'RouteEntries.RouteTableId')('route-changed', { value: ['RouteEntries'] });

/** Vpc: route tables and their entries, and the network ACLs of vSwitches. */
export const routes: OperationTable['actions'] = {
  AssociateNetworkAcl: [aclOfVswitch],
  AssociateRouteTable: [vswitch('route-changed', { value: ['RouteTableId'] }), table('route-changed')],
  CopyNetworkAclEntries: [acl('network-acl-changed', { value: ['SourceNetworkAclId'] })],
  CreateRouteEntries: [
    many,
    on('vpc.route-entry', 'response.RouteEntryIds', 'response.RouteEntryIds.RouteEntryId')('created'),
  ],
  CreateRouteEntry: [table('route-changed', target), on('vpc.route-entry', 'response.RouteEntryId')('created')],
  DeleteNetworkAcl: [acl('deleted', ADJACENT)],
  DeleteRouteEntries: [many],
  DeleteRouteEntry: [table('route-changed', target), entry('deleted', target)],
  DeleteRouteTable: [table('deleted')],
  ModifyRouteEntry: [
    table('route-changed', { value: ['NewNextHopId', 'NewNextHopType'] }),
    entry('route-changed', { value: ['NewNextHopId', 'NewNextHopType'] }),
  ],
  ModifyVpcPrefixList: [
    on('vpc.prefix-list', 'PrefixListId')('route-changed', {
      ...ADJACENT,
      value: ['AddPrefixListEntry', 'RemovePrefixListEntry'],
    }),
  ],
  UnassociateNetworkAcl: [aclOfVswitch],
  UnassociateRouteTable: [vswitch('route-changed', { value: ['RouteTableId'] }), table('route-changed')],
  UpdateNetworkAclEntries: [acl('network-acl-changed', { value: ['IngressAclEntries', 'EgressAclEntries'] })],
};
