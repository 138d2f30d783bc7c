import type { OperationTable } from '../../model/operation.ts';
import { ADJACENT, on } from '../touch.ts';

const eni = on('ecs.network-interface', 'NetworkInterfaceId');
const qosGroup = on('ecs.eni-qos-group', 'QosGroupName');
const addresses = { value: ['PrivateIpAddress', 'Ipv4Prefix', 'SecondaryPrivateIpAddressCount'] };
const addresses6 = { value: ['Ipv6Address', 'Ipv6Prefix', 'Ipv6AddressCount'] };

/** Ecs: elastic network interfaces. Those of API version 2016-03-14 come from the console. */
export const networkInterfaces: OperationTable['actions'] = {
  AssignIpv6Addresses: [eni('address-changed', addresses6)],
  AssignPrivateIpAddresses: [eni('address-changed', addresses)],
  AttachNetworkInterface: [eni('attached', { value: ['InstanceId'] })],
  CreateNetworkInterface: [on('ecs.network-interface', 'response.NetworkInterfaceId')('created')],
  CreateNetworkInterfacePermission: [eni('permission-changed', { ...ADJACENT, value: ['AccountId', 'Permission'] })],
  DeleteEniQosGroup: [qosGroup('spec-changed', ADJACENT)],
  DeleteNetworkInterface: [eni('deleted')],
  DeleteNetworkInterfacePermission: [
    on('ecs.eni-permission', 'NetworkInterfacePermissionId')('permission-changed', ADJACENT),
  ],
  DetachNetworkInterface: [eni('detached', { value: ['InstanceId'] })],
  DisableNetworkInterfaceQoS: [eni('spec-changed')],
  EnableNetworkInterfaceQoS: [eni('spec-changed')],
  JoinEniQosGroup: [eni('spec-changed', ADJACENT)],
  LeaveEniQosGroup: [eni('spec-changed', ADJACENT)],
  ModifyEniQosGroup: [qosGroup('spec-changed', ADJACENT)],
  ModifyNetworkInterfaceAttribute: [
    eni('spec-changed', {
      value: ['SecurityGroupId', 'NetworkInterfaceName', 'Description', 'QueueNumber', 'SourceDestCheck'],
    }),
    eni('membership-changed', {
      strength: 'conditional',
      value: ['SecurityGroupId'],
      when: { present: 'SecurityGroupId' },
    }),
  ],
  UnassignIpv6Addresses: [eni('address-changed', addresses6)],
  UnassignPrivateIpAddresses: [eni('address-changed', addresses)],
};
