import type { Severity } from '../model/severity.ts';
import type { Language } from '../model/text.ts';
import type { Told, View } from './channel.ts';
import { lastedMs } from './facts.ts';
import { type Kind, kindOf } from './kind.ts';
import { foreign, type Line, phrase } from './phrase.ts';
import { briefOf, type Limits, type Section, sectionsOf } from './sections.ts';
import { duration } from './times.ts';
import { SEVERITY_WORDS, WORDS } from './words.ts';

/** What a person will read, in one language, before a channel dresses it. */
export interface Content {
  readonly language: Language;
  readonly severity: Severity;
  /** `CRITICAL: API server load balancer reconfigured`: our own words only. */
  readonly headline: string;
  /** The headline with the cluster: for a push preview or a subject. */
  readonly summary: Line;
  /** What must be known before anything else: refused, already over, perhaps a repeat. */
  readonly banners: readonly Line[];
  readonly sections: readonly Section[];
  /** Rows, rule and finding: what a person quotes. */
  readonly references: string;
  readonly link: { readonly label: string; readonly url: string } | undefined;
}

/** A finding as it is told. Pure: every channel says the same, in its own clothes. */
export function toContent(told: Told, view: View, limits: Limits): Content {
  const { id, rule, rows, severity, cluster } = told.finding;
  const { language, reviewUrl } = view;
  const kind = kindOf(told);
  const headline = headlineOf(told, kind, language);
  const named = { [WORDS.rows[language]]: rows.join(' '), [WORDS.rule[language]]: rule, [WORDS.finding[language]]: id };
  return {
    language,
    severity,
    headline,
    summary: [headline, ' (', foreign(cluster.name, 60), ')'],
    banners: bannersOf(told, kind, language),
    sections: told.short ? briefOf(told, view) : sectionsOf(told, kind, view, limits),
    references: Object.entries(named)
      .map(([name, value]) => `${name} ${value}`)
      .join(' · '),
    link: reviewUrl === undefined ? undefined : { label: WORDS.open[language], url: linkOf(reviewUrl, id) },
  };
}

function headlineOf({ finding, rule }: Told, kind: Kind, language: Language): string {
  const key = { done: 'headline', refused: 'headlineRefused', weak: 'headlineWeak', over: 'headlineOver' } as const;
  return WORDS[key[kind]][language]
    .replace('{severity}', SEVERITY_WORDS[finding.severity][language])
    .replace('{title}', () => rule.title[language]);
}

function bannersOf({ finding, mayBeRepeat, short }: Told, kind: Kind, language: Language): readonly Line[] {
  const word = (key: keyof typeof WORDS) => WORDS[key][language];
  const code = finding.errorCode === undefined ? word('refusedUnsaid') : foreign(finding.errorCode);
  const lasted = lastedMs(finding);
  const over = lasted === undefined ? undefined : phrase(word('overWithin'), { duration: duration(lasted, language) });
  const news: Readonly<Record<Kind, readonly Line[]>> = {
    done: [],
    refused: [phrase(word('refused'), { code })],
    weak: [[word('weak')]],
    over: [over ?? [word('over')]],
  };
  return [...news[kind], ...(mayBeRepeat ? [[word('repeat')]] : []), ...(short ? [[word('shortened')]] : [])];
}

function linkOf(reviewUrl: string, findingId: string): string {
  return `${reviewUrl.replace(/\/+$/u, '')}/findings/${encodeURIComponent(findingId)}`;
}
