import { type ReviewAction, VERDICTS } from '../store/reviewing.ts';
import { textIn } from './form.ts';
import { fromLocal } from './parts/zoned.ts';
import type { View } from './view.ts';
import type { FINDING } from './words/finding.ts';

/** A form that says too little, with the word for it. */
export interface Wrong {
  readonly wrong: keyof typeof FINDING & ('textMissing' | 'dateWrong' | 'verdictMissing');
}

export const ACTIONS: readonly ReviewAction['action'][] = ['verdict', 'comment', 'accept', 'suppress', 'reopen'];

const LONGEST = 4_000;
const DAY_MS = 86_400_000;

/** What a reviewer's form asks for. */
export function actionOf(
  action: ReviewAction['action'],
  form: Readonly<Record<string, unknown>>,
  view: Pick<View, 'now' | 'timeZone'>,
): ReviewAction | Wrong {
  const text = textIn(form, 'text').slice(0, LONGEST);
  switch (action) {
    case 'verdict': {
      const verdict = VERDICTS.find((one) => one === form['verdict']);
      return verdict === undefined ? { wrong: 'verdictMissing' } : { action, verdict, text };
    }
    case 'comment':
      return text === '' ? { wrong: 'textMissing' } : { action, text };
    case 'suppress': {
      if (text === '') return { wrong: 'textMissing' };
      const until = endOf(textIn(form, 'until'), view);
      return until === undefined ? { wrong: 'dateWrong' } : { action, until, text };
    }
    case 'accept':
    case 'reopen':
      return { action, text };
  }
}

/** The end of that day in the reader's time zone, a year from now at the latest. */
function endOf(date: string, { now, timeZone }: Pick<View, 'now' | 'timeZone'>): Date | undefined {
  const day = fromLocal(date, timeZone);
  if (day === undefined) return undefined;
  const next = fromLocal(
    new Date(Date.parse(`${date.slice(0, 10)}T00:00Z`) + DAY_MS).toISOString().slice(0, 10),
    timeZone,
  );
  const isWithin = next !== undefined && next > now && next.getTime() < now.getTime() + 366 * DAY_MS;
  return isWithin ? next : undefined;
}
