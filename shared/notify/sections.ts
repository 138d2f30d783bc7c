import { changeLines, lastKnownLines } from './changes.ts';
import type { Told, View } from './channel.ts';
import { accountLine, actorLine, addressLine, clusterLine, receivedLine, resourceLine } from './facts.ts';
import type { Kind } from './kind.ts';
import { foreign, type Line, phrase } from './phrase.ts';
import { restoreOf, stepsOf } from './recovery.ts';
import { localTime } from './times.ts';
import { WORDS } from './words.ts';
import { inLanguage } from './words/sentences.ts';

/** A labelled part of a message: short facts, what must be read, numbered steps, or commands to copy. */
export type Section =
  | { readonly as: 'facts' | 'lines' | 'steps'; readonly label: string; readonly lines: readonly Line[] }
  | { readonly as: 'commands'; readonly label: string; readonly commands: readonly string[] };

/** How much of each list is shown, and how long a command may be; the rest is counted. */
export interface Limits {
  readonly lines: number;
  readonly commands: number;
  readonly commandLength: number;
}

/** In the order in which somebody who was woken up asks: where, who, what, so what, what now; then the rest. */
export function sectionsOf(told: Told, kind: Kind, view: View, limits: Limits): readonly Section[] {
  const { finding, rule } = told;
  const { language } = view;
  const impact = { done: 'impact', refused: 'impactRefused', weak: 'impactWeak', over: 'impactOver' } as const;
  const list = (key: keyof typeof WORDS, lines: readonly Line[]): Section => ({
    ...facts(key, language, cut(lines, limits.lines, language)),
    as: 'lines',
  });
  const resources = finding.resources.map((one) => resourceLine(one, language));
  return [
    ...whereAndWho(told, view),
    facts('resources', language, cut(resources, limits.lines, language)),
    list('changes', kind === 'refused' ? [] : changeLines(finding, view)),
    list('lastKnown', lastKnownLines(finding, view)),
    list(impact[kind], [[rule.impact[language]]]),
    stepsOf(told, kind, view),
    ...restoreOf(told, kind, view, limits),
    // What is to be known of a command stands under it.
    list(
      'notes',
      notesOf(told, kind).map((note) => inLanguage(note, language)),
    ),
    ...origin(told, view),
  ].filter(isFilled);
}

/** The headline and the banner say already that a call was refused. */
function notesOf({ finding: { notes } }: Told, kind: Kind): readonly string[] {
  return kind === 'refused' ? notes.filter((note) => !note.startsWith('The call was refused')) : notes;
}

/** What still names the finding when a channel takes no more: no value, no name of a client, no command. */
export function briefOf(told: Told, view: View): readonly Section[] {
  const { resources, operation } = told.finding;
  const { language } = view;
  const first = resources.slice(0, 1).map((one) => resourceLine({ ...one, name: one.id }, language));
  return [
    ...whereAndWho(told, view),
    facts('resources', language, first),
    facts('operation', language, [[foreign(operation)]]),
    facts('account', language, [accountLine(told.finding)]),
  ].filter(isFilled);
}

function whereAndWho({ finding }: Told, { language, timeZone }: View): readonly Section[] {
  return [
    facts('cluster', language, [clusterLine(finding)]),
    facts('actor', language, [actorLine(finding, language)]),
    facts('happened', language, [[localTime(finding.eventTime, timeZone)]]),
  ];
}

function origin({ finding }: Told, view: View): readonly Section[] {
  const { language } = view;
  const { userAgent } = finding.srcEndpoint;
  return [
    facts('operation', language, [[foreign(finding.operation)]]),
    facts('address', language, addressLine(finding)),
    facts('userAgent', language, userAgent === undefined ? [] : [[foreign(userAgent)]]),
    facts('received', language, [receivedLine(finding, view)]),
    facts('account', language, [accountLine(finding)]),
  ];
}

function facts(key: keyof typeof WORDS, language: View['language'], lines: readonly Line[]) {
  return { as: 'facts' as const, label: WORDS[key][language], lines };
}

function isFilled(one: Section): boolean {
  return one.as === 'commands' || one.lines.length > 0;
}

function cut(lines: readonly Line[], most: number, language: View['language']): readonly Line[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most), phrase(WORDS.more[language], { count: String(lines.length - most) })];
}
