import type { Finding } from '../model/finding.ts';
import type { Language } from '../model/text.ts';
import type { Told, View } from './channel.ts';
import { circumstancesOf, type Content, linkTo } from './content.ts';
import { type Kind, kindOf } from './kind.ts';
import { clusterLine, idsOf, lastedMs } from './facts.ts';
import { foreign, type Line, phrase, sentence } from './phrase.ts';
import { briefOf, type Limits, type Section, sectionsOf } from './sections.ts';
import { duration } from './times.ts';
import { SEVERITY_WORDS, WORDS } from './words.ts';
import { TELLING_WORDS } from './words/telling.ts';

/** One event: its finding whole, those on other clusters in a line each. */
export function alertOf(told: Told, view: View, limits: Limits): Content {
  const { finding, others, short } = told;
  const { id, rule, rows, severity, cluster } = finding;
  const { language } = view;
  const kind = kindOf(told);
  const headline = headlineOf(told, kind, language);
  const clusters = [...new Set([cluster.name, ...others.map((one) => one.finding.cluster.name)])];
  const named = { [WORDS.rows[language]]: rows.join(' '), [WORDS.rule[language]]: rule, [WORDS.finding[language]]: id };
  const sections = short === true ? briefOf(told, view) : sectionsOf(told, kind, view, limits);
  return {
    language,
    severity,
    headline,
    summary: [headline, ' (', foreign(clusters.join(', '), 60), ')'],
    banners: [...newsOf(told, kind, language), ...circumstancesOf(told, view)],
    sections: [...sections, ...elsewhere(told, language, short === true)],
    references: Object.entries(named)
      .map(([name, value]) => `${name} ${value}`)
      .join(' · '),
    link: linkTo(view, id),
  };
}

function headlineOf({ finding, rule, kind: news }: Told, kind: Kind, language: Language): string {
  const key = { done: 'headline', refused: 'headlineRefused', weak: 'headlineWeak', over: 'headlineOver' } as const;
  const words = news === 'resolved' ? TELLING_WORDS.resolved : WORDS[key[kind]];
  const severity = SEVERITY_WORDS[finding.severity][language];
  return sentence(words[language], { severity, title: rule.title[language] });
}

function newsOf({ finding }: Told, kind: Kind, language: Language): readonly Line[] {
  const word = (key: keyof typeof WORDS) => WORDS[key][language];
  const code = finding.errorCode === undefined ? word('refusedUnsaid') : foreign(finding.errorCode);
  const lasted = lastedMs(finding);
  const within =
    lasted === undefined ? undefined : phrase(word('overWithin'), { duration: duration(lasted, language) });
  const over = endOf(finding, language) ?? within;
  const news: Readonly<Record<Kind, readonly Line[]>> = {
    done: [],
    refused: [phrase(word('refused'), { code })],
    weak: [[word('weak')]],
    over: [over ?? [word('over')]],
  };
  return news[kind];
}

/** Who put an end to it and how long it lasted, as far as somebody is known. */
function endOf({ eventTime, resolvedAt, resolvedBy }: Finding, language: Language): Line | undefined {
  if (resolvedAt === undefined || resolvedBy === undefined) return undefined;
  const lasted = Math.max(0, resolvedAt.getTime() - eventTime.getTime());
  return phrase(TELLING_WORDS.overBy[language], { by: foreign(resolvedBy), duration: duration(lasted, language) });
}

/** Never left out: each of them is told by this message alone. */
function elsewhere({ others, kind }: Told, language: Language, short: boolean): readonly Section[] {
  if (others.length === 0) return [];
  const label = TELLING_WORDS[kind === 'resolved' ? 'othersOver' : 'others'][language];
  if (short) return [{ as: 'lines', label, lines: [idsOf(others)] }];
  const lines = others.map(({ finding, rule }) =>
    phrase(TELLING_WORDS.otherLine[language], {
      cluster: clusterLine(finding),
      title: rule.title[language],
      resources: foreign(finding.resources.map(({ id }) => id).join(', '), 120),
      finding: finding.id,
    }),
  );
  return [{ as: 'lines', label, lines }];
}
