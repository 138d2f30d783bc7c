import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { flag, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { aNatGateway } from './defaults.ts';
import { inUse, natNamed, snatOf, vpcNamed } from './find.ts';
import type { NatGateway, VpcState } from './state.ts';

/** NAT gateways: the way out of a VPC. */
export function natGatewayOperations(state: VpcState): Readonly<Record<string, Operation>> {
  const write = (
    required: readonly string[],
    run: (nat: NatGateway, call: Call) => NatGateway | undefined,
  ): Operation => ({
    rw: 'Write',
    required: ['NatGatewayId', ...required],
    run: (call) => {
      const nat = natNamed(state, call);
      const changed = run(nat, call);
      if (changed === undefined) state.natGateways.delete(nat.NatGatewayId);
      else state.natGateways.set(nat.NatGatewayId, changed);
      return {};
    },
    references: references({ 'ACS::NAT::NatGateway': ['NatGatewayId'] }),
  });
  return {
    DescribeNatGateways: { rw: 'Read', run: (call) => list(state, call) },
    CreateNatGateway: {
      rw: 'Write',
      required: ['VpcId', 'VSwitchId'],
      run: (call) => created(state, call),
      references: references({ 'ACS::NAT::NatGateway': ['answer.NatGatewayId'] }),
    },
    DeleteNatGateway: write([], (nat, { params }) => {
      if (nat.DeletionProtection) throw new ApiError(400, 'OperationFailed.DeletionProtection', 'Protected.');
      const entries = snatOf(state, nat.SnatTableId);
      if (entries.length > 0 && flag(params, 'Force') !== true) throw inUse('SnatEntry');
      for (const { SnatEntryId } of entries) state.snatEntries.delete(SnatEntryId);
      return undefined;
    }),
    ModifyNatGatewaySpec: write(['Spec'], (nat, { params }) => ({ ...nat, Spec: mandatory(params, 'Spec') })),
    UpdateNatGatewayNatType: write(['NatType'], (nat, { params }) => ({
      ...nat,
      NatType: oneOf('Enhanced', 'Normal')(params, 'NatType') ?? nat.NatType,
    })),
    ModifyNatGatewayAttribute: write([], (nat, { params }) => ({ ...nat, Name: text(params, 'Name') ?? nat.Name })),
  };
}

function created(state: VpcState, call: Call): Answer {
  const { VpcId, RegionId } = vpcNamed(state, call);
  const { params } = call;
  const nat = aNatGateway({
    NatGatewayId: newId('ngw'),
    VpcId,
    RegionId,
    VSwitchId: mandatory(params, 'VSwitchId'),
    Name: text(params, 'Name') ?? '',
    NetworkType: oneOf('internet', 'intranet')(params, 'NetworkType') ?? 'internet',
  });
  state.natGateways.set(nat.NatGatewayId, nat);
  const { NatGatewayId, SnatTableId, ForwardTableId } = nat;
  return {
    NatGatewayId,
    SnatTableIds: { SnatTableId: [SnatTableId] },
    ForwardTableIds: { ForwardTableId: [ForwardTableId] },
  };
}

function list(state: VpcState, { params, region }: Call): Answer {
  const found = [...state.natGateways.values()].filter(
    (nat) =>
      nat.RegionId === region &&
      (['NatGatewayId', 'VpcId', 'NetworkType'] as const).every((name) => {
        const wanted = text(params, name);
        return wanted === undefined || wanted === nat[name];
      }),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 50 });
  return { NatGateways: { NatGateway: items.map(row) }, ...counts };
}

function row({ SnatTableId, ForwardTableId, VSwitchId, Tags, ...nat }: NatGateway): Answer {
  return {
    ...nat,
    Status: 'Available',
    BusinessStatus: 'Normal',
    IpLists: { IpList: [] },
    SnatTableIds: { SnatTableId: [SnatTableId] },
    ForwardTableIds: { ForwardTableId: [ForwardTableId] },
    NatGatewayPrivateInfo: { VswitchId: VSwitchId, IzNo: `${nat.RegionId}-h`, MaxBandwidth: 5120 },
    Tags: { Tag: Tags },
  };
}
