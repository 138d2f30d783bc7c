import type { Finding } from '../model/finding.ts';
import { SEVERITIES } from '../model/severity.ts';
import type { Language } from '../model/text.ts';
import { toContent } from '../notify/to-content.ts';
import { inHtml, unlinked } from '../notify/escape.ts';
import { foreign, type Line, phrase, written } from '../notify/phrase.ts';
import type { Section } from '../notify/sections.ts';
import { localTime } from '../notify/times.ts';
import { ruleToldOf } from '../notify/told.ts';
import { SEVERITY_WORDS } from '../notify/words.ts';
import { catalogue } from '../rules/catalogue.ts';
import { ROWS, sightOf } from '../rules/rows.ts';
import { STYLE } from './html-style.ts';
import { type ScanReport, worstFirst } from './report.ts';
import { REPORT_WORDS } from './words.ts';

const TAGS = { en: 'en', zh: 'zh-CN', ja: 'ja' } as const;
const MOST_UNDECIDED = 100;
const WHOLE = { lines: 200, commands: 200, commandLength: 8_000 };

/** The report as one file: no script, nothing loaded from anywhere, foreign text escaped. Pure. */
export function reportHtml(report: ScanReport, language: Language, timeZone: string): string {
  const { scanned } = report;
  const title = inHtml(REPORT_WORDS.title[language]);
  return [
    `<!doctype html><html lang="${TAGS[language]}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${title}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${title}</h1>`,
    `<p>${asHtml(aboutLine(report, language, timeZone))}</p>`,
    ...(scanned.isComplete ? [] : [`<p class="warning">${word('partial', language)}</p>`]),
    counts(scanned.findings, language),
    ...worstFirst(scanned.findings).map((finding) => findingHtml(finding, language, timeZone)),
    limits(report, language, timeZone),
    '</main></body></html>\n',
  ].join('\n');
}

function aboutLine(
  { accountId, regions, since, end, scanned, clusters }: ScanReport,
  language: Language,
  timeZone: string,
): Line {
  return phrase(REPORT_WORDS.about[language], {
    account: foreign(accountId),
    regions: foreign(regions.join(', ')),
    since: localTime(since, timeZone),
    end: localTime(end, timeZone),
    events: String(scanned.events),
    clusters: String(clusters.length),
  });
}

function counts(findings: readonly Finding[], language: Language): string {
  if (findings.length === 0) return `<p>${word('none', language)}</p>`;
  const cells = SEVERITIES.toReversed().flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0
      ? []
      : [`<li class="${severity}"><b>${count}</b> ${inHtml(SEVERITY_WORDS[severity][language])}</li>`];
  });
  return `<ul class="counts">${cells.join('')}</ul>`;
}

function findingHtml(finding: Finding, language: Language, timeZone: string): string {
  const rule = ruleToldOf(finding, catalogue);
  const told = { kind: 'alert', finding, rule, others: [], mayBeRepeat: false } as const;
  const { headline, banners, sections, references } = toContent(
    told,
    { language, timeZone, reviewUrl: undefined },
    WHOLE,
  );
  const where: Line = [foreign(finding.cluster.name), ' · ', localTime(finding.eventTime, timeZone)];
  return [
    `<details class="${finding.severity}"><summary>${inHtml(headline)}<span class="where">${asHtml(where)}</span></summary>`,
    ...banners.map((banner) => `<p class="warning">${asHtml(banner)}</p>`),
    `<dl>${sections.map(sectionHtml).join('')}</dl><p class="reference">${inHtml(references)}</p></details>`,
  ].join('');
}

function sectionHtml(section: Section): string {
  const values =
    section.as === 'commands'
      ? section.commands.map((line) => `<pre>${inHtml(line)}</pre>`)
      : section.lines.map((line) => `<div>${asHtml(line)}</div>`);
  return `<dt>${inHtml(section.label)}</dt><dd>${values.join('')}</dd>`;
}

function limits({ scanned: { undecided }, problems }: ScanReport, language: Language, timeZone: string): string {
  const unseen = ROWS.filter((row) => sightOf(row, catalogue).sight !== 'watched').map(({ id }) => id);
  const lines: readonly Line[] = [
    [REPORT_WORDS.limitOwner[language]],
    [REPORT_WORDS.limitBefore[language]],
    phrase(REPORT_WORDS.limitRows[language], { rows: unseen.join(', ') }),
    ...problems.map((problem) => phrase(REPORT_WORDS.unread[language], { problem: foreign(problem) })),
    ...(undecided.length > 0 ? [phrase(REPORT_WORDS.undecided[language], { count: String(undecided.length) })] : []),
    ...undecided
      .slice(0, MOST_UNDECIDED)
      .map(({ event, why }): Line => [
        foreign(`${event.service}:${event.action} · ${localTime(event.eventTime, timeZone)} · ${why}`),
      ]),
  ];
  return `<h2>${word('limits', language)}</h2><ul>${lines.map((line) => `<li>${asHtml(line)}</li>`).join('')}</ul>`;
}

function word(key: 'partial' | 'none' | 'limits', language: Language): string {
  return inHtml(REPORT_WORDS[key][language]);
}

/** Our own `code` is set in monospace; foreign text is only text. */
function asHtml(line: Line): string {
  const own = (text: string) => inHtml(text).replace(/`([^`]+)`/gu, '<code>$1</code>');
  return written(line, (text) => inHtml(unlinked(text)), own);
}
