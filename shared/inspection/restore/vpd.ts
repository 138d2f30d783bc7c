import { type Content, isContent, textsIn } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { surplus } from './differing.ts';

/** Gives a Lingjun network its address blocks and subnets back; a subnet comes back under another id. */
export function restoreVpd({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const call = (action: string, params: object): string => command('eflo', action, region, { VpdId: id, ...params });
  const has = textsIn(present, 'SecondaryCidrBlocks');
  const blocks = textsIn(wanted, 'SecondaryCidrBlocks').filter((one) => !has.includes(one));
  const [now, then] = [subnetsOf(present), subnetsOf(wanted)];
  const subnets = surplus(then, now).flatMap((subnet) => (isContent(then[subnet]) ? [then[subnet]] : []));
  return remedy(
    [
      ...blocks.map((SecondaryCidrBlock) => call('AssociateVpdCidrBlock', { SecondaryCidrBlock })),
      ...subnets.map((subnet) => call('CreateSubnet', subnet)),
    ],
    ...(subnets.length > 0 ? ['A subnet that is made again has another id.'] : []),
  );
}

/** The subnets of a Lingjun network: id → block and zone. */
export function subnetsOf(vpd: Content): Content {
  const { Subnets } = vpd;
  return isContent(Subnets) ? Subnets : {};
}
