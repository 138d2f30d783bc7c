import type { OperationTable, Touch } from '../../model/operation.ts';
import type { ResourceKind } from '../../model/resource.ts';
import { ADJACENT, on, type More } from '../touch.ts';

const eip = on('vpc.eip', 'AllocationId');
const conditional = { strength: 'conditional' } as const satisfies More;

/** To what an EIP can be bound; an instance keeps the private address by which Kubernetes knows it. */
const BOUND: readonly (readonly [kind: ResourceKind, strength: 'conditional' | 'adjacent'])[] = [
  ['slb.load-balancer', 'conditional'],
  ['ecs.network-interface', 'conditional'],
  ['ecs.instance', 'adjacent'],
  ['vpc.nat-gateway', 'conditional'],
];

/** Vpc: public and virtual addresses. */
export const addresses: OperationTable['actions'] = {
  AllocateEipAddress: [on('vpc.eip', 'response.AllocationId')('created')],
  AllocateEipAddressPro: [on('vpc.eip', 'response.AllocationId')('created')],
  AssociateEipAddress: bound('InstanceId', 'AllocationId'),
  AssociateEipAddressBatch: bound('BindedInstanceId', 'InstanceIds'),
  AssociateHaVip: virtualAddress(),
  DeletionProtection: [protection('vpc.eip'), protection('vpc.nat-gateway')],
  ModifyEipAddressAttribute: [eip('attribute-changed', { ...ADJACENT, value: ['Bandwidth'] })],
  ReleaseEipAddress: [eip('public-address-removed', conditional)],
  ReleaseIpv6Address: [on('vpc.ipv6-address', 'Ipv6AddressId')('address-changed', ADJACENT)],
  RemoveCommonBandwidthPackageIp: [on('vpc.eip', 'IpInstanceId')('bandwidth-changed', ADJACENT)],
  UnassociateEipAddress: [eip('public-address-removed', { ...conditional, value: ['InstanceId', 'InstanceType'] })],
  UnassociateHaVip: virtualAddress(),
};

function bound(to: string, address: string): readonly Touch[] {
  return BOUND.map(([kind, strength]) => on(kind, `arn:${to}`)('public-address-added', { strength, value: [address] }));
}

function virtualAddress(): readonly Touch[] {
  return [
    on('ecs.network-interface', 'arn:InstanceId')('address-changed', { ...ADJACENT, value: ['HaVipId'] }),
    on('ecs.instance', 'arn:InstanceId')('spec-changed', { ...ADJACENT, value: ['HaVipId'] }),
  ];
}

function protection(kind: ResourceKind): Touch {
  return on(kind, 'arn:InstanceId')('release-protection-lifted', {
    strength: 'precursor',
    when: { equals: ['ProtectionEnable', 'false'] },
  });
}
