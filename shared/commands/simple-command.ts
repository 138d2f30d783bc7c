/** One program that a script starts, with everything filled in that the script itself tells. */
export interface SimpleCommand {
  /** Its name without the path. */
  readonly name: string;
  readonly args: readonly string[];
  /** Files that the shell opens for it. */
  readonly redirects: readonly { readonly act: 'write' | 'append' | 'read'; readonly path: string }[];
  /** What it reads from its standard input, as far as the script says it. */
  readonly input?: string;
  /** Where it runs; absent: not known. */
  readonly directory?: string;
}

/** Arguments that are no options; those behind `--` all are none. */
export function operandsOf(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  const before = end === -1 ? args : args.slice(0, end);
  return [...before.filter((arg) => !arg.startsWith('-') || arg === '-'), ...(end === -1 ? [] : args.slice(end + 1))];
}

/** Whether an option is given: `-s`, `-rs`, `--set`, `--set=…`. One dash, several letters: a bundle of short ones. */
export function hasOption(args: readonly string[], ...names: readonly string[]): boolean {
  return args.some((arg) =>
    names.some((name) => {
      if (arg === name || arg.startsWith(`${name}=`)) return true;
      return /^-[a-zA-Z]$/u.test(name) && /^-[a-zA-Z]+$/u.test(arg) && arg.includes(name.charAt(1));
    }),
  );
}

/** What stands behind an option: `-C dir`, `--directory dir`, `--directory=dir`. */
export function valueOfOption(args: readonly string[], ...names: readonly string[]): string | undefined {
  for (const [index, arg] of args.entries()) {
    if (names.includes(arg)) return args[index + 1];
    const name = names.find((candidate) => candidate.startsWith('--') && arg.startsWith(`${candidate}=`));
    if (name !== undefined) return arg.slice(name.length + 1);
  }
  return undefined;
}
