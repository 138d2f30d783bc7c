import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { missing, natOfTable, snatOf } from './find.ts';
import type { SnatEntry, VpcState } from './state.ts';

/** SNAT entries: which addresses the traffic of a VPC leaves from. */
export function snatEntryOperations(state: VpcState): Readonly<Record<string, Operation>> {
  const write = (required: readonly string[], run: (call: Call) => Answer): Operation => ({
    rw: 'Write',
    required: ['SnatTableId', ...required],
    run,
    references: references({ 'ACS::NAT::SnatTable': ['SnatTableId'] }),
  });
  return {
    DescribeSnatTableEntries: { rw: 'Read', run: (call) => list(state, call) },
    CreateSnatEntry: write(['SnatIp'], (call) => created(state, call)),
    DeleteSnatEntry: write(['SnatEntryId'], (call) => {
      state.snatEntries.delete(find(state, call).SnatEntryId);
      return {};
    }),
    ModifySnatEntry: write(['SnatEntryId'], (call) => {
      const entry = find(state, call);
      const SnatIp = text(call.params, 'SnatIp') ?? entry.SnatIp;
      state.snatEntries.set(entry.SnatEntryId, { ...entry, SnatIp });
      return {};
    }),
  };
}

function find(state: VpcState, call: Call): SnatEntry {
  const entry = state.snatEntries.get(mandatory(call.params, 'SnatEntryId'));
  if (entry?.SnatTableId === natOfTable(state, call).SnatTableId) return entry;
  throw missing('SnatEntryId');
}

function created(state: VpcState, call: Call): Answer {
  const { SnatTableId, NatGatewayId } = natOfTable(state, call);
  const { params } = call;
  const SourceVSwitchId = text(params, 'SourceVSwitchId') ?? '';
  const SourceCIDR = text(params, 'SourceCIDR') ?? state.vSwitches.get(SourceVSwitchId)?.CidrBlock ?? '';
  if (snatOf(state, SnatTableId).some((one) => one.SourceCIDR === SourceCIDR)) {
    throw new ApiError(400, 'IncorretSourceCIDR.SourceCIDRDuplicated', 'The specified source is duplicated.');
  }
  const SnatEntryId = newId('snat');
  const SnatIp = mandatory(params, 'SnatIp');
  const SnatEntryName = text(params, 'SnatEntryName') ?? '';
  const entry = { SnatEntryId, SnatEntryName, SnatTableId, NatGatewayId, SnatIp, SourceCIDR, SourceVSwitchId };
  state.snatEntries.set(SnatEntryId, entry);
  return { SnatEntryId };
}

function list(state: VpcState, call: Call): Answer {
  const found = snatOf(state, natOfTable(state, call).SnatTableId);
  const { items, counts } = numberedPage(call.params, found, { usual: 10, most: 50 });
  return { SnatTableEntries: { SnatTableEntry: items.map((one) => ({ ...one, Status: 'Available' })) }, ...counts };
}
