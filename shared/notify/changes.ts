import type { Change, Comparison } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';
import type { Language } from '../model/text.ts';
import type { View } from './channel.ts';
import { foreign, type Line, phrase, type Piece } from './phrase.ts';
import { localTime } from './times.ts';
import { departures, dotted, leaves, shown } from './values.ts';
import { WORDS } from './words.ts';
import { inLanguage } from './words/sentences.ts';

/** A value longer than this is not told twice: whole rules and lists fill the screen of a phone. */
const LONG = 40;

/** What changed, one line a place, then what is not known about it. */
export function changeLines({ comparisons, reinspectAt }: Finding, view: View): readonly Line[] {
  const { language, timeZone } = view;
  const several = new Set(comparisons.map(({ resource }) => resource.id)).size > 1;
  const lines = comparisons.flatMap((one) => [...linesOf(one, several, language), ...readingOf(one, several, view)]);
  const unknown = [...new Set(comparisons.flatMap((one) => one.unknown))].map((one) => inLanguage(one, language));
  const isSilent = lines.length === 0 && unknown.length === 0;
  const silence = comparisons.length === 0 ? WORDS.changesUnknown : WORDS.noneSeen;
  return [
    ...lines,
    ...unknown,
    ...(isSilent ? [[silence[language]]] : []),
    ...(reinspectAt ? [phrase(WORDS.readAgain[language], { time: localTime(reinspectAt, timeZone) })] : []),
  ];
}

/** The last known state of what exists no more, or soon will not, member by member. */
export function lastKnownLines({ comparisons }: Finding, { language, timeZone }: View): readonly Line[] {
  return comparisons
    .filter((one) => isGone(one) || isToBeDeleted(one))
    .flatMap(({ before, resource }) => {
      if (!before || before.content === null) return [];
      const at = phrase(WORDS.lastKnownAt[language], { time: localTime(before.observedAt, timeZone) });
      const members = leaves(before.content).map(([path, value]) =>
        phrase(WORDS.pair[language], { name: foreign(dotted(path)), value: shown(value, language) }),
      );
      return [phrase(WORDS.pair[language], { name: foreign(resource.id), value: at }), ...members];
    });
}

function linesOf(comparison: Comparison, several: boolean, language: Language): readonly Line[] {
  const { resource, changes } = comparison;
  if (isGone(comparison)) return [[foreign(resource.id), ' ', WORDS.gone[language]]];
  if (isToBeDeleted(comparison)) {
    return [phrase(WORDS.pair[language], { name: foreign(resource.id), value: WORDS.deletionAsked[language] })];
  }
  return changes.map((change) => {
    const path = dotted(change.path);
    const place = path === '' ? resource.id : several ? `${resource.id} ${path}` : path;
    return changed(change, foreign(place), language);
  });
}

function changed({ before, after, expected }: Change, place: Piece, language: Language): Line {
  const values = [shown(before, language), ' → ', shown(after, language)];
  const change = phrase(WORDS.pair[language], { name: place, value: values });
  if (expected === undefined) return change;
  const isOld = JSON.stringify(expected) === JSON.stringify(before) && JSON.stringify(expected).length > LONG;
  return phrase(WORDS.expected[language], {
    change,
    value: isOld ? WORDS.asBefore[language] : shown(expected, language),
  });
}

/** A reading that does not tell the state right after the call: shown with its time, as far as it departs from before. */
function readingOf(
  { resource, before, after, now, changes }: Comparison,
  several: boolean,
  view: View,
): readonly Line[] {
  const { language, timeZone } = view;
  if (after || !now || !before || now.content === null || before.content === null) return [];
  const departed = departures(before.content, now.content).map(([path, value]): Line => {
    return [foreign(dotted(path)), ' ', shown(value, language)];
  });
  if (departed.length === 0 && changes.length === 0) return [];
  const listed = departed.slice(0, 5).flatMap((line, index): Line => [...(index > 0 ? [', '] : []), ...line]);
  const state =
    departed.length === 0 ? [WORDS.asBefore[language]] : [...listed, ...(departed.length > 5 ? [' …'] : [])];
  const line = phrase(WORDS.readState[language], { time: localTime(now.observedAt, timeZone), state });
  return [several ? [foreign(resource.id), ' ', ...line] : line];
}

function isGone({ after, now }: Comparison): boolean {
  return (after ?? now)?.content === null;
}

/** The call asked for its deletion, and nobody could look whether it is gone. */
function isToBeDeleted(comparison: Comparison): boolean {
  return !isGone(comparison) && comparison.changes.some(({ path, after }) => path === '' && after === null);
}
