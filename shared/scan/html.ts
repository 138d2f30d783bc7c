import type { Finding } from '../model/finding.ts';
import { SEVERITIES } from '../model/severity.ts';
import type { Language } from '../model/text.ts';
import { changeLines } from '../notify/changes.ts';
import { inHtml, unlinked } from '../notify/escape.ts';
import { actorLine, addressLine, clusterLine, resourceLine } from '../notify/facts.ts';
import { foreign, type Line, phrase, written } from '../notify/phrase.ts';
import { localTime } from '../notify/times.ts';
import { ruleToldOf } from '../notify/told.ts';
import { SEVERITY_WORDS, WORDS } from '../notify/words.ts';
import { catalogue } from '../rules/catalogue.ts';
import { ROWS, sightOf } from '../rules/rows.ts';
import { STYLE } from './html-style.ts';
import { type ScanReport, worstFirst } from './report.ts';
import { REPORT_WORDS } from './words.ts';

const TAGS = { en: 'en', zh: 'zh-CN', ja: 'ja' } as const;
const MOST_UNDECIDED = 100;

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
  const { severity, rows, rule, id, restore } = finding;
  const told = ruleToldOf(finding, catalogue);
  const state = finding.outcome === 'failure' ? 'refused' : finding.status === 'resolved' ? 'resolved' : undefined;
  const view = { language, timeZone, reviewUrl: undefined };
  const facts: readonly (readonly [string, readonly Line[]])[] = [
    [WORDS.cluster[language], [clusterLine(finding)]],
    [WORDS.actor[language], [actorLine(finding, language)]],
    [WORDS.happened[language], [[localTime(finding.eventTime, timeZone)]]],
    [WORDS.resources[language], finding.resources.map((one) => resourceLine(one, language))],
    [WORDS.operation[language], [[foreign(finding.operation)]]],
    [WORDS.address[language], addressLine(finding)],
    [WORDS.changes[language], changeLines(finding, view)],
    [REPORT_WORDS.impact[language], [[told.impact[language]]]],
    [REPORT_WORDS.recovery[language], told.recovery.map((step) => [step[language]])],
  ];
  const commands = restore.possible === true ? restore.commands : [];
  return [
    `<details class="${severity}"><summary><span class="severity">${inHtml(SEVERITY_WORDS[severity][language])}</span> `,
    `${inHtml(told.title[language])}${state === undefined ? '' : ` (${word(state, language)})`}`,
    `<span class="where">${asHtml([foreign(finding.cluster.name), ' · ', localTime(finding.eventTime, timeZone)])}</span></summary><dl>`,
    ...facts.filter(([, lines]) => lines.length > 0).map(([label, lines]) => fact(label, lines.map(asHtml))),
    ...(commands.length > 0
      ? [
          fact(
            REPORT_WORDS.commands[language],
            commands.map((line) => `<pre>${inHtml(line)}</pre>`),
          ),
        ]
      : []),
    `</dl><p class="reference">${inHtml(`${rows.join(' ')} · ${rule} · ${id}`)}</p></details>`,
  ].join('');
}

function fact(label: string, values: readonly string[]): string {
  return `<dt>${inHtml(label)}</dt><dd>${values.map((value) => `<div>${value}</div>`).join('')}</dd>`;
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

function word(key: 'partial' | 'none' | 'limits' | 'refused' | 'resolved', language: Language): string {
  return inHtml(REPORT_WORDS[key][language]);
}

/** Our own `code` is set in monospace; foreign text is only text. */
function asHtml(line: Line): string {
  const own = (text: string) => inHtml(text).replace(/`([^`]+)`/gu, '<code>$1</code>');
  return written(line, (text) => inHtml(unlinked(text)), own);
}
