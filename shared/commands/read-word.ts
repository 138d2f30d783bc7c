import { DEEPEST, type Reader } from './statement.ts';
import type { Part, Word } from './word.ts';

const BLANK_OR_OPERATOR = new Set([' ', '\t', '\r', '\n', ';', '&', '|', '(', ')', '<', '>']);

/** Reads one word; empty where none begins here. Never looks at a character twice but for nested scripts. */
export function readWord(reader: Reader): Word {
  const parts: Part[] = [];
  while (reader.at < reader.text.length) {
    const char = reader.text.charAt(reader.at);
    if (BLANK_OR_OPERATOR.has(char) && !startsProcess(reader)) break;
    parts.push(...readPart(reader, char));
  }
  return merged(parts);
}

/** Reads a here-document's body, or what stands between double quotes, from a text of its own. */
export function readQuoted(reader: Reader, text: string): Word {
  const inner: Reader = { ...reader, text, at: 0, depth: reader.depth + 1 };
  return merged(quotedParts(inner, () => inner.at >= text.length));
}

function readPart(reader: Reader, char: string): readonly Part[] {
  switch (char) {
    case '\\':
      return escaped(reader);
    case "'":
      return [quoted(upTo(reader, "'"))];
    case '"': {
      reader.at += 1;
      const parts = quotedParts(reader, () => reader.text.charAt(reader.at) === '"');
      reader.at += 1;
      return [quoted(''), ...parts];
    }
    case '$':
      return readDollar(reader, false);
    case '`':
      return [backticks(reader)];
    case '<':
    case '>':
      return [substitution(reader, 2)];
    default:
      return [plainRun(reader)];
  }
}

/** Everything up to the next character that means something. */
function plainRun(reader: Reader): Part {
  const start = reader.at;
  do reader.at += 1;
  while (reader.at < reader.text.length && !isSpecial(reader.text.charAt(reader.at)));
  return { kind: 'text', text: reader.text.slice(start, reader.at), isQuoted: false };
}

function isSpecial(char: string): boolean {
  return BLANK_OR_OPERATOR.has(char) || char === '\\' || char === "'" || char === '"' || char === '$' || char === '`';
}

function quotedParts(reader: Reader, isEnd: () => boolean): readonly Part[] {
  const parts: Part[] = [];
  let run = '';
  while (reader.at < reader.text.length && !isEnd()) {
    const char = reader.text.charAt(reader.at);
    if (char === '$' || char === '`') {
      parts.push(quoted(run), ...(char === '$' ? readDollar(reader, true) : [backticks(reader)]));
      run = '';
    } else if (char === '\\') {
      run += unescaped(reader.text.charAt(reader.at + 1));
      reader.at += 2;
    } else {
      run += char;
      reader.at += 1;
    }
  }
  return [...parts, quoted(run)];
}

/** Between double quotes a backslash keeps its place before anything but these. */
function unescaped(next: string): string {
  if (next === '\n') return '';
  return next === '"' || next === '\\' || next === '$' || next === '`' ? next : `\\${next}`;
}

function escaped(reader: Reader): readonly Part[] {
  const next = reader.text.charAt(reader.at + 1);
  reader.at += 2;
  return next === '\n' ? [] : [quoted(next)];
}

function readDollar(reader: Reader, isQuoted: boolean): readonly Part[] {
  const next = reader.text.charAt(reader.at + 1);
  if (next === '(') return [reader.text.charAt(reader.at + 2) === '(' ? arithmetic(reader) : substitution(reader, 2)];
  if (next === '{') return [braced(reader, isQuoted)];
  if (next === "'" && !isQuoted) {
    reader.at += 1;
    return [quoted(ansi(upTo(reader, "'", true)))];
  }
  const name = /^(?:[A-Za-z_]\w{0,99}|[\d@*#?$!-])/u.exec(reader.text.slice(reader.at + 1, reader.at + 101))?.[0];
  reader.at += 1 + (name?.length ?? 0);
  return [name === undefined ? { kind: 'text', text: '$', isQuoted } : { kind: 'variable', name, isQuoted }];
}

/** `${name}`, `${name[@]}`, `${name:-fallback}`; what other forms give is not known. */
function braced(reader: Reader, isQuoted: boolean): Part {
  const start = reader.at;
  let open = 0;
  reader.at += 1;
  do {
    const char = reader.text.charAt(reader.at);
    if (char === '{') open += 1;
    if (char === '}') open -= 1;
    reader.at += 1;
  } while (open > 0 && reader.at < reader.text.length);
  const source = reader.text.slice(start, reader.at);
  const match = /^\$\{([A-Za-z_]\w{0,99}|[\d@*])(\[[@*]\])?(?::?[-=]([^${}`]*))?\}$/u.exec(source);
  const name = match?.[1];
  if (name === undefined) return { kind: 'output', source };
  const fallback = match?.[3];
  return {
    kind: 'variable',
    name,
    isQuoted: isQuoted && match?.[2] === undefined,
    ...(fallback === undefined ? {} : { fallback }),
  };
}

function arithmetic(reader: Reader): Part {
  const start = reader.at;
  let open = 0;
  do {
    const char = reader.text.charAt(reader.at);
    if (char === '(') open += 1;
    if (char === ')') open -= 1;
    reader.at += 1;
  } while ((open > 0 || reader.at < start + 2) && reader.at < reader.text.length);
  return { kind: 'output', source: reader.text.slice(start, reader.at) };
}

function substitution(reader: Reader, length: number): Part {
  const start = reader.at;
  reader.at += length;
  if (reader.depth >= DEEPEST) return { kind: 'output', source: reader.text.slice(start, reader.at) };
  const inner: Reader = { ...reader, depth: reader.depth + 1 };
  runInside(inner, true);
  reader.at = inner.at;
  return { kind: 'output', source: reader.text.slice(start, reader.at) };
}

function backticks(reader: Reader): Part {
  const source = upTo(reader, '`', true);
  if (reader.depth < DEEPEST) {
    const text = source.replaceAll(/\\([\\`$])/gu, '$1');
    runInside({ ...reader, text, at: 0, depth: reader.depth + 1 }, false);
  }
  return { kind: 'output', source: `\`${source}\`` };
}

function runInside(inner: Reader, isNested: boolean): void {
  inner.statements.push({ kind: 'enter' });
  inner.readScript(inner, isNested);
  inner.statements.push({ kind: 'leave', isSubstitution: true });
}

/** What stands between here and the next such quote; the place behind it is next. */
function upTo(reader: Reader, quote: string, hasEscapes = false): string {
  const start = reader.at + 1;
  let end = start;
  while (end < reader.text.length && reader.text.charAt(end) !== quote) {
    end += hasEscapes && reader.text.charAt(end) === '\\' ? 2 : 1;
  }
  reader.at = end + 1;
  return reader.text.slice(start, end);
}

function ansi(text: string): string {
  return text.replaceAll(/\\([ntr\\'"])/gu, (_, char: string) =>
    char === 'n' ? '\n' : char === 't' ? '\t' : char === 'r' ? '\r' : char,
  );
}

/** `<(…)` and `>(…)` are words, not redirections. */
function startsProcess({ text, at }: Reader): boolean {
  return (text.charAt(at) === '<' || text.charAt(at) === '>') && text.charAt(at + 1) === '(';
}

function quoted(text: string): Part {
  return { kind: 'text', text, isQuoted: true };
}

/** Empty quotes keep a word alive, beside other text they say nothing. */
function merged(parts: readonly Part[]): Word {
  const told = parts.filter((part) => part.kind !== 'text' || part.text !== '');
  return told.length === 0 ? parts.slice(0, 1) : told;
}
