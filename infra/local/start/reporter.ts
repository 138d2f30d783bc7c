import type { Delivered } from '../dingtalk/robot.ts';
import type { Decided } from './decisions.ts';
import type { Played } from './step.ts';

/** Tells the person at the terminal, or the program behind a pipe, what goes on. */
export interface Reporter {
  /** Something is done that took this long. */
  readonly progress: (what: string, ms: number) => void;
  readonly section: (title: string) => void;
  readonly note: (text: string) => void;
  readonly played: (played: Played, number: number) => void;
  readonly summary: (all: readonly Played[], firstAlertSeconds: number | undefined) => void;
  /** Of a change that somebody made by hand. */
  readonly message: (delivered: Delivered) => void;
  readonly decided: (decided: Decided) => void;
  readonly problem: (text: string) => void;
}
