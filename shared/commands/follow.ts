import { expand, filled, type Budget, type Variables } from './expand.ts';
import { segmentsOf } from './paths.ts';
import { foundPaths, printedBy } from './printed.ts';
import { masked } from './secrets.ts';
import { readShell } from './shell.ts';
import type { SimpleCommand } from './simple-command.ts';
import type { Redirect, Statement } from './statement.ts';
import { bareText, type Word } from './word.ts';
import { afterOptions, askedOf, isHiddenCode, unwrapped } from './wrappers.ts';

/** What a script starts, and what it also runs that nobody can read here: where that comes from, for a person. */
export interface Followed {
  readonly commands: readonly SimpleCommand[];
  readonly unread?: string;
}

const DEEPEST_SHELL = 8;
/** `sudo env nohup …`: programs that start programs. */
const MOST_WRAPS = 16;
const MOST_CHARACTERS = 2_000_000;

/** Follows a script from its first line to its last, every branch once, through wrappers and shells inside it. */
export function follow(script: string, directory = '/root'): Followed {
  const run: Run = { commands: [], unread: undefined, budget: { characters: MOST_CHARACTERS } };
  followIn(script, { directory, variables: new Map([['HOME', ['/root']]]), depth: 0 }, run);
  const unread = run.unread ?? (run.budget.characters < 0 ? '' : undefined);
  return { commands: run.commands, ...(unread === undefined ? {} : { unread }) };
}

interface Run {
  readonly commands: SimpleCommand[];
  unread: string | undefined;
  readonly budget: Budget;
}

/** What flows through a pipeline: what it says so far, and what is known of its content. */
interface Pipe {
  readonly source: string;
  readonly printed: string | undefined;
}

interface Place {
  directory: string | undefined;
  readonly variables: Variables;
  readonly depth: number;
  pipe?: Pipe | undefined;
}

type Command = Extract<Statement, { kind: 'command' }>;

function followIn(script: string, place: Place, run: Run): void {
  const outer: Pick<Place, 'directory' | 'pipe'>[] = [];
  run.budget.characters -= script.length;
  for (const statement of readShell(script)) {
    if (run.budget.characters < 0) return;
    if (statement.kind === 'enter') outer.push({ directory: place.directory, pipe: place.pipe });
    else if (statement.kind === 'leave') {
      const left = outer.pop();
      place.directory = left?.directory;
      place.pipe = statement.isSubstitution ? left?.pipe : undefined;
    } else place.pipe = followCommand(statement, place, run);
  }
}

/** Runs one simple command; gives what the next in its pipeline reads. */
function followCommand(statement: Command, place: Place, run: Run): Pipe | undefined {
  const words = withoutKeywords(statement.words, place, run.budget);
  const argv = words.flatMap((word) => expand(word, place.variables, run.budget));
  const texts = statement.redirects.filter(({ act }) => act === 'text');
  const given = texts.map(({ word }) => filled(word, place.variables, run.budget)).at(-1);
  const input = given ?? place.pipe?.printed;
  const source = `${place.pipe === undefined ? '' : `${place.pipe.source} | `}${argv.join(' ')}`.slice(0, 2_000);
  const redirects = argv[0] === '[[' ? [] : filesOf(statement.redirects, place, run.budget);
  const before = run.commands.length;
  start(argv, { ...(input === undefined ? {} : { input }), redirects, source, place }, run);
  if (!statement.isPiped) return undefined;
  const last = run.commands.length > before ? run.commands.at(-1) : undefined;
  return { source, printed: last && printedBy(last) };
}

interface Surroundings {
  readonly input?: string;
  readonly redirects: SimpleCommand['redirects'];
  readonly source: string;
  readonly place: Place;
}

function start(argv: readonly string[], around: Surroundings, run: Run, wraps = 0): void {
  const [path = '', ...args] = argv;
  if (argv.length === 0 && around.redirects.length === 0) return;
  const name = path.slice(path.lastIndexOf('/') + 1);
  run.budget.characters -= 20;
  if (wraps > MOST_WRAPS || isHiddenCode(name, args, around.input)) run.unread ??= name;
  if (run.budget.characters < 0 || wraps > MOST_WRAPS) return;
  if (name === 'cd' || name === 'pushd') around.place.directory = changed(around.place.directory, args);
  const inner = unwrapped(name, args);
  const asked = inner?.length === 0 ? 'input' : askedOf(name, args);
  const { place, input, redirects } = around;
  if (inner === undefined || inner.length === 0) {
    const directory = place.directory === undefined ? {} : { directory: place.directory };
    run.commands.push({ name, args, redirects, ...directory, ...(input === undefined ? {} : { input }) });
  } else start(inner, around, run, wraps + 1);
  if (asked !== undefined) runShell(asked, args, around, run);
  for (const started of startedByOthers(name, args, around))
    start(started, { ...around, redirects: [] }, run, wraps + 1);
}

const DOWNLOAD = /(?:^|[\s(`|])(?:curl|wget)\s/u;

function runShell(
  asked: NonNullable<ReturnType<typeof askedOf>>,
  args: readonly string[],
  around: Surroundings,
  run: Run,
): void {
  const script = typeof asked === 'object' ? asked.script : asked === 'input' ? around.input : undefined;
  const hidden = script === undefined ? [around.source, ...args].join(' ') : /^\s*[$`<]/u.test(script) ? script : '';
  if (DOWNLOAD.test(hidden)) run.unread ??= addressIn(hidden);
  if (script === undefined) return;
  if (around.place.depth >= DEEPEST_SHELL) run.unread ??= '';
  else {
    const { directory, variables, depth } = around.place;
    followIn(script, { directory, variables: new Map(variables), depth: depth + 1 }, run);
  }
}

/** Where the text comes from, without what may be secret in an address. */
function addressIn(text: string): string {
  return masked(/https?:\/\/[^\s"'()`?]{1,150}/u.exec(text)?.[0] ?? '');
}

/** What `find … -exec` and `xargs` start, with the names filled in that they find or read. */
function startedByOthers(name: string, args: readonly string[], around: Surroundings): readonly (readonly string[])[] {
  if (name === 'find') {
    const at = args.findIndex((arg) => /^-(?:exec|ok)(?:dir)?$/u.test(arg));
    if (at === -1) return [];
    const rest = args.slice(at + 1);
    const end = rest.findIndex((arg) => arg === ';' || arg === '+');
    const started = rest.slice(0, end === -1 ? rest.length : end);
    return [started.flatMap((arg) => (arg === '{}' ? foundPaths(args) : [arg]))];
  }
  if (name !== 'xargs') return [];
  const started = afterOptions(args, ['-I', '-n', '-P', '-L', '-d', '-s', '-a', '-E']);
  if (started.length === 0) return [];
  const read = around.input?.split(/\s+/u).filter((item) => item !== '') ?? [`$(${around.source})`];
  const mark =
    args.find((_, index) => args[index - 1] === '-I') ??
    (args.some((arg) => arg.startsWith('-I{}')) ? '{}' : undefined);
  if (mark === undefined) return [[...started, ...read.slice(0, 1_000)]];
  return read.slice(0, 64).map((item) => started.map((arg) => arg.replaceAll(mark, () => item)));
}

function changed(directory: string | undefined, args: readonly string[]): string | undefined {
  const [to = '~'] = args.filter((arg) => !/^-[LPe]$/u.test(arg));
  if (to === '-') return undefined;
  const segments = segmentsOf(to, directory);
  return segments === undefined ? undefined : `/${segments.join('/')}`;
}

function filesOf(redirects: readonly Redirect[], { variables }: Place, budget: Budget): SimpleCommand['redirects'] {
  return redirects.flatMap(({ act, word }) =>
    act === 'text' ? [] : expand(word, variables, budget).map((path) => ({ act, path })),
  );
}

const KEYWORDS = new Set(['if', 'then', 'elif', 'else', 'fi', 'while', 'until', 'do', 'done', 'esac', '{', '}', '!']);
const DECLARING = new Set(['export', 'local', 'readonly', 'declare', 'typeset']);

/** Takes off keywords and assignments; loops and assignments without a command set their variables. */
function withoutKeywords(words: readonly Word[], place: Place, budget: Budget): readonly Word[] {
  let index = 0;
  while (KEYWORDS.has(bareText(words[index]) ?? '')) index += 1;
  const first = bareText(words[index]);
  if (first === 'function') return withoutKeywords(words.slice(index + 2), place, budget);
  if (first === 'for' && bareText(words[index + 2]) === 'in') {
    const values = words.slice(index + 3).flatMap((word) => expand(word, place.variables, budget));
    place.variables.set(bareText(words[index + 1]) ?? '', values.slice(0, 64));
    return [];
  }
  if (DECLARING.has(first ?? '')) index += 1;
  const rest = words.slice(index);
  const command = rest.findIndex((word) => assignment(word) === undefined);
  if (command !== -1 && !DECLARING.has(first ?? '')) return rest.slice(command);
  for (const word of rest) {
    const assigned = assignment(word);
    if (assigned) place.variables.set(assigned.name, [filled(assigned.value, place.variables, budget)]);
  }
  return [];
}

function assignment(word: Word): { readonly name: string; readonly value: Word } | undefined {
  const [head, ...tail] = word;
  if (head?.kind !== 'text' || head.isQuoted) return undefined;
  const match = /^([A-Za-z_]\w{0,99})\+?=/u.exec(head.text);
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  return { name, value: [{ ...head, text: head.text.slice(match[0].length) }, ...tail] };
}
