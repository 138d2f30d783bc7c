import { listOf, type Params, textOf } from '../../../../shared/model/params.ts';
import { ApiError, type Call } from '../api.ts';
import { mandatory } from '../parameters.ts';
import type { Disk, Instance, NetworkInterface } from './machines.ts';
import type { EcsState } from './state.ts';
import type { SecurityGroup } from './firewall.ts';

export const notFound = {
  instance: () => new ApiError(404, 'InvalidInstanceId.NotFound', 'The specified InstanceId does not exist.'),
  group: () => new ApiError(404, 'InvalidSecurityGroupId.NotFound', 'The specified SecurityGroupId does not exist.'),
  eni: () => new ApiError(404, 'InvalidEniId.NotFound', 'The specified EniId is not found.'),
  disk: () => new ApiError(404, 'InvalidDiskId.NotFound', 'The specified disk does not exist.'),
};

export function instanceIn(state: EcsState, id: string, region: string): Instance {
  return inRegion(state.instances.get(id), region, notFound.instance);
}

export function eniIn(state: EcsState, id: string, region: string): NetworkInterface {
  return inRegion(state.networkInterfaces.get(id), region, notFound.eni);
}

export function diskIn(state: EcsState, id: string, region: string): Disk {
  return inRegion(state.disks.get(id), region, notFound.disk);
}

/** A group to read. */
export function groupIn(state: EcsState, id: string, region: string): SecurityGroup {
  return inRegion(state.securityGroups.get(id), region, notFound.group);
}

/** A group to change: the cloud's own services change theirs themselves. */
export function groupToChange(state: EcsState, { params, region }: Call): SecurityGroup {
  const group = groupIn(state, mandatory(params, 'SecurityGroupId'), region);
  if (!group.ServiceManaged) return group;
  const message = 'The operation is not allowed: the security group is managed by a cloud product.';
  throw new ApiError(403, 'InvalidOperation.ResourceManagedByCloudProduct', message);
}

/** The instance, interface or disk that a call names under its usual parameter. */
export function namedInstance(state: EcsState, { params, region }: Call): Instance {
  return instanceIn(state, mandatory(params, 'InstanceId'), region);
}

export function namedEni(state: EcsState, { params, region }: Call): NetworkInterface {
  return eniIn(state, mandatory(params, 'NetworkInterfaceId'), region);
}

export function namedDisk(state: EcsState, { params, region }: Call): Disk {
  return diskIn(state, mandatory(params, 'DiskId'), region);
}

/** The interface that an instance was born with. */
export function primaryOf(state: EcsState, instance: string): NetworkInterface | undefined {
  return [...state.networkInterfaces.values()].find((eni) => eni.InstanceId === instance && eni.Type === 'Primary');
}

/** Whether a filter of a listing is not given or met; `*` stands for anything. */
export function isMet(params: Params, name: string, value: string): boolean {
  const wanted = textOf(params, name);
  if (wanted === undefined) return true;
  if (!wanted.includes('*')) return wanted.toLowerCase() === value.toLowerCase();
  const pattern = wanted.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^${pattern.join('.*')}$`, 'iu').test(value);
}

/** Whether a filter with a list of values (JSON text or `X.N`) is not given or names the value. */
export function isAmong(params: Params, name: string, ...values: readonly string[]): boolean {
  return amongThose(params, name)(...values);
}

/** The same, read once for a long listing. */
export function amongThose(params: Params, name: string): (...values: readonly string[]) => boolean {
  const wanted = new Set(listOf(params, name));
  return (...values) => wanted.size === 0 || values.some((value) => wanted.has(value));
}

/** A call that only asks whether it would be allowed ends here, when nothing else was wrong with it. */
export function refuseDryRun(params: Params): void {
  if (textOf(params, 'DryRun')?.toLowerCase() !== 'true') return;
  throw new ApiError(400, 'DryRunOperation', 'Request validation has been passed with DryRun flag set.');
}

function inRegion<T extends { readonly RegionId: string }>(
  found: T | undefined,
  region: string,
  missing: () => ApiError,
): T {
  if (found?.RegionId === region) return found;
  throw missing();
}
