import type { Text } from '../model/text.ts';
import type { Told, View } from './channel.ts';
import { plain } from './escape.ts';
import type { Kind } from './kind.ts';
import { phrase } from './phrase.ts';
import type { Limits, Section } from './sections.ts';
import { WORDS } from './words.ts';

/** What to do, step by step. Where nothing is left to put back, the rule's steps would mislead. */
export function stepsOf({ rule }: Told, kind: Kind, { language }: View): Section {
  const steps: Readonly<Record<Kind, readonly Text[]>> = {
    done: rule.recovery,
    weak: [WORDS.askWeak],
    refused: [WORDS.askWhy],
    over: [WORDS.checkOver],
  };
  return { as: 'steps', label: WORDS.recovery[language], lines: steps[kind].map((step) => [step[language]]) };
}

/** The commands that put it back, or the plain word that there are none. */
export function restoreOf({ finding }: Told, kind: Kind, { language }: View, limits: Limits): readonly Section[] {
  if (kind === 'refused' || kind === 'over') return [];
  const { restore } = finding;
  const label = WORDS.restore[language];
  const said = (
    key: 'irrecoverable' | 'nothingToRestore' | 'restoreUnknown' | 'restoreHidden',
    count = 0,
  ): Section => ({
    as: 'lines',
    label: WORDS.restoring[language],
    lines: [phrase(WORDS[key][language], { count: String(count) })],
  });
  if (restore.possible === false) return [said('irrecoverable')];
  if (restore.possible === 'unknown') return [said('restoreUnknown')];
  if (restore.commands.length === 0) return [said('nothingToRestore')];
  // A command is shown whole or not at all: half of one, run at night, is worse than none.
  const whole = (command: string) => plain(command, limits.commandLength) === command;
  const commands = restore.commands.filter(whole).slice(0, limits.commands);
  const hidden = restore.commands.length - commands.length;
  return [
    ...(commands.length > 0 ? [{ as: 'commands', label, commands } as const] : []),
    ...(hidden > 0 ? [said('restoreHidden', hidden)] : []),
  ];
}
