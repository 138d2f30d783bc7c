import type { Beat, View } from './channel.ts';
import { circumstancesOf, type Content, linkTo } from './content.ts';
import { TELLING_WORDS } from './words/telling.ts';
import { inLanguage } from './words/sentences.ts';
import { WORDS } from './words.ts';

/** That ackwatch is alive, and what the last day brought. Whoever misses it knows that nobody watches. */
export function heartbeatOf(told: Beat, view: View): Content {
  const { finding } = told;
  const { language } = view;
  const headline = TELLING_WORDS.heartbeat[language];
  return {
    language,
    severity: 'informational',
    headline,
    summary: [headline],
    banners: circumstancesOf(told, view),
    sections: [
      {
        as: 'lines',
        label: TELLING_WORDS.lastDay[language],
        lines: finding.notes.map((note) => inLanguage(note, language)),
      },
      { as: 'lines', label: TELLING_WORDS.ifMissing[language], lines: [[TELLING_WORDS.ifMissingLine[language]]] },
    ],
    references: `${WORDS.finding[language]} ${finding.id}`,
    link: linkTo(view, finding.id),
  };
}
