import type { Word } from './word.ts';

/** Where a command's output goes or its input comes from; `text` is a here-document or here-string. */
export interface Redirect {
  readonly act: 'write' | 'append' | 'read' | 'text';
  readonly word: Word;
}

/** A script, flat: simple commands in the order of their text, and where subshells and `$(…)` begin and end. */
export type Statement =
  | {
      readonly kind: 'command';
      readonly words: readonly Word[];
      readonly redirects: readonly Redirect[];
      /** Its output is the next command's input. */
      readonly isPiped: boolean;
    }
  | { readonly kind: 'enter' }
  | { readonly kind: 'leave'; readonly isSubstitution: boolean };

/** A place in a text that is being read, and what has been read so far. */
export interface Reader {
  readonly text: string;
  at: number;
  readonly depth: number;
  readonly statements: Statement[];
  /** Reads a script up to its closing parenthesis, or to the end. */
  readonly readScript: (reader: Reader, isNested: boolean) => void;
}

/** Scripts inside scripts inside scripts …: deeper ones are taken as text. */
export const DEEPEST = 24;
