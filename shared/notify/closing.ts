import type { Closing, View } from './channel.ts';
import { circumstancesOf, type Content, linkTo } from './content.ts';
import { foreign, phrase, sentence } from './phrase.ts';
import type { Section } from './sections.ts';
import { localTime } from './times.ts';
import { WORDS } from './words.ts';
import { TELLING_WORDS } from './words/telling.ts';

/** That another channel takes no messages: until when, why, and what becomes of what waits for it. */
export function closingOf(told: Closing, view: View): Content {
  const { channel, until, why, waiting, finding } = told;
  const { language, timeZone } = view;
  const headline = sentence(TELLING_WORDS.closed[language], { channel });
  const todo = why.startsWith('configuration') ? 'checkLine' : 'waitLine';
  const say = (key: 'waitingLine' | 'meanwhileLine' | 'waitLine' | 'checkLine') =>
    phrase(TELLING_WORDS[key][language], { count: String(waiting), channel });
  const sections: readonly Section[] = [
    { as: 'facts', label: TELLING_WORDS.reason[language], lines: [[foreign(why)]] },
    { as: 'facts', label: TELLING_WORDS.until[language], lines: [[localTime(until, timeZone)]] },
    { as: 'facts', label: TELLING_WORDS.waiting[language], lines: [say('waitingLine')] },
    { as: 'lines', label: TELLING_WORDS.meanwhile[language], lines: [say('meanwhileLine')] },
    { as: 'steps', label: TELLING_WORDS.whatToDo[language], lines: [say(todo)] },
  ];
  return {
    language,
    severity: 'high',
    headline,
    summary: [headline],
    banners: circumstancesOf({ mayBeRepeat: told.mayBeRepeat }, view),
    sections,
    references: `${WORDS.finding[language]} ${finding.id}`,
    link: linkTo(view, finding.id),
  };
}
