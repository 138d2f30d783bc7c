import { HIDDEN, isSecretName } from './secrets.ts';
import type { Part, Word } from './word.ts';

/** What variables hold, as far as the script itself says; several values where a loop runs over them. */
export type Variables = Map<string, readonly string[]>;

/** How much may still be filled in; a script that doubles its own variables must not grow without end. */
export interface Budget {
  characters: number;
}

const MOST_WORDS = 64;
const LONGEST_WORD = 20_000;
/** Parts the fields of an unquoted value; it cannot stand in a command. */
const FIELD = '\u0000';
/** A blank inside `$(…)`, which stays one word as long as nobody knows what it prints. */
const JOINED = '\u00A0';

/** The words that a shell makes of this one: variables filled in, braces and fields taken apart. Patterns stay. */
export function expand(word: Word, variables: Variables, budget: Budget): readonly string[] {
  let texts = [''];
  for (const part of word) {
    const pieces = piecesOf(part, variables);
    const joined = texts.flatMap((text) => pieces.map((piece) => `${text}${piece}`.slice(0, LONGEST_WORD)));
    texts = joined.slice(0, MOST_WORDS);
    budget.characters -= joined.reduce((sum, text) => sum + text.length, 0);
    if (budget.characters < 0) return [];
  }
  const isEmptyLost = word.every((part) => part.kind === 'variable' && !part.isQuoted);
  return texts.flatMap((text) => text.split(FIELD)).filter((text) => text !== '' || !isEmptyLost);
}

/** The word as one text: what is assigned, or stands in a here-document. */
export function filled(word: Word, variables: Variables, budget: Budget): string {
  return expand(
    word.map((part) => (part.kind === 'output' ? part : { ...part, isQuoted: true })),
    variables,
    budget,
  ).join(' ');
}

function piecesOf(part: Part, variables: Variables): readonly string[] {
  switch (part.kind) {
    case 'text':
      return part.isQuoted ? [part.text] : braces(part.text);
    case 'output':
      return [part.source.replaceAll(/\s+/gu, JOINED)];
    case 'variable':
      return valuesOf(part.name, part.fallback, variables).map((value) =>
        part.isQuoted ? value : value.trim().replaceAll(/[ \t\r\n]+/gu, FIELD),
      );
  }
}

/** A variable that the script does not set stays as it is written; one named like a secret is never filled in. */
function valuesOf(name: string, fallback: string | undefined, variables: Variables): readonly string[] {
  if (isSecretName(name)) return [HIDDEN];
  return variables.get(name) ?? [fallback ?? `$${name}`];
}

/** `a{b,c}d` → `abd acd`; one brace after the other, nested ones stay. */
function braces(text: string): readonly string[] {
  let texts = [''];
  let rest = text;
  for (let brace = findBrace(rest); brace !== undefined; brace = findBrace(rest)) {
    const { before, choices, after } = brace;
    texts = texts.flatMap((head) => choices.map((choice) => `${head}${before}${choice}`)).slice(0, MOST_WORDS);
    rest = after;
  }
  return texts.map((head) => `${head}${rest}`);
}

function findBrace(text: string): { before: string; choices: readonly string[]; after: string } | undefined {
  const open = text.indexOf('{');
  const close = text.indexOf('}', open);
  if (open === -1 || close === -1) return undefined;
  const choices = text.slice(open + 1, close).split(',');
  if (choices.length < 2 || text.slice(open + 1, close).includes('{')) return undefined;
  return { before: text.slice(0, open), choices, after: text.slice(close + 1) };
}
