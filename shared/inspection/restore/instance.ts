import type { Params } from '../../model/params.ts';
import { isContent } from '../content.ts';
import { groupCommands } from '../membership.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing, surplus } from './differing.ts';

/** Puts an instance's settings back; one that was released never comes back. */
export function restoreInstance({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted)) return UNKNOWN;
  const changed = differing(present, wanted);
  const call = (action: string, params: Params): string =>
    command('ecs', action, region, { InstanceId: id, ...params });
  const commands = [...groupCommands({ InstanceId: id }, region, present, wanted)];
  const notes: string[] = [];
  const { AutoReleaseTime, DeletionProtection, InstanceChargeType, VSwitchId, PrivateIpAddress, Status } = changed;
  if (typeof AutoReleaseTime === 'string') {
    // Kept to the minute; the call wants seconds.
    commands.push(call('ModifyInstanceAutoReleaseTime', { AutoReleaseTime: AutoReleaseTime.replace(/Z$/u, ':00Z') }));
  }
  if (surplus(present, wanted).includes('AutoReleaseTime')) commands.push(call('ModifyInstanceAutoReleaseTime', {}));
  if (InstanceChargeType !== undefined) {
    const params = { InstanceIds: JSON.stringify([id]), InstanceChargeType };
    commands.push(command('ecs', 'ModifyInstanceChargeType', region, params));
    notes.push(`The billing of ${id} changes with this command: see what it costs first.`);
  }
  if (VSwitchId !== undefined || PrivateIpAddress !== undefined) {
    const [address] = Array.isArray(wanted['PrivateIpAddress']) ? wanted['PrivateIpAddress'] : [];
    commands.push(call('ModifyInstanceVpcAttribute', { VSwitchId: wanted['VSwitchId'], PrivateIpAddress: address }));
    notes.push(`${id} must be stopped while its address is changed.`);
  }
  if (Status === 'Running') commands.push(call('StartInstance', {}));
  if (Status === 'Stopped') commands.push(call('StopInstance', {}));
  if (DeletionProtection !== undefined) commands.push(call('ModifyInstanceAttribute', { DeletionProtection }));
  return remedy(commands, ...notes);
}
