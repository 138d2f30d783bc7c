import type { Json } from '../../model/change.ts';
import { isContent, same } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';

/** Puts the entries of a network ACL back, each direction as a whole: that is how the call takes them. */
export function restoreNetworkAcl({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted)) return UNKNOWN;
  if (!isContent(present)) {
    const { VpcId, NetworkAclName } = wanted;
    return remedy(
      [command('vpc', 'CreateNetworkAcl', region, { VpcId, NetworkAclName })],
      `The new network ACL gets another id than ${id}: give it the entries of the old one and associate its vSwitches.`,
    );
  }
  const directions = (['Ingress', 'Egress'] as const).filter((one) => !same(wanted[one] ?? {}, present[one] ?? {}));
  const params = Object.fromEntries(
    directions.flatMap((one): [string, unknown][] => [
      [`Update${one}AclEntries`, true],
      [`${one}AclEntries`, inOrder(wanted[one])],
    ]),
  );
  const commands =
    directions.length > 0 ? [command('vpc', 'UpdateNetworkAclEntries', region, { NetworkAclId: id, ...params })] : [];
  return remedy(commands);
}

function inOrder(entries: Json | undefined): readonly Json[] {
  if (!isContent(entries)) return [];
  return Object.entries(entries)
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, entry]) => entry);
}
