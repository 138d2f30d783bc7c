import { readQuoted, readWord } from './read-word.ts';
import { DEEPEST, type Reader, type Redirect, type Statement } from './statement.ts';
import { bareText, type Part, type Word } from './word.ts';

/**
 * Reads a shell script into its simple commands: quotes, comments, line continuations, pipelines, redirections,
 * here-documents, subshells and `$(…)`. It follows no condition and runs nothing; it takes any text and never fails.
 */
export function readShell(text: string): readonly Statement[] {
  const reader: Reader = { text: text.replaceAll('\r\n', '\n'), at: 0, depth: 0, statements: [], readScript };
  readScript(reader, false);
  return reader.statements;
}

interface Pending {
  readonly redirect: { -readonly [Key in keyof Redirect]: Redirect[Key] };
  readonly delimiter: string;
  readonly isQuoted: boolean;
  readonly dropsTabs: boolean;
}

interface Draft {
  words: Word[];
  redirects: Redirect[];
}

function readScript(reader: Reader, isNested: boolean): void {
  const pending: Pending[] = [];
  let draft: Draft = { words: [], redirects: [] };
  let open = 0;
  const end = (isPiped = false): void => {
    if (draft.words.length + draft.redirects.length > 0) reader.statements.push({ kind: 'command', ...draft, isPiped });
    draft = { words: [], redirects: [] };
  };
  while (reader.at < reader.text.length) {
    const operator = readOperator(reader);
    if (operator === undefined) {
      readOperand(reader, draft, pending);
    } else if (operator === '(' && draft.words.length === 0) {
      reader.statements.push({ kind: 'enter' });
      open += 1;
    } else if (operator === ')' && open === 0 && isNested) {
      end();
      return;
    } else {
      end(operator === '|' || operator === '|&');
      if (operator === '\n') pending.splice(0).forEach((here) => readBody(reader, here));
      if (operator === ')' && open > 0) {
        reader.statements.push({ kind: 'leave', isSubstitution: false });
        open -= 1;
      }
    }
  }
  end();
}

/** Skips blanks, continued lines and comments, and takes an operator that ends a command, where one stands. */
function readOperator(reader: Reader): string | undefined {
  const { text } = reader;
  for (;;) {
    const char = text.charAt(reader.at);
    if (char === ' ' || char === '\t' || char === '\r') reader.at += 1;
    else if (char === '\\' && text.charAt(reader.at + 1) === '\n') reader.at += 2;
    else if (char === '#') reader.at = orEnd(text.indexOf('\n', reader.at), text);
    else break;
  }
  const two = text.slice(reader.at, reader.at + 2);
  const length = ['&&', '||', '|&', ';;', ';&'].includes(two)
    ? 2
    : '\n;&|()'.includes(two.charAt(0)) && two !== ''
      ? 1
      : 0;
  if (length === 0 || two === '&>') return undefined;
  reader.at += length;
  return two.slice(0, length);
}

const REDIRECTION = /^(?:\d{0,3}|&)(<<<|<<-?|<>|<&|<|>>|>\||>&|>)(?!\()/u;

function readOperand(reader: Reader, draft: Draft, pending: Pending[]): void {
  const redirection = REDIRECTION.exec(reader.text.slice(reader.at, reader.at + 8));
  if (redirection !== null) {
    reader.at += redirection[0].length;
    readRedirect(reader, redirection[1] ?? '', draft, pending);
    return;
  }
  const start = reader.at;
  const word = readWord(reader);
  if (reader.at === start) reader.at += 1;
  if (word.length > 0) draft.words.push(isArrayStart(reader, word) ? [...word, ...readArray(reader)] : word);
}

function readRedirect(reader: Reader, operator: string, draft: Draft, pending: Pending[]): void {
  while (' \t'.includes(reader.text.charAt(reader.at)) && reader.at < reader.text.length) reader.at += 1;
  const word = readWord(reader);
  const isDescriptor = operator.endsWith('&') && /^(?:\d+|-)$/u.test(bareText(word) ?? '');
  if (isDescriptor || word.length === 0) return;
  if (operator === '<<' || operator === '<<-') {
    const redirect: Pending['redirect'] = { act: 'text', word: [] };
    draft.redirects.push(redirect);
    const isQuoted = word.some((part) => part.kind === 'text' && part.isQuoted);
    pending.push({ redirect, delimiter: spelt(word), isQuoted, dropsTabs: operator === '<<-' });
    return;
  }
  const act = operator === '<<<' ? 'text' : operator === '>>' ? 'append' : operator.includes('>') ? 'write' : 'read';
  draft.redirects.push({ act, word });
}

/** The lines up to the delimiter; with a quoted delimiter nothing in them is filled in. */
function readBody(reader: Reader, { redirect, delimiter, isQuoted, dropsTabs }: Pending): void {
  const lines: string[] = [];
  while (reader.at < reader.text.length) {
    const end = orEnd(reader.text.indexOf('\n', reader.at), reader.text);
    const line = reader.text.slice(reader.at, end);
    reader.at = end + 1;
    const told = dropsTabs ? line.replace(/^\t+/u, '') : line;
    if (told === delimiter) break;
    lines.push(told);
  }
  const body = lines.join('\n');
  const isText = isQuoted || reader.depth >= DEEPEST;
  redirect.word = isText ? [{ kind: 'text', text: body, isQuoted: true }] : readQuoted(reader, body);
}

function isArrayStart(reader: Reader, word: Word): boolean {
  return reader.text.charAt(reader.at) === '(' && (bareText(word) ?? '').endsWith('=');
}

/** `name=(a b c)` is read as `name='a b c'`; who uses it takes it apart again. */
function readArray(reader: Reader): Word {
  const parts: Part[] = [];
  reader.at += 1;
  while (reader.at < reader.text.length && reader.text.charAt(reader.at) !== ')') {
    const start = reader.at;
    parts.push(...readWord(reader), { kind: 'text', text: ' ', isQuoted: true });
    if (reader.at === start) reader.at += 1;
  }
  reader.at += 1;
  return parts;
}

function spelt(word: Word): string {
  return word
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'variable' ? `$${part.name}` : part.source))
    .join('');
}

function orEnd(index: number, text: string): number {
  return index === -1 ? text.length : index;
}
