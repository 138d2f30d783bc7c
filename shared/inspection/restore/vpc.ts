import { isContent, textIn, textsIn } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';

const LEASES = 'Instances ask again when their lease ends; until then they keep the name servers that they have.';

/** Puts back which DHCP options a VPC gives and which address blocks it has. */
export function restoreVpc({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const call = (action: string, params: object): string => command('vpc', action, region, { VpcId: id, ...params });
  const commands: string[] = [];
  const [options, before] = [textIn(present, 'DhcpOptionsSetId'), textIn(wanted, 'DhcpOptionsSetId')];
  const isOtherwise = options !== before;
  if (isOtherwise && before === undefined) {
    commands.push(call('DetachDhcpOptionsSetFromVpc', { DhcpOptionsSetId: options }));
  } else if (isOtherwise) {
    const action = options === undefined ? 'AttachDhcpOptionsSetToVpc' : 'ReplaceVpcDhcpOptionsSet';
    commands.push(call(action, { DhcpOptionsSetId: before }));
  }
  const CidrBlock = textIn(wanted, 'CidrBlock');
  if (CidrBlock !== textIn(present, 'CidrBlock')) commands.push(call('ModifyVpcCidrBlock', { CidrBlock }));
  const [now, then] = [textsIn(present, 'SecondaryCidrBlocks'), textsIn(wanted, 'SecondaryCidrBlocks')];
  for (const block of then.filter((one) => !now.includes(one))) {
    commands.push(call('AssociateVpcCidrBlock', { IpVersion: 'IPV4', SecondaryCidrBlock: block }));
  }
  for (const block of now.filter((one) => !then.includes(one))) {
    commands.push(call('UnassociateVpcCidrBlock', { SecondaryCidrBlock: block }));
  }
  return remedy(commands, ...(isOtherwise ? [LEASES] : []));
}
