import type { OperationTable } from '../model/operation.ts';
import { names } from './names.ts';
import { ADJACENT, on } from './touch.ts';

const eni = on('eflo.network-interface', 'ElasticNetworkInterfaceId', 'NetworkInterfaceId');
const vpd = on('eflo.vpd', 'VpdId');
const vcc = on('eflo.vcc', 'VccId');
const router = on('eflo.express-router', 'ErId');

/** What each write of ActionTrail's service eflo (Lingjun's network) does, and to which resource. */
export const eflo: OperationTable = {
  service: 'eflo',
  versions: ['2022-05-30'],
  actions: {
    AssignLeniPrivateIpAddress: [eni('address-changed', { value: ['PrivateIpAddress'] })],
    AssignPrivateIpAddress: [eni('address-changed', { value: ['PrivateIpAddress'] })],
    AttachElasticNetworkInterface: [eni('attached', { value: ['NodeId'] })],
    CreateElasticNetworkInterface: [
      on('eflo.network-interface', 'response.Content.ElasticNetworkInterfaceId')('created'),
    ],
    DeleteElasticNetworkInterface: [eni('deleted')],
    DeleteErAttachment: [router('route-changed', ADJACENT)],
    DeleteErRouteMap: [router('route-changed', ADJACENT)],
    DeleteSubnet: [vpd('address-space-changed', ADJACENT)],
    DeleteVccRouteEntry: [vcc('route-changed', ADJACENT)],
    DeleteVpd: [vpd('deleted', ADJACENT)],
    DetachElasticNetworkInterface: [eni('detached', { value: ['NodeId'] })],
    RefundVcc: [vcc('deleted', ADJACENT)],
    SwitchVccConnection: [vcc('route-changed', ADJACENT)],
    UnAssignPrivateIpAddress: [eni('address-changed', { value: ['PrivateIpAddress'] })],
    UnAssociateVpdCidrBlock: [vpd('address-space-changed', ADJACENT)],
    UnassignLeniPrivateIpAddress: [eni('address-changed', { value: ['IpName'] })],
    UpdateElasticNetworkInterface: [eni('spec-changed', { value: ['SecurityGroupId', 'Description'] })],
    UpdateErRouteMap: [router('route-changed', ADJACENT)],
    UpdateLeniPrivateIpAddress: [eni('address-changed', { ...ADJACENT, value: ['Description'] })],
  },
  ignored: names(`
    AssociateVpdCidrBlock CreateEr CreateErAttachment CreateErRouteMap CreateSubnet CreateVcc CreateVccGrantRule
    CreateVccRouteEntry CreateVpd CreateVpdGrantRule DeleteEr DeleteVccGrantRule DeleteVpdGrantRule InitializeVcc
    RetryVcc UpdateEr UpdateErAttachment UpdateSubnet UpdateVcc UpdateVpd
  `),
};
