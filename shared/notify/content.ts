import type { Severity } from '../model/severity.ts';
import type { Language } from '../model/text.ts';
import type { Telling, View } from './channel.ts';
import { type Line, phrase } from './phrase.ts';
import type { Section } from './sections.ts';
import { localTime } from './times.ts';
import { WORDS } from './words.ts';
import { TELLING_WORDS } from './words/telling.ts';

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

/** How the message itself came about, where that is to be known. */
export function circumstancesOf(
  { mayBeRepeat, short, insteadOf }: Pick<Telling, 'mayBeRepeat' | 'short' | 'insteadOf'>,
  { language, timeZone }: View,
): readonly Line[] {
  const until = insteadOf?.until;
  const instead = insteadOf && {
    channel: insteadOf.channel,
    time: until === undefined ? '' : localTime(until, timeZone),
  };
  return [
    ...(instead
      ? [phrase(TELLING_WORDS[until === undefined ? 'insteadOf' : 'insteadOfUntil'][language], instead)]
      : []),
    ...(mayBeRepeat ? [[WORDS.repeat[language]]] : []),
    ...(short === true ? [[WORDS.shortened[language]]] : []),
  ];
}

/** Where a finding is reviewed, if there is a page for it. */
export function linkTo({ reviewUrl, language }: View, findingId: string): Content['link'] {
  if (reviewUrl === undefined) return undefined;
  const url = `${reviewUrl.replace(/\/+$/u, '')}/findings/${encodeURIComponent(findingId)}`;
  return { label: WORDS.open[language], url };
}
