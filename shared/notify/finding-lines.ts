import type { Finding } from '../model/finding.ts';
import type { Language } from '../model/text.ts';
import type { Member, View } from './channel.ts';
import { idsOf } from './facts.ts';
import { foreign, type Line, phrase, type Piece } from './phrase.ts';
import { clockIn } from './times.ts';
import { WORDS } from './words.ts';
import { TELLING_WORDS } from './words/telling.ts';

/** So many resources of one finding are named; the rest is counted. */
const NAMED = 3;
/** A name that has no end shortens itself. */
const LONGEST = 60;

/** Many findings, the first ones in a line each, of the rest the ids: none is left out. */
export function findingLinesIn(view: View, lines: number): (members: readonly Member[]) => readonly Line[] {
  const clock = clockIn(view.timeZone);
  return (members) => {
    const rest = members.slice(lines);
    const more = { count: String(rest.length), ids: idsOf(rest) };
    return [
      ...members.slice(0, lines).map(({ finding }) => lineOf(finding, view.language, clock)),
      ...(rest.length > 0 ? [phrase(TELLING_WORDS.restIds[view.language], more)] : []),
    ];
  };
}

/** Names, of many the first ones. */
export function namedIn(language: Language, names: readonly string[], most: number): Line {
  const shown = names.slice(0, most).flatMap((name, index): Piece[] => {
    return [...(index > 0 ? [', '] : []), foreign(name, LONGEST)];
  });
  if (names.length <= most) return shown;
  return [...shown, ' ', ...phrase(WORDS.more[language], { count: String(names.length - most) })];
}

function lineOf(finding: Finding, language: Language, clock: (at: Date) => string): Line {
  const resources = finding.resources.map(({ id }) => id);
  const line = phrase(TELLING_WORDS.findingLine[language], {
    time: clock(finding.eventTime),
    resources: namedIn(language, resources, NAMED),
    operation: foreign(finding.operation),
    finding: finding.id,
  });
  if (finding.outcome === 'failure') return phrase(TELLING_WORDS.refusedLine[language], { line });
  return finding.status === 'resolved' ? phrase(TELLING_WORDS.resolvedLine[language], { line }) : line;
}
