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
  const present = doubt === 'nothing-yet' ? asked : (reading?.content ?? asked);
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
  const usable = remedies.filter((one) => one.possible === true);
  const commands = usable.flatMap((one) => one.commands);
  const shown = [...new Set(commands)].filter(isFit);
  const notes = [
    ...remedies.flatMap((one) => one.notes ?? []),
    ...(shown.length < new Set(commands).size
      ? ['Some commands are not shown: they would need a hidden or unprintable value.']
      : []),
  ];
  if (usable.length === 0) {
    const isLost = remedies.length > 0 && remedies.every((one) => one.possible === false);
    return { restore: { possible: isLost ? false : 'unknown' }, notes };
  }
  if (shown.length === 0 && (commands.length > 0 || usable.length < remedies.length)) {
    return { restore: { possible: 'unknown' }, notes };
  }
  const lost = remedies.filter((one) => one.possible === false).length;
  const unknown = remedies.filter((one) => one.possible === 'unknown').length;
  return {
    restore: { possible: true, commands: shown },
    notes: [
      ...notes,
      ...(lost > 0 ? [`${count(lost)} cannot be brought back; the commands restore the rest.`] : []),
      ...(unknown > 0
        ? [`How to restore ${count(unknown).toLowerCase()} is not known; the commands restore the rest.`]
        : []),
    ],
  };
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
  return resources === 1 ? 'One resource' : `${resources} resources`;
}

/** Hidden values would be set as they are shown, and control characters do not survive being copied to a terminal. */
function isFit(command: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return !command.includes('[redacted]') && !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u.test(command);
}
