const PLAIN = /^[\w@%+:,./-]+$/u;

/** One word for a POSIX shell: it comes out as it went in, whatever it holds. */
export function quote(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
