import { listOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { flag, mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { inUse, vpcNamed } from './find.ts';
import type { Vpc, VpcState } from './state.ts';

/** VPCs and their address blocks. */
export function vpcOperations(state: VpcState): Readonly<Record<string, Operation>> {
  const write = (required: readonly string[], run: (vpc: Vpc, call: Call) => Vpc | undefined): Operation => ({
    rw: 'Write',
    required: ['VpcId', ...required],
    run: (call) => {
      const vpc = vpcNamed(state, call);
      const changed = run(vpc, call);
      if (changed === undefined) state.vpcs.delete(vpc.VpcId);
      else state.vpcs.set(vpc.VpcId, changed);
      return {};
    },
    references: references({ 'ACS::VPC::VPC': ['VpcId'] }),
  });
  return {
    DescribeVpcAttribute: { rw: 'Read', required: ['VpcId'], run: (call) => answer(state, vpcNamed(state, call)) },
    DeleteVpc: write([], (vpc, { params }) => {
      const isUsed = [...state.vSwitches.values()].some(({ VpcId }) => VpcId === vpc.VpcId);
      if (isUsed && flag(params, 'ForceDelete') !== true) throw inUse('VSwitch');
      return undefined;
    }),
    ModifyVpcCidrBlock: write(['CidrBlock'], (vpc, { params }) => ({
      ...vpc,
      CidrBlock: mandatory(params, 'CidrBlock'),
    })),
    AssociateVpcCidrBlock: write([], (vpc, { params }) => {
      const block = mandatory(params, 'SecondaryCidrBlock');
      if (vpc.SecondaryCidrBlocks.includes(block)) throw overlapping();
      return { ...vpc, SecondaryCidrBlocks: [...vpc.SecondaryCidrBlocks, block] };
    }),
    UnassociateVpcCidrBlock: write([], (vpc, { params }) => {
      const taken = listOf(params, 'SecondaryCidrBlock');
      return { ...vpc, SecondaryCidrBlocks: vpc.SecondaryCidrBlocks.filter((block) => !taken.includes(block)) };
    }),
    ModifyVpcAttribute: write([], (vpc, { params }) => ({
      ...vpc,
      VpcName: text(params, 'VpcName') ?? vpc.VpcName,
      Description: text(params, 'Description') ?? vpc.Description,
    })),
  };
}

function overlapping(): ApiError {
  return new ApiError(400, 'OperationFailed.CidrOverlapped', 'The specified CIDR block is overlapped.');
}

function answer(state: VpcState, { SecondaryCidrBlocks, Tags, ...vpc }: Vpc): Answer {
  const ids = [...state.vSwitches.values()]
    .filter(({ VpcId }) => VpcId === vpc.VpcId)
    .map(({ VSwitchId }) => VSwitchId);
  return {
    ...vpc,
    Status: 'Available',
    IsDefault: false,
    ClassicLinkEnabled: false,
    DhcpOptionsSetStatus: vpc.DhcpOptionsSetId === '' ? '' : 'InUse',
    SupportIpv4Gateway: true,
    SecondaryCidrBlocks: { SecondaryCidrBlock: SecondaryCidrBlocks },
    UserCidrs: { UserCidr: [] },
    VSwitchIds: { VSwitchId: ids },
    CloudResources: { CloudResourceSetType: [{ ResourceType: 'VSwitch', ResourceCount: ids.length }] },
    Tags: { Tag: Tags.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value })) },
  };
}
