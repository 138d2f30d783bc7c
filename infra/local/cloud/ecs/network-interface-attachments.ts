import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { text } from '../parameters.ts';
import { references } from '../references.ts';
import { eniIn, namedEni, namedInstance } from './find.ts';
import { becoming, SECONDS } from './lifecycle.ts';
import type { EcsState } from './state.ts';
import type { NetworkInterface } from './machines.ts';

/** Attaching, detaching and deleting network interfaces. Each takes a moment, in which nothing else can be done. */
export function networkInterfaceAttachmentOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const write = (required: readonly string[], run: (call: Call) => NetworkInterface): Operation => ({
    rw: 'Write',
    required: ['NetworkInterfaceId', ...required],
    run: (call): Answer => {
      const eni = run(call);
      state.networkInterfaces.set(eni.NetworkInterfaceId, eni);
      return {};
    },
    references: references({
      'ACS::ECS::NetworkInterface': ['NetworkInterfaceId'],
      'ACS::ECS::Instance': ['InstanceId'],
    }),
  });
  return {
    AttachNetworkInterface: write(['InstanceId'], (call) => attached(state, call)),
    DetachNetworkInterface: write(['InstanceId'], (call) => detached(state, call)),
    DeleteNetworkInterface: write([], (call) => {
      const eni = namedEni(state, call);
      if (eni.Status !== 'Available') throw wrongState(eni);
      return { ...eni, Status: 'Deleting', ...becomes(call, SECONDS.deleteInterface, 'gone') };
    }),
  };
}

function attached(state: EcsState, call: Call): NetworkInterface {
  const eni = namedEni(state, call);
  const instance = namedInstance(state, call);
  if (eni.Status !== 'Available') throw wrongState(eni);
  if (instance.Status !== 'Running' && instance.Status !== 'Stopped') {
    throw new ApiError(400, 'InvalidOperation.InvalidEcsState', `Instance ${instance.InstanceId} is in no such state.`);
  }
  if (instance.ZoneId !== eni.ZoneId) {
    const message = 'The instance and the network interface are not in the same zone.';
    throw new ApiError(403, 'InvalidOperation.AvailabilityZoneMismatch', message);
  }
  const trunk = text(call.params, 'TrunkNetworkInstanceId');
  const member = trunk === undefined ? {} : ({ Type: 'Member', TrunkNetworkInterfaceId: trunk } as const);
  if (trunk !== undefined) eniIn(state, trunk, call.region);
  const others = [...state.networkInterfaces.values()].filter((each) => each.InstanceId === instance.InstanceId);
  return {
    ...eni,
    ...member,
    InstanceId: instance.InstanceId,
    DeviceIndex: others.length,
    Status: 'Attaching',
    ...becomes(call, SECONDS.attach, 'InUse'),
  };
}

function detached(state: EcsState, call: Call): NetworkInterface {
  const eni = namedEni(state, call);
  const instance = namedInstance(state, call);
  if (eni.Type === 'Primary') {
    const message = 'Detaching primary ENI from ECS instance is not allowed.';
    throw new ApiError(400, 'InvalidOperation.DetachPrimaryEniNotAllowed', message);
  }
  if (eni.Status !== 'InUse' || eni.InstanceId !== instance.InstanceId) throw wrongState(eni);
  const Type = eni.Type === 'Member' ? 'Secondary' : eni.Type;
  const free = { InstanceId: '', TrunkNetworkInterfaceId: '', DeviceIndex: 0, Type } as const;
  return { ...eni, ...free, Status: 'Detaching', ...becomes(call, SECONDS.detach, 'Available') };
}

function becomes(
  { now }: Call,
  seconds: number,
  status: NetworkInterface['Status'] | 'gone',
): Pick<NetworkInterface, 'Pending'> {
  return becoming<NetworkInterface['Status']>(now, seconds, status);
}

function wrongState({ NetworkInterfaceId, Status }: NetworkInterface): ApiError {
  const message = `The operation is not allowed in the current state of ${NetworkInterfaceId}: ${Status}.`;
  return new ApiError(400, 'InvalidOperation.InvalidEniState', message);
}
