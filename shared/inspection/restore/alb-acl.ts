import type { Json } from '../../model/change.ts';
import { type Content, isContent, same, textIn } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, inPieces, remedy, UNKNOWN } from './command.ts';

/** How many entries one call takes. */
const AT_ONCE = 20;

/** Puts the entries of an access control list back; a deleted list gets another id. */
export function restoreAlbAcl({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted)) return UNKNOWN;
  const call = (action: string, params: object): string => command('alb', action, region, { AclId: id, ...params });
  const then = albEntriesOf(wanted);
  if (present === null) {
    const { AclName, ResourceGroupId } = wanted;
    return remedy(
      [command('alb', 'CreateAcl', region, { AclName, ResourceGroupId })],
      `The new list gets another id than ${id}: add ${then.map(addressOf).join(', ')} to it and set it on the listeners that used the old one.`,
    );
  }
  const now = albEntriesOf(present);
  const surplus = now.filter((entry) => !then.some((one) => same(one, entry)));
  const missing = then.filter((entry) => !now.some((one) => same(one, entry)));
  const isReplaced = (entry: Content): boolean => missing.some((one) => one['Entry'] === entry['Entry']);
  const off = (entries: readonly Content[]): readonly string[] =>
    inPieces(entries.map(addressOf), AT_ONCE).map((Entries) => call('RemoveEntriesFromAcl', { Entries }));
  const AclName = textIn(wanted, 'AclName');
  return remedy([
    ...(AclName !== undefined && AclName !== textIn(present, 'AclName')
      ? [call('UpdateAclAttribute', { AclName })]
      : []),
    // An entry whose description differs is removed before it is added anew.
    ...off(surplus.filter(isReplaced)),
    ...inPieces(missing, AT_ONCE).map((AclEntries) => call('AddEntriesToAcl', { AclEntries })),
    ...off(surplus.filter((entry) => !isReplaced(entry))),
  ]);
}

/** The entries of a list's state. */
export function albEntriesOf(state: Json): readonly Content[] {
  const entries = isContent(state) ? state['AclEntries'] : undefined;
  return Array.isArray(entries) ? entries.filter(isContent) : [];
}

function addressOf(entry: Content): string {
  return textIn(entry, 'Entry') ?? '';
}
