import { compareSeverity, type Severity } from '../model/severity.ts';
import type { Language } from '../model/text.ts';
import type { Member, Summary, View } from './channel.ts';
import { circumstancesOf, type Content, linkTo } from './content.ts';
import { accountLine, actorLine, clusterLine, idsOf } from './facts.ts';
import { findingLinesIn, namedIn } from './finding-lines.ts';
import { foreign, type Line, phrase, sentence } from './phrase.ts';
import type { Limits, Section } from './sections.ts';
import { localTime } from './times.ts';
import { SEVERITY_WORDS, WORDS } from './words.ts';
import { TELLING_WORDS } from './words/telling.ts';

/** So many resources that are new to a story are named; the rest is counted. */
const NAMED_NEW = 12;
/** A cluster or an actor whose name has no end shortens itself. */
const LONGEST = 60;

/** What joined a story, or everything that there was no room for. Whatever the limits, every finding is named. */
export function summaryOf(told: Summary, view: View, limits: Limits): Content {
  const { members, kind, short } = told;
  const { language } = view;
  const [first] = members;
  const severity = worstOf(members);
  const headline = sentence(TELLING_WORDS[kind][language], {
    severity: SEVERITY_WORDS[severity][language],
    count: String(members.length),
    title: first.rule.title[language],
  });
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
  const { members, kind } = told;
  const { language } = view;
  const [first] = members;
  const linesOf = findingLinesIn(view, limits.lines);
  if (kind === 'digest') {
    const isSeveral = new Set(members.map(({ finding }) => finding.accountId)).size > 1;
    return groupsOf(members).map((group) => groupSection(group, linesOf(group), language, isSeveral));
  }
  return [
    { as: 'facts', label: WORDS.cluster[language], lines: [clusterLine(first.finding)] },
    { as: 'facts', label: WORDS.actor[language], lines: [actorLine(first.finding, language)] },
    ...progressOf(told, view),
    { as: 'lines', label: TELLING_WORDS.findings[language], lines: linesOf(members) },
    { as: 'lines', label: WORDS.impact[language], lines: [[first.rule.impact[language]]] },
    { as: 'facts', label: WORDS.account[language], lines: [accountLine(first.finding)] },
  ];
}

/** How far the story has come, and what it has reached since. */
function progressOf({ story, fresh }: Summary, { language, timeZone }: View): readonly Section[] {
  const soFar = story && {
    total: String(story.findings),
    time: localTime(story.openedAt, timeZone),
    finding: story.openedBy,
  };
  const facts = (key: 'story' | 'fresh', line: Line): Section => {
    return { as: 'facts', label: TELLING_WORDS[key][language], lines: [line] };
  };
  const ids = fresh.map((ref) => ref.slice(ref.indexOf(' ') + 1));
  return [
    ...(soFar ? [facts('story', phrase(TELLING_WORDS.storySoFar[language], soFar))] : []),
    ...(ids.length > 0 ? [facts('fresh', namedIn(language, ids, NAMED_NEW))] : []),
  ];
}

/** Of one cluster, rule and actor: whose it is, in which of several accounts, then its findings. */
function groupSection(
  group: readonly [Member, ...Member[]],
  lines: readonly Line[],
  language: Language,
  isSeveral: boolean,
): Section {
  const [{ finding, rule }] = group;
  const severity = SEVERITY_WORDS[worstOf(group)][language];
  const line = phrase(TELLING_WORDS.groupLine[language], {
    cluster: foreign(finding.cluster.name, LONGEST),
    actor: foreign(finding.actor.name, LONGEST),
    count: String(group.length),
  });
  const label = sentence(WORDS.headline[language], { severity, title: rule.title[language] });
  return { as: 'lines', label, lines: [line, ...(isSeveral ? [accountLine(finding)] : []), ...lines] };
}

/** When a channel takes no more: nothing but the ids. */
function briefly(members: readonly Member[], language: Language): readonly Section[] {
  return [{ as: 'lines', label: TELLING_WORDS.findings[language], lines: [idsOf(members)] }];
}

function referencesOf({ members: [{ finding }], kind, id, story }: Summary, language: Language): string {
  if (kind === 'digest') return `${TELLING_WORDS.digestId[language]} ${id}`;
  return [
    `${WORDS.rows[language]} ${finding.rows.join(' ')}`,
    `${WORDS.rule[language]} ${finding.rule}`,
    `${WORDS.finding[language]} ${story?.openedBy ?? finding.id}`,
  ].join(' · ');
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

function worstOf(members: readonly Member[]): Severity {
  const severities = members.map(({ finding }) => finding.severity);
  return severities.toSorted(compareSeverity).at(-1) ?? 'informational';
}
