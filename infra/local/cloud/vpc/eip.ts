import { randomInt } from 'node:crypto';
import { listOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { badParameter, given, integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { anEip, type Eip, type EipState } from './eip-state.ts';

const KINDS = oneOf('EcsInstance', 'SlbInstance', 'Nat', 'HaVip', 'NetworkInterface');
const ofAddress = references({ 'ACS::EIP::EipAddress': ['AllocationId'] });
const FREE = { InstanceId: '', InstanceType: '', PrivateIpAddress: '', Mode: 'NAT' } as const;

/** Elastic IP addresses: allocating, binding, unbinding, guarding and releasing them. */
export function eipOperations(state: EipState): Readonly<Record<string, Operation>> {
  const put = (eip: Eip): Answer => {
    state.addresses.set(eip.AllocationId, eip);
    return {};
  };
  const change = (changed: (old: Eip, params: Params) => Eip, ...required: readonly string[]): Operation => ({
    rw: 'Write',
    required: ['AllocationId', ...required],
    run: (call) => put(changed(eipIn(state, mandatory(call.params, 'AllocationId')), call.params)),
    references: ofAddress,
  });
  const allocate: Operation = {
    rw: 'Write',
    run: (call) => allocated(state, call),
    references: references({ 'ACS::EIP::EipAddress': ['answer.AllocationId'] }),
  };
  return {
    AllocateEipAddress: allocate,
    AllocateEipAddressPro: allocate,
    AssociateEipAddress: change(
      (old, params) => boundTo(old, params, mandatory(params, 'InstanceId'), 'InstanceType'),
      'InstanceId',
    ),
    AssociateEipAddressBatch: {
      rw: 'Write',
      required: ['BindedInstanceId', 'InstanceIds'],
      run: ({ params }) => {
        const to = mandatory(params, 'BindedInstanceId');
        const eips = listOf(params, 'InstanceIds').map((id) => eipIn(state, id));
        for (const eip of eips) put(boundTo(eip, params, to, 'BindedInstanceType'));
        return {};
      },
      references: references({ 'ACS::EIP::EipAddress': ['InstanceIds'] }),
    },
    UnassociateEipAddress: change((old) => {
      if (old.InstanceId !== '') return { ...old, ...FREE };
      throw new ApiError(400, 'IncorrectEipStatus', 'The status of the EIP does not support this operation.');
    }),
    ModifyEipAddressAttribute: change((old, params) => ({
      ...old,
      ...given(params, { Name: text, Description: text, Bandwidth: integer }),
    })),
    ReleaseEipAddress: {
      rw: 'Write',
      required: ['AllocationId'],
      run: ({ params }) => released(state, params),
      references: ofAddress,
    },
    AddCommonBandwidthPackageIp: inPackage(state, (params) => mandatory(params, 'BandwidthPackageId')),
    RemoveCommonBandwidthPackageIp: inPackage(state, () => ''),
    DescribeEipAddresses: { rw: 'Read', run: (call) => list(state, call) },
  };
}

/** The address of this id. */
export function eipIn(state: EipState, id: string): Eip {
  const found = state.addresses.get(id);
  if (found !== undefined) return found;
  throw new ApiError(404, 'InvalidAllocationId.NotFound', 'The specified AllocationId is not found.');
}

function boundTo(old: Eip, params: Params, InstanceId: string, typeName: string): Eip {
  if (old.InstanceId !== '') {
    throw new ApiError(400, 'IncorrectEipStatus', 'The status of the EIP does not support this operation.');
  }
  const InstanceType = KINDS(params, typeName) ?? 'EcsInstance';
  const PrivateIpAddress = text(params, 'PrivateIpAddress') ?? '';
  return { ...old, InstanceId, InstanceType, PrivateIpAddress, Mode: text(params, 'Mode') ?? 'NAT' };
}

function allocated(state: EipState, { params, region }: Call): Answer {
  const AllocationId = newId('eip');
  const IpAddress = `203.0.113.${randomInt(100, 250)}`;
  const said = given(params, { Name: text, Bandwidth: integer });
  state.addresses.set(AllocationId, anEip({ AllocationId, IpAddress, RegionId: region, ...said }));
  return { AllocationId, EipAddress: IpAddress, ResourceGroupId: 'rg-acfm2xwmxqxkyza' };
}

function released(state: EipState, params: Params): Answer {
  const { AllocationId, InstanceId, DeletionProtection } = eipIn(state, mandatory(params, 'AllocationId'));
  if (InstanceId !== '') {
    throw new ApiError(400, 'IncorrectEipStatus', 'The EIP is bound: unbind it before it is released.');
  }
  if (DeletionProtection) {
    throw new ApiError(400, 'OperationDenied.DeletionProtection', 'The deletion protection of the EIP is on.');
  }
  state.addresses.delete(AllocationId);
  return {};
}

function inPackage(state: EipState, packageOf: (params: Params) => string): Operation {
  return {
    rw: 'Write',
    required: ['BandwidthPackageId', 'IpInstanceId'],
    run: ({ params }) => {
      const eip = eipIn(state, mandatory(params, 'IpInstanceId'));
      state.addresses.set(eip.AllocationId, { ...eip, BandwidthPackageId: packageOf(params) });
      return {};
    },
    references: references({ 'ACS::EIP::EipAddress': ['IpInstanceId'] }),
  };
}

function list(state: EipState, { params, region }: Call): Answer {
  const ids = listOf(params, 'AllocationId');
  if (ids.length > 50) throw badParameter('AllocationId');
  const to = text(params, 'AssociatedInstanceId');
  const found = [...state.addresses.values()].filter(
    (eip) =>
      eip.RegionId === region &&
      (ids.length === 0 || ids.includes(eip.AllocationId)) &&
      (to === undefined || eip.InstanceId === to),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 100 });
  return { EipAddresses: { EipAddress: items.map(row) }, ...counts };
}

function row(eip: Eip): Answer {
  return {
    ...eip,
    Bandwidth: String(eip.Bandwidth),
    Status: eip.InstanceId === '' ? 'Available' : 'InUse',
    ChargeType: 'PostPaid',
    BusinessStatus: 'Normal',
    Tags: { Tag: [] },
  };
}
