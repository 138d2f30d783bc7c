import type { Terminal } from './command.ts';

/** Tells how far something has come: one line that changes for a person, now and then a line for a log. */
export interface Progress {
  /** `share` from 0 to 1; absent where nobody knows. */
  readonly show: (text: string, share?: number) => void;
  /** A line that stays. */
  readonly say: (text: string) => void;
}

const WIDTH = 24;
const PAUSE_MS = 5_000;
const UP_AND_CLEAR = '\u001B[1A\u001B[2K';

/** Progress goes to `err`: results stay alone on `out`. */
export function progressOn({ err, isInteractive }: Pick<Terminal, 'err' | 'isInteractive'>, now = Date.now): Progress {
  let isShown = false;
  let shownAt = Number.NEGATIVE_INFINITY;
  const write = (line: string, stays: boolean): void => {
    err(isInteractive && isShown ? `${UP_AND_CLEAR}${line}` : line);
    isShown = !stays;
  };
  return {
    show: (text, share) => {
      if (!isInteractive && now() - shownAt < PAUSE_MS) return;
      shownAt = now();
      write(share === undefined ? text : `${isInteractive ? `${bar(share)} ` : ''}${percent(share)} ${text}`, false);
    },
    say: (text) => write(text, true),
  };
}

function bar(share: number): string {
  const full = Math.round(share * WIDTH);
  return `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}]`;
}

function percent(share: number): string {
  return `${Math.floor(share * 100)}%`.padStart(4);
}
