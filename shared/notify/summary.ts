import type { Finding } from '../model/finding.ts';
import { compareSeverity, type Severity } from '../model/severity.ts';
import type { Language } from '../model/text.ts';
import type { Member, Summary, View } from './channel.ts';
import { circumstancesOf, type Content, linkTo } from './content.ts';
import { actorLine, clusterLine, idsOf } from './facts.ts';
import { foreign, type Line, phrase, type Piece } from './phrase.ts';
import type { Limits, Section } from './sections.ts';
import { localTime } from './times.ts';
import { SEVERITY_WORDS, WORDS } from './words.ts';
import { TELLING_WORDS } from './words/telling.ts';

/** So many resources of one finding, or of a story, are named; the rest is counted. */
const NAMED = 3;
const NAMED_NEW = 12;
/** A cluster or an actor whose name has no end shortens itself. */
const LONGEST = 60;

/** What joined a story, or everything that there was no room for. Whatever the limits, every finding is named. */
export function summaryOf(told: Summary, view: View, limits: Limits): Content {
  const { members, kind, short } = told;
  const { language } = view;
  const [first] = members;
  const severity = worstOf(members);
  const count = String(members.length);
  const headline = TELLING_WORDS[kind][language]
    .replace('{severity}', SEVERITY_WORDS[severity][language])
    .replace('{count}', count)
    .replace('{title}', () => first.rule.title[language]);
  const clusters = [...new Set(members.map(({ finding }) => finding.cluster.name))];
  return {
    language,
    severity,
    headline,
    summary: [headline, ' (', foreign(clusters.join(', '), LONGEST), ')'],
    banners: [...(kind === 'digest' ? [[TELLING_WORDS.digestWhy[language]]] : []), ...circumstancesOf(told, view)],
    sections: short === true ? briefly(members, language) : sectionsOf(told, view, limits),
    references: referencesOf(told, language),
    link: linkTo(view, told.story?.openedBy ?? first.finding.id),
  };
}

function sectionsOf(told: Summary, view: View, limits: Limits): readonly Section[] {
  const { members, fresh, story, kind } = told;
  const { language, timeZone } = view;
  const [first] = members;
  const groups = groupsOf(members).map((group) => groupSection(group, view, limits));
  if (kind === 'digest') return groups;
  const soFar =
    story &&
    phrase(TELLING_WORDS.storySoFar[language], {
      total: String(story.findings),
      time: localTime(story.openedAt, timeZone),
      finding: story.openedBy,
    });
  return [
    { as: 'facts', label: WORDS.cluster[language], lines: [clusterLine(first.finding)] },
    { as: 'facts', label: WORDS.actor[language], lines: [actorLine(first.finding, language)] },
    ...(soFar ? [{ as: 'facts', label: TELLING_WORDS.story[language], lines: [soFar] } as const] : []),
    ...(fresh.length > 0
      ? [
          {
            as: 'facts',
            label: TELLING_WORDS.fresh[language],
            lines: [[named(fresh.map(withoutKind), NAMED_NEW, language)].flat()],
          } as const,
        ]
      : []),
    { as: 'lines', label: TELLING_WORDS.findings[language], lines: findingLines(members, view, limits) },
    { as: 'lines', label: WORDS.impact[language], lines: [[first.rule.impact[language]]] },
  ];
}

/** Of one cluster, rule and actor: whose it is, then its findings. */
function groupSection(group: readonly [Member, ...Member[]], view: View, limits: Limits): Section {
  const { language } = view;
  const [{ finding, rule }] = group;
  const severity = SEVERITY_WORDS[worstOf(group)][language];
  const line = phrase(TELLING_WORDS.groupLine[language], {
    cluster: foreign(finding.cluster.name, LONGEST),
    actor: foreign(finding.actor.name, LONGEST),
    count: String(group.length),
  });
  const label = phrase(WORDS.headline[language], { severity, title: rule.title[language] }).join('');
  return { as: 'lines', label, lines: [line, ...findingLines(group, view, limits)] };
}

function findingLines(members: readonly Member[], view: View, limits: Limits): readonly Line[] {
  const rest = members.slice(limits.lines);
  return [
    ...members.slice(0, limits.lines).map(({ finding }) => findingLine(finding, view)),
    ...(rest.length > 0 ? [restOf(rest, view.language)] : []),
  ];
}

function findingLine(finding: Finding, { language, timeZone }: View): Line {
  const line = phrase(TELLING_WORDS.findingLine[language], {
    time: localTime(finding.eventTime, timeZone).slice(11, 19),
    resources: named(
      finding.resources.map(({ id }) => id),
      NAMED,
      language,
    ),
    operation: foreign(finding.operation),
    finding: finding.id,
  });
  if (finding.outcome === 'failure') return phrase(TELLING_WORDS.refusedLine[language], { line });
  return finding.status === 'resolved' ? phrase(TELLING_WORDS.resolvedLine[language], { line }) : line;
}

function restOf(members: readonly Member[], language: Language): Line {
  return phrase(TELLING_WORDS.restIds[language], { count: String(members.length), ids: idsOf(members) });
}

/** When a channel takes no more: nothing but the ids. */
function briefly(members: readonly Member[], language: Language): readonly Section[] {
  return [{ as: 'lines', label: TELLING_WORDS.findings[language], lines: [idsOf(members)] }];
}

function referencesOf({ members, kind, id, story }: Summary, language: Language): string {
  if (kind === 'digest') return `${TELLING_WORDS.digestId[language]} ${id}`;
  const [{ finding }] = members;
  const named = {
    [WORDS.rows[language]]: finding.rows.join(' '),
    [WORDS.rule[language]]: finding.rule,
    [WORDS.finding[language]]: story?.openedBy ?? finding.id,
  };
  return Object.entries(named)
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ');
}

function groupsOf(members: readonly Member[]): readonly (readonly [Member, ...Member[]])[] {
  const groups = new Map<string, [Member, ...Member[]]>();
  for (const member of members) {
    const { cluster, rule, actor } = member.finding;
    const key = JSON.stringify([cluster.id, rule, actor.type, actor.name]);
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  return [...groups.values()];
}

function named(ids: readonly string[], most: number, language: Language): Line {
  const shown = ids
    .slice(0, most)
    .flatMap((id, index): Piece[] => [...(index > 0 ? [', '] : []), foreign(id, LONGEST)]);
  if (ids.length <= most) return shown;
  return [...shown, ' ', ...phrase(WORDS.more[language], { count: String(ids.length - most) })];
}

function withoutKind(ref: string): string {
  return ref.slice(ref.indexOf(' ') + 1);
}

function worstOf(members: readonly Member[]): Severity {
  return (
    members
      .map(({ finding }) => finding.severity)
      .toSorted(compareSeverity)
      .at(-1) ?? 'informational'
  );
}
