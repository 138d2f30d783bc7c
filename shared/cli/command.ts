import type { ArgsDef, ParsedArgs } from 'citty';

/** What a command's end means to a script. */
export const EXIT = {
  /** Done, nothing to complain of. */
  ok: 0,
  /** Done, and something was found or failed that the caller asked to be told of. */
  found: 1,
  /** The call or the configuration is wrong; nothing was done. */
  usage: 2,
  /** The cloud, the database or a channel did not answer. */
  unreachable: 3,
  /** Ended by Ctrl-C before it was done. */
  interrupted: 130,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Where a command speaks: results to `out`, progress and complaints to `err`. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Whether `err` is a person's terminal: progress may then rewrite its line. */
  readonly isInteractive: boolean;
  /** Resolves when whoever reads `out` has caught up: for output without a limit. */
  readonly drained?: () => Promise<void>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C: a command ends cleanly and says what it did so far. */
  readonly signal: AbortSignal;
}

/** One command: declared as data, run as a function. Every command also takes `--json` and `--help`. */
export interface Command {
  readonly name: string;
  readonly description: string;
  readonly args: ArgsDef;
  /** Whole command lines that a person may copy, with what they do. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  readonly run: (args: ParsedArgs, terminal: Terminal) => Promise<Exit>;
}

type Typed<Args extends ArgsDef> = Omit<Command, 'args' | 'run'> & {
  readonly args: Args;
  readonly run: (args: ParsedArgs<Args> & { readonly json: boolean }, terminal: Terminal) => Promise<Exit>;
};

/** Declares a command where its arguments type `run`; the parser has checked them against `args` by then. */
export function defineCommand<const Args extends ArgsDef>(command: Typed<Args>): Command {
  return {
    ...command,
    run: (args, terminal) => command.run(args as ParsedArgs<Args> & { readonly json: boolean }, terminal),
  };
}

/** Other names of an option, such as its letter. */
export function aliasesOf(arg: ArgsDef[string]): readonly string[] {
  return 'alias' in arg && arg.alias !== undefined ? [arg.alias].flat() : [];
}
