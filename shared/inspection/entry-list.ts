import type { Json } from '../model/change.ts';
import { objectsOf, type Params, textOf } from '../model/params.ts';
import { type Content, isContent, same } from './content.ts';
import { contentOf } from './fields.ts';
import type { Predict, Remedy, Undo } from './reader.ts';
import { command, inPieces, remedy, UNKNOWN } from './restore/command.ts';

/** How many entries one call takes. */
const AT_ONCE = 100;

/** The entries of a list, each with the member that tells it from the others. */
export function entriesOf(state: Json): readonly Content[] {
  const entries = isContent(state) ? state['Entries'] : undefined;
  return Array.isArray(entries) ? entries.filter(isContent) : [];
}

/** What a call that adds and removes entries makes of a list. */
export function entriesChanged(key: 'Cidr' | 'PortRange'): Predict {
  return ({ params }, _, before) => {
    const [added, removed] = [entriesAsked(params, 'AddEntry', key), entriesAsked(params, 'RemoveEntry', key)];
    if (!isContent(before) || added.length + removed.length === 0) return undefined;
    const kept = entriesOf(before).filter((entry) => ![...removed, ...added].some((one) => one[key] === entry[key]));
    const had = (one: Content): Content | undefined => entriesOf(before).find((entry) => entry[key] === one[key]);
    return { ...before, Entries: [...kept, ...added.map((one) => ({ ...had(one), ...one }))] };
  };
}

/** Puts the entries of a list back; a deleted list gets another id. */
export function restoreEntries(product: {
  readonly key: 'Cidr' | 'PortRange';
  readonly idName: string;
  readonly noun: string;
  readonly fixed: readonly string[];
}): (undo: Undo) => Remedy {
  const { key, idName, noun, fixed } = product;
  return ({ id, region, present, wanted }) => {
    if (!isContent(wanted)) return UNKNOWN;
    const then = entriesOf(wanted);
    if (present === null) {
      const params = {
        ...Object.fromEntries(fixed.map((name) => [name, wanted[name]])),
        [`${noun}Name`]: wanted[`${noun}Name`] ?? id,
        MaxEntries: wanted['MaxEntries'] ?? then.length,
      };
      return remedy(
        [command('ecs', `Create${noun}`, region, { ...params, Entry: then })],
        `The new list gets another id than ${id}: name it in the security group rules that used the old one.`,
      );
    }
    const now = entriesOf(present);
    const AddEntry = then.filter((entry) => !now.some((one) => same(one, entry)));
    const RemoveEntry = now
      .filter((entry) => !then.some((one) => one[key] === entry[key]))
      .map((entry) => ({ [key]: entry[key] }));
    const call = (params: object): string => command('ecs', `Modify${noun}`, region, { [idName]: id, ...params });
    return remedy([
      ...inPieces(AddEntry, AT_ONCE).map((piece) => call({ AddEntry: piece })),
      ...inPieces(RemoveEntry, AT_ONCE).map((piece) => call({ RemoveEntry: piece })),
    ]);
  };
}

function entriesAsked(params: Params, name: string, key: 'Cidr' | 'PortRange'): readonly Content[] {
  return objectsOf(params, name)
    .map((entry) =>
      contentOf(
        { [key]: textOf(entry, key), Description: textOf(entry, 'Description') },
        { [key]: 'text', Description: 'text' },
      ),
    )
    .filter((entry) => entry[key] !== undefined);
}
