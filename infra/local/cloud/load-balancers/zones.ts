import { randomInt } from 'node:crypto';
import type { Params } from '../../../../shared/model/params.ts';
import type { Answer } from '../api.ts';
import { badParameter, given, objects, text } from '../parameters.ts';

/** Where a load balancer serves, and under which address. */
export interface Zone {
  readonly ZoneId: string;
  readonly VSwitchId: string;
  readonly Status: 'Active' | 'Shifted';
  /** The address inside the VPC. */
  readonly address: string;
  readonly AllocationId?: string;
}

const ZONE = {
  ZoneId: text,
  VSwitchId: text,
  AllocationId: text,
  PrivateIPv4Address: text,
  IntranetAddress: text,
};

/** The zones that a call names; one that was there keeps its address, a new one gets one. */
export function zonesSaid(params: Params, old: readonly Zone[]): readonly Zone[] {
  return objects(params, 'ZoneMappings').map((one) => {
    const { ZoneId, VSwitchId, AllocationId, PrivateIPv4Address, IntranetAddress } = given(one, ZONE);
    if (ZoneId === undefined || VSwitchId === undefined) throw badParameter('ZoneMappings');
    const had = old.find((zone) => zone.ZoneId === ZoneId && zone.VSwitchId === VSwitchId);
    const address = PrivateIPv4Address ?? IntranetAddress ?? had?.address ?? `10.1.200.${randomInt(2, 250)}`;
    const eip = AllocationId ?? had?.AllocationId;
    return { ZoneId, VSwitchId, Status: 'Active', address, ...(eip === undefined ? {} : { AllocationId: eip }) };
  });
}

/** Traffic around the named zones, or into them again. */
export function zonesTurned(params: Params, old: readonly Zone[], Status: Zone['Status']): readonly Zone[] {
  const named = new Set(objects(params, 'ZoneMappings').map((zone) => text(zone, 'ZoneId')));
  return old.map((zone) => (named.has(zone.ZoneId) ? { ...zone, Status } : zone));
}

/** As both products answer them; each has its own name for the address. */
export function zonesAnswer(
  zones: readonly Zone[],
  addressName: 'PrivateIPv4Address' | 'IntranetAddress',
): readonly Answer[] {
  return zones.map(({ ZoneId, VSwitchId, Status, address, AllocationId = '' }) => ({
    ZoneId,
    VSwitchId,
    Status,
    LoadBalancerAddresses: [{ [addressName]: address, AllocationId }],
  }));
}
