import { textOf } from './play.ts';
import type { Reporter } from './reporter.ts';

/** Tells it in JSON, one object a line; `kind` says what it is. */
export function jsonReporter(write: (line: string) => void): Reporter {
  const tell = (kind: string, fields: object): void => write(JSON.stringify({ kind, ...fields }));
  return {
    progress: (what, ms) => tell('progress', { what, ms: Math.round(ms) }),
    section: (title) => tell('section', { title }),
    note: (text) => tell('note', { text }),
    played: ({ step, ...rest }, number) => {
      const { title, as, call, expected } = step;
      tell('played', { number, title, as, product: call.product, action: call.action, expected, ...rest });
    },
    summary: (all, firstAlertSeconds) => {
      const asExpected = all.filter(({ isAsExpected }) => isAsExpected).length;
      tell('summary', { operations: all.length, asExpected, firstAlertSeconds });
    },
    message: ({ at, message }) => tell('message', { at, text: textOf(message) }),
    decided: (decided) => tell('decided', decided),
    problem: (text) => tell('problem', { text }),
  };
}
