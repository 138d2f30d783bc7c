import type { Json, Restore } from '../model/change.ts';
import { isContent, same } from './content.ts';
import { essenceOf, type Examined } from './examine.ts';
import type { Remedy } from './reader.ts';
import { UNKNOWN } from './restore/command.ts';
import { takenBack } from './taken-back.ts';

/** How to put back what the call changed of one resource, and nothing else. */
export function putBack(examined: Examined, region: string): Remedy {
  const { target, reading, asked, doubt } = examined;
  const { reader, ref } = target;
  // A reading of null is one too: it does not exist.
  const present = doubt === 'nothing-yet' || reading === undefined ? asked : reading.content;
  if (present === undefined) return UNKNOWN;
  if (present === null && reader.isGoneForGood === true) return { possible: false };
  const wanted = wantedOf(examined, present);
  if (wanted === undefined) return UNKNOWN;
  if (same(essenceOf(examined, wanted), essenceOf(examined, present))) {
    return asked === undefined ? UNKNOWN : { possible: true, commands: [] };
  }
  const remedy = reader.restore({ id: ref.id, region, present, wanted });
  const isEmpty = remedy.possible === true && remedy.commands.length === 0;
  return isEmpty ? { possible: 'unknown', notes: remedy.notes ?? [] } : remedy;
}

/** All remedies as one; a command that cannot be shown safely is left out and said so. */
export function joinedRemedy(remedies: readonly Remedy[]): {
  readonly restore: Restore;
  readonly notes: readonly string[];
} {
  const due = remedies.filter((one) => one.possible !== true || one.commands.length > 0);
  const commands = [...new Set(due.flatMap((one) => (one.possible === true ? one.commands : [])))];
  const shown = commands.filter(isFit);
  const notes = [
    ...remedies.flatMap((one) => one.notes ?? []),
    ...(shown.length < commands.length ? [HIDDEN] : []),
    ...(shown.length > 0 ? partly(due) : []),
  ];
  return { restore: restoreOf(remedies, due, shown), notes };
}

const HIDDEN = 'Some commands are not shown: they would need a hidden or unprintable value.';

function restoreOf(all: readonly Remedy[], due: readonly Remedy[], commands: readonly string[]): Restore {
  if (commands.length > 0 || (all.length > 0 && due.length === 0)) return { possible: true, commands };
  return due.length > 0 && due.every((one) => one.possible === false) ? { possible: false } : { possible: 'unknown' };
}

/** What the commands leave as it is. */
function partly(due: readonly Remedy[]): readonly string[] {
  const lost = due.filter((one) => one.possible === false).length;
  const unknown = due.filter((one) => one.possible === 'unknown').length;
  return [
    ...(lost > 0 ? [`${count(lost)} cannot be brought back; the commands restore the rest.`] : []),
    ...(unknown > 0 ? [`How to restore ${count(unknown)} is not known; the commands restore the rest.`] : []),
  ];
}

function wantedOf({ target, before, asked, expected, beforeIs }: Examined, present: Json): Json | undefined {
  const { owned, reader } = target;
  if (expected === undefined) {
    // Nothing is known from before, but what ACK demands is known all the same.
    if (reader.demand === undefined || !isContent(present)) return undefined;
    const demanded = reader.demand(owned, present);
    return same(demanded, present) ? undefined : demanded;
  }
  if (before === undefined || asked === undefined || beforeIs === 'new') return expected.state;
  const demanded = takenBack(present, expected.state, asked, reader.keyOf);
  return reader.demand?.(owned, demanded) ?? demanded;
}

function count(resources: number): string {
  return resources === 1 ? '1 resource' : `${resources} resources`;
}

/** Hidden values would be set as they are shown, and control characters do not survive being copied to a terminal. */
function isFit(command: string): boolean {
  return !command.includes('[redacted]') && !/[^\P{Cc}\t\n]/u.test(command);
}
