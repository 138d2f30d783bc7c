import type { Change, Comparison, Json } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';
import type { Language } from '../model/text.ts';
import type { View } from './channel.ts';
import { foreign, type Line, phrase, type Piece } from './phrase.ts';
import { localTime } from './times.ts';
import { WORDS } from './words.ts';
import { inLanguage } from './words/sentences.ts';

const LONGEST_VALUE = 300;

/** What changed, one line a place, then what is not known about it. */
export function changeLines({ comparisons, reinspectAt }: Finding, { language, timeZone }: View): readonly Line[] {
  const word = (key: keyof typeof WORDS, values?: Parameters<typeof phrase>[1]) => phrase(WORDS[key][language], values);
  const several = new Set(comparisons.map(({ resource }) => resource.id)).size > 1;
  const lines = comparisons.flatMap((one) => linesOf(one, several, language));
  const unknown = [...new Set(comparisons.flatMap((one) => one.unknown))].map((one) => inLanguage(one, language));
  const later = comparisons.find((one) => one.changes.length > 0 && !one.after && one.now)?.now;
  const silent = lines.length === 0 && unknown.length === 0;
  return [
    ...lines,
    ...(later ? [word('readLater', { time: localTime(later.observedAt, timeZone) })] : []),
    ...unknown,
    ...(silent ? [word(comparisons.length === 0 ? 'changesUnknown' : 'noneSeen')] : []),
    ...(reinspectAt ? [word('readAgain', { time: localTime(reinspectAt, timeZone) })] : []),
  ];
}

/** The last known state of what exists no more, member by member. */
export function lastKnownLines({ comparisons }: Finding, { language, timeZone }: View): readonly Line[] {
  return comparisons.filter(isGone).flatMap(({ before, resource }) => {
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
  return phrase(WORDS.expected[language], { change, value: shown(expected, language) });
}

function isGone({ after, now }: Comparison): boolean {
  return (after ?? now)?.content === null;
}

/** A JSON Pointer as people write it: `Permissions.sgr-1.SourceCidrIp`. */
function dotted(pointer: string): string {
  const parts = pointer.split('/').slice(1);
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).join('.');
}

function shown(value: Json | undefined, language: Language): Piece {
  if (value === undefined || value === null) return WORDS.none[language];
  const text = readable(value);
  return text === '' ? WORDS.empty[language] : foreign(text, LONGEST_VALUE);
}

/** `SourceCidrIp 0.0.0.0/0, PortRange 22/22` instead of braces and quotes. */
function readable(value: Json): string {
  if (Array.isArray(value)) return value.map(nested).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, member]) => `${key} ${nested(member)}`)
    .join(', ');
}

function nested(value: Json): string {
  return typeof value === 'object' && value !== null ? `(${readable(value)})` : readable(value);
}

function leaves(value: Json, path = ''): readonly (readonly [path: string, value: Json])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, member]) =>
    leaves(member, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}
