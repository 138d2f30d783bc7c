import { createHash } from 'node:crypto';
import { listOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { badParameter, integer } from '../parameters.ts';
import { references } from '../references.ts';
import { freeAddress, takenIn } from './addresses.ts';
import { namedEni } from './find.ts';
import type { EcsState } from './state.ts';
import type { NetworkInterface } from './machines.ts';

/** Further addresses of network interfaces: what pods get. */
export function networkInterfaceAddressOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const write = (run: (eni: NetworkInterface, call: Call) => Answer): Operation => ({
    rw: 'Write',
    required: ['NetworkInterfaceId'],
    run: (call) => run(namedEni(state, call), call),
    references: references({ 'ACS::ECS::NetworkInterface': ['NetworkInterfaceId'] }),
  });
  const put = (eni: NetworkInterface): void => void state.networkInterfaces.set(eni.NetworkInterfaceId, eni);
  return {
    AssignPrivateIpAddresses: write((eni, call) => assign(state, eni, call)),
    UnassignPrivateIpAddresses: write((eni, { params }) => {
      put({
        ...eni,
        SecondaryPrivateIpAddresses: without(eni.SecondaryPrivateIpAddresses, listOf(params, 'PrivateIpAddress')),
        Ipv4Prefixes: without(eni.Ipv4Prefixes, listOf(params, 'Ipv4Prefix')),
      });
      return {};
    }),
    AssignIpv6Addresses: write((eni, { params }) => {
      const count = integer(params, 'Ipv6AddressCount') ?? 0;
      const fresh = [...listOf(params, 'Ipv6Address'), ...freeIpv6(eni, count)];
      const prefixes = listOf(params, 'Ipv6Prefix');
      put({
        ...eni,
        Ipv6Addresses: [...eni.Ipv6Addresses, ...fresh],
        Ipv6Prefixes: [...eni.Ipv6Prefixes, ...prefixes],
      });
      const { NetworkInterfaceId } = eni;
      return { NetworkInterfaceId, Ipv6Sets: { Ipv6Address: fresh }, Ipv6PrefixSets: { Ipv6Prefix: prefixes } };
    }),
    UnassignIpv6Addresses: write((eni, { params }) => {
      put({
        ...eni,
        Ipv6Addresses: without(eni.Ipv6Addresses, listOf(params, 'Ipv6Address')),
        Ipv6Prefixes: without(eni.Ipv6Prefixes, listOf(params, 'Ipv6Prefix')),
      });
      return {};
    }),
  };
}

function assign(state: EcsState, eni: NetworkInterface, { params }: Call): Answer {
  const { NetworkInterfaceId, VSwitchId } = eni;
  const said = listOf(params, 'PrivateIpAddress');
  const prefixes = listOf(params, 'Ipv4Prefix');
  const count = integer(params, 'SecondaryPrivateIpAddressCount') ?? 0;
  if (said.length + prefixes.length + count === 0) throw badParameter('PrivateIpAddress');
  const taken = takenIn(state, VSwitchId);
  if (said.some((address) => taken.has(address))) {
    throw new ApiError(400, 'InvalidIp.IpAssigned', 'The specified IP address has been assigned.');
  }
  const fresh = [...said];
  const put = (): void => {
    const SecondaryPrivateIpAddresses = [...eni.SecondaryPrivateIpAddresses, ...fresh];
    const Ipv4Prefixes = [...eni.Ipv4Prefixes, ...prefixes];
    state.networkInterfaces.set(NetworkInterfaceId, { ...eni, SecondaryPrivateIpAddresses, Ipv4Prefixes });
  };
  put();
  for (let n = 0; n < count; n += 1) {
    fresh.push(freeAddress(state, VSwitchId));
    put();
  }
  const AssignedPrivateIpAddressesSet = {
    NetworkInterfaceId,
    PrivateIpSet: { PrivateIpAddress: fresh },
    Ipv4PrefixSet: { Ipv4Prefixes: prefixes },
  };
  return { AssignedPrivateIpAddressesSet };
}

/** That something to take away is not there is no error. */
function without(old: readonly string[], gone: readonly string[]): readonly string[] {
  return old.filter((each) => !gone.includes(each));
}

function freeIpv6({ NetworkInterfaceId, Ipv6Addresses }: NetworkInterface, count: number): readonly string[] {
  const host = createHash('sha256').update(NetworkInterfaceId).digest('hex').slice(0, 8);
  const prefix = `2408:4005:300:1:${host.slice(0, 4)}:${host.slice(4)}:0`;
  return Array.from({ length: count }, (_, n) => `${prefix}:${(Ipv6Addresses.length + n + 1).toString(16)}`);
}
