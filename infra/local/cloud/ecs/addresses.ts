import { createHash } from 'node:crypto';
import { ApiError } from '../api.ts';
import type { EcsState } from './state.ts';

const FIRST = 10;
const LAST = 250;

/** An address of a vSwitch that nobody has: beside its neighbours', else in a network of the vSwitch's own. */
export function freeAddress(state: EcsState, vSwitch: string): string {
  const taken = takenIn(state, vSwitch);
  const [neighbour] = taken;
  const network = neighbour?.split('.').slice(0, 3).join('.') ?? networkOf(vSwitch);
  for (let host = FIRST; host <= LAST; host += 1) {
    const address = `${network}.${host}`;
    if (!taken.has(address)) return address;
  }
  throw new ApiError(403, 'InvalidVSwitchId.IpNotEnough', 'The specified VSwitch has not enough IpAddress.');
}

/** Every private address in use in a vSwitch. */
export function takenIn(state: EcsState, vSwitch: string): ReadonlySet<string> {
  const instances = [...state.instances.values()].filter((each) => each.VSwitchId === vSwitch);
  const interfaces = [...state.networkInterfaces.values()].filter((each) => each.VSwitchId === vSwitch);
  return new Set([
    ...instances.map((each) => each.PrivateIpAddress),
    ...interfaces.flatMap((each) => [each.PrivateIpAddress, ...each.SecondaryPrivateIpAddresses]),
  ]);
}

function networkOf(vSwitch: string): string {
  const [second = 0, third = 0] = createHash('sha256').update(vSwitch).digest();
  return `10.${second}.${third}`;
}
