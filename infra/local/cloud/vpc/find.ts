import { ApiError, type Call } from '../api.ts';
import { mandatory } from '../parameters.ts';
import type { DhcpOptionsSet, NatGateway, NetworkAcl, RouteTable, SnatEntry, Vpc, VpcState, VSwitch } from './state.ts';

/** What a call names under its usual parameter, in the region of the call; 404 where there is none. */
export function named<T extends { readonly RegionId: string }>(
  records: ReadonlyMap<string, T>,
  { params, region }: Call,
  parameter: string,
): T {
  const found = records.get(mandatory(params, parameter));
  if (found?.RegionId === region) return found;
  throw missing(parameter);
}

export function missing(parameter: string): ApiError {
  return new ApiError(404, `Invalid${parameter}.NotFound`, `The specified ${parameter} does not exist in our records.`);
}

export function vpcNamed(state: VpcState, call: Call): Vpc {
  return named(state.vpcs, call, 'VpcId');
}

export function vSwitchNamed(state: VpcState, call: Call): VSwitch {
  return named(state.vSwitches, call, 'VSwitchId');
}

export function tableNamed(state: VpcState, call: Call): RouteTable {
  return named(state.routeTables, call, 'RouteTableId');
}

export function aclNamed(state: VpcState, call: Call): NetworkAcl {
  return named(state.networkAcls, call, 'NetworkAclId');
}

export function natNamed(state: VpcState, call: Call): NatGateway {
  return named(state.natGateways, call, 'NatGatewayId');
}

export function dhcpNamed(state: VpcState, call: Call): DhcpOptionsSet {
  return named(state.dhcpOptionsSets, call, 'DhcpOptionsSetId');
}

/** The NAT gateway whose SNAT table a call names. */
export function natOfTable(state: VpcState, { params, region }: Call): NatGateway {
  const id = mandatory(params, 'SnatTableId');
  const found = [...state.natGateways.values()].find(
    ({ SnatTableId, RegionId }) => SnatTableId === id && RegionId === region,
  );
  if (found === undefined) throw missing('SnatTableId');
  return found;
}

export function snatOf(state: VpcState, table: string): readonly SnatEntry[] {
  return [...state.snatEntries.values()].filter(({ SnatTableId }) => SnatTableId === table);
}

/** The refusal of a deletion while something still uses it. */
export function inUse(what: string): ApiError {
  return new ApiError(400, `DependencyViolation.${what}`, `The specified resource still has a dependent ${what}.`);
}
