import { type Content, isContent } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing } from './differing.ts';

/** Puts a NAT gateway's guard and size back; one that is deleted is made anew, without what it knew. */
export function restoreNatGateway({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted)) return UNKNOWN;
  if (!isContent(present)) return remade(id, region, wanted);
  const { DeletionProtection, Spec, NatType } = differing(present, wanted);
  const commands: string[] = [];
  if (Spec !== undefined) commands.push(command('vpc', 'ModifyNatGatewaySpec', region, { NatGatewayId: id, Spec }));
  if (DeletionProtection !== undefined) {
    const params = { InstanceId: id, Type: 'NATGW', ProtectionEnable: DeletionProtection };
    commands.push(command('vpc', 'DeletionProtection', region, params));
  }
  return remedy(commands, ...(NatType === undefined ? [] : ['No call turns the type of a NAT gateway back.']));
}

function remade(id: string, region: string, wanted: Content): Remedy {
  const { VpcId, VSwitchId, Name, NetworkType, NatType, InternetChargeType } = wanted;
  const params = { VpcId, VSwitchId, Name, NetworkType, NatType, InternetChargeType };
  return remedy(
    [command('vpc', 'CreateNatGateway', region, params)],
    `The new NAT gateway gets another id than ${id}: bind the elastic IP addresses to it, add the SNAT entries, and lead ` +
      'the default route to it.',
  );
}
