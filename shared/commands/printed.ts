import { operandsOf, type SimpleCommand } from './simple-command.ts';

/** Programs that hand on what they read, or a part of it: as far as a deed goes that is the same. */
const HANDS_ON = new Set(['tee', 'envsubst', 'grep', 'egrep', 'fgrep', 'head', 'tail', 'sort', 'uniq', 'tr']);

/** Stands for names that only the node knows, where the folder is known. */
const FOUND = '[found]';

/** What a command prints, where the script itself says it; undefined: only the node knows. */
export function printedBy({ name, args, input }: SimpleCommand): string | undefined {
  switch (name) {
    case 'echo':
      return unescaped(args.filter((arg) => !/^-[neE]+$/u.test(arg)).join(' '));
    case 'printf':
      return format(args);
    case 'yes':
      return args[0] ?? 'y';
    case 'cat':
      return operandsOf(args).every((operand) => operand === '-') ? input : undefined;
    case 'base64':
      return args.some((arg) => /^(?:-\w*[dD]\w*|--decode)$/u.test(arg)) && input !== undefined
        ? Buffer.from(input, 'base64').toString('utf8')
        : undefined;
    case 'find':
      return foundPaths(args).join('\n');
    case 'ls':
      return operandsOf(args)
        .map((path) => (/[*?]/u.test(path) ? path : FOUND))
        .join('\n');
    default:
      return HANDS_ON.has(name) ? input : undefined;
  }
}

/** What `find` finds: the whole of its paths, or something in them where it is told to choose. */
export function foundPaths(args: readonly string[]): readonly string[] {
  const first = args.findIndex((arg) => arg.startsWith('-') || arg === '(' || arg === '!');
  const paths = first === -1 ? args : args.slice(0, first);
  const chooses = args.some((arg) =>
    /^-(?:i?name|i?path|i?regex|[acm]time|[acm]min|newer\w*|size|user|perm|empty)$/u.test(arg),
  );
  return chooses ? paths.map((path) => `${path}/${FOUND}`) : paths;
}

function format([pattern = '', ...values]: readonly string[]): string {
  let next = 0;
  return unescaped(pattern.replaceAll(/%[-\d.]{0,8}[sdbq]/gu, () => values[next++] ?? ''));
}

function unescaped(text: string): string {
  return text.replaceAll('\\n', '\n').replaceAll('\\t', '\t');
}
