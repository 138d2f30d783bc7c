import { isContent, textIn } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing } from './differing.ts';

const SETTABLE = ['Name', 'Description', 'Bandwidth'];

/** Binds an address to what it was bound to, and sets it as it was; one that is released goes to somebody else. */
export function restoreEip({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const call = (action: string, params: object): string =>
    command('vpc', action, region, { AllocationId: id, ...params });
  const [now, then] = [textIn(present, 'InstanceId'), textIn(wanted, 'InstanceId')];
  const changed = differing(present, wanted);
  const settings = Object.fromEntries(Object.entries(changed).filter(([name]) => SETTABLE.includes(name)));
  const { DeletionProtection, BandwidthPackageId } = changed;
  const { InstanceType, PrivateIpAddress } = wanted;
  // How it is bound can be chosen for network interfaces alone.
  const Mode = InstanceType === 'NetworkInterface' ? wanted['Mode'] : undefined;
  return remedy([
    ...(now !== then && now !== undefined
      ? [call('UnassociateEipAddress', { InstanceId: now, InstanceType: present['InstanceType'] })]
      : []),
    ...(now !== then && then !== undefined
      ? [call('AssociateEipAddress', { InstanceId: then, InstanceType, PrivateIpAddress, Mode })]
      : []),
    ...(Object.keys(settings).length > 0 ? [call('ModifyEipAddressAttribute', settings)] : []),
    ...(BandwidthPackageId === undefined
      ? []
      : [command('vpc', 'AddCommonBandwidthPackageIp', region, { BandwidthPackageId, IpInstanceId: id })]),
    ...(DeletionProtection === undefined
      ? []
      : [
          command('vpc', 'DeletionProtection', region, {
            InstanceId: id,
            Type: 'EIP',
            ProtectionEnable: DeletionProtection,
          }),
        ]),
  ]);
}
