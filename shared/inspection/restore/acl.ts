import type { Json } from '../../model/change.ts';
import { type Content, isContent, same, textIn } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, inPieces, remedy, UNKNOWN } from './command.ts';

/** How many entries one call takes. */
const AT_ONCE = 50;

/** Puts the entries of an access control list back, the missing ones first. */
export function restoreAcl({ id, region, present, wanted }: Undo): Remedy {
  const call = (action: string, params: object): string => command('slb', action, region, { AclId: id, ...params });
  if (wanted === null) return remedy([call('DeleteAccessControlList', {})]);
  if (!isContent(wanted)) return UNKNOWN;
  if (present === null) {
    const { AclName, AddressIPVersion } = wanted;
    return remedy(
      [command('slb', 'CreateAccessControlList', region, { AclName, AddressIPVersion })],
      `The new list gets another id than ${id}: add ${entriesOf(wanted)
        .map((entry) => textIn(entry, 'AclEntryIP'))
        .join(', ')} to it and set it on the listeners that used the old one.`,
    );
  }
  const [now, then] = [entriesOf(present), entriesOf(wanted)];
  const isIn = (list: readonly Content[], one: Content): boolean => list.some((entry) => same(entry, one));
  // An entry whose comment differs is removed before it is added anew.
  const each = (action: string, entries: readonly Content[]): readonly string[] =>
    inPieces(entries, AT_ONCE).map((piece) => call(action, { AclEntrys: JSON.stringify(piece.map(asParameter)) }));
  const surplus = now.filter((entry) => !isIn(then, entry));
  const missing = then.filter((entry) => !isIn(now, entry));
  const renamed = textIn(wanted, 'AclName') === textIn(present, 'AclName') ? [] : [textIn(wanted, 'AclName')];
  return remedy([
    ...renamed.map((AclName) => call('SetAccessControlListAttribute', { AclName })),
    ...each(
      'RemoveAccessControlListEntry',
      surplus.filter((entry) => isReplaced(entry, missing)),
    ),
    ...each('AddAccessControlListEntry', missing),
    ...each(
      'RemoveAccessControlListEntry',
      surplus.filter((entry) => !isReplaced(entry, missing)),
    ),
  ]);
}

/** The entries of a list's state. */
export function entriesOf(state: Json): readonly Content[] {
  const entries = isContent(state) ? state['AclEntrys'] : undefined;
  return Array.isArray(entries) ? entries.filter(isContent) : [];
}

function isReplaced(entry: Content, by: readonly Content[]): boolean {
  return by.some((one) => one['AclEntryIP'] === entry['AclEntryIP']);
}

function asParameter(entry: Content): Content {
  const { AclEntryIP = '', AclEntryComment } = entry;
  return { entry: AclEntryIP, ...(AclEntryComment === undefined ? {} : { comment: AclEntryComment }) };
}
