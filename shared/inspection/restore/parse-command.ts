/** A command of the `aliyun` CLI as the call it makes. */
export interface ParsedCommand {
  readonly product: string;
  readonly action: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Reads a command back as a POSIX shell would; undefined when it is none of the `aliyun` CLI, or more than one. */
export function parseCommand(text: string): ParsedCommand | undefined {
  const words = wordsOf(text);
  const [program, product, action, ...flags] = words ?? [];
  if (program !== 'aliyun' || product === undefined || action === undefined || flags.length % 2 !== 0) return undefined;
  const params: Record<string, string> = {};
  for (let at = 0; at < flags.length; at += 2) {
    const name = flags[at] ?? '';
    if (!name.startsWith('--')) return undefined;
    params[name.slice(2)] = flags[at + 1] ?? '';
  }
  return { product, action, params };
}

const WORD = /(?:[^\s'"\\$`;&|<>(){}*?!#~]|\\[\s\S]|'[^']*')+/uy;

/** The words of one simple command; undefined where a shell would do more than split and unquote. */
function wordsOf(text: string): readonly string[] | undefined {
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ' ' || text[at] === '\t') {
      at += 1;
      continue;
    }
    WORD.lastIndex = at;
    const [raw] = WORD.exec(text) ?? [];
    if (raw === undefined) return undefined;
    words.push(unquoted(raw));
    at += raw.length;
  }
  return words;
}

function unquoted(raw: string): string {
  return raw.replaceAll(/'([^']*)'|\\([\s\S])/gu, (_, inner: string | undefined, escaped: string | undefined) => {
    return inner ?? escaped ?? '';
  });
}
