/** One piece of a shell word, as it is written. */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly isQuoted: boolean }
  | { readonly kind: 'variable'; readonly name: string; readonly isQuoted: boolean; readonly fallback?: string }
  /** What a command prints, `$(…)`: nobody knows it here, so its source stands for it. */
  | { readonly kind: 'output'; readonly source: string };

export type Word = readonly Part[];

/** The word as text when nothing in it is quoted or filled in: only such words are keywords. */
export function bareText(word: Word | undefined): string | undefined {
  const [part, ...rest] = word ?? [];
  return part?.kind === 'text' && !part.isQuoted && rest.length === 0 ? part.text : undefined;
}
