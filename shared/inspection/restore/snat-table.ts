import type { Json } from '../../model/change.ts';
import { type Content, isContent, textIn } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';

/** Source (a vSwitch or a block) → the entry that gives it an address. */
export type Addresses = { readonly [source: string]: Content };

/** Puts SNAT entries back, the missing ones first. A deleted table goes with its NAT gateway. */
export function restoreSnatTable({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const call = (action: string, params: object): string =>
    command('vpc', action, region, { SnatTableId: id, ...params });
  const [now, then] = [addressesOf(present), addressesOf(wanted)];
  const commands: string[] = [];
  for (const [source, entry] of Object.entries(then)) {
    const SnatIp = textIn(entry, 'SnatIp');
    const there = now[source];
    if (there === undefined) commands.push(call('CreateSnatEntry', { ...from(source), SnatIp }));
    else if (textIn(there, 'SnatIp') !== SnatIp) {
      commands.push(call('ModifySnatEntry', { SnatEntryId: there['SnatEntryId'], SnatIp }));
    }
  }
  for (const [source, { SnatEntryId }] of Object.entries(now)) {
    if (then[source] === undefined) commands.push(call('DeleteSnatEntry', { SnatEntryId }));
  }
  return remedy(commands);
}

/** The entries of a table's state. */
export function addressesOf(state: Json): Addresses {
  const entries = isContent(state) ? state['Entries'] : undefined;
  if (!isContent(entries)) return {};
  return Object.fromEntries(Object.entries(entries).filter((entry): entry is [string, Content] => isContent(entry[1])));
}

function from(source: string): object {
  return source.startsWith('vsw-') ? { SourceVSwitchId: source } : { SourceCIDR: source };
}
