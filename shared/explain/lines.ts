import type { Change } from '../model/change.ts';
import { plain } from '../notify/escape.ts';
import { catalogue } from '../rules/catalogue.ts';
import type { ClusterPart, Explanation, RuleAnswer } from './explanation.ts';

/** An explanation step by step, in words. */
export function explanationLines(explanation: Explanation): readonly string[] {
  const { event } = explanation;
  if ('setAside' in event)
    return ['decode   The record cannot be read and is set aside for a person:', `         ${event.setAside}`];
  return [
    ...step('decode', [
      `${event.operation} at ${event.eventTime.toISOString()}, ${event.outcome}, event ${event.id}`,
      `account ${event.accountId}, ${event.region}${event.from === '' ? '' : `, from ${plain(event.from)}`}`,
    ]),
    ...step('screen', tableLines(explanation)),
    ...step('own', ownLines(explanation)),
    ...(explanation.clusters ?? []).flatMap(clusterLines),
    ...step('find', todayLines(explanation)),
    ...step('record', storedLines(explanation)),
  ];
}

function step(name: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${(index === 0 ? name : '').padEnd(8)} ${line}`);
}

const MATCHES = {
  listed: 'The call stands in the table:',
  fallback: 'The call does not stand in the table by name; its product’s line for any other write holds:',
  ignored: 'The call is known and changes nothing that ACK needs.',
  unknown: 'The call does not stand in the table.',
};

function tableLines({ table }: Explanation): readonly string[] {
  if (table === undefined) return [];
  const lines = table.lines.map(({ kind, effect, strength, when, holds, ids }) => {
    const condition = when === undefined ? '' : `, when ${when}${holds ? '' : ': it is not so'}`;
    const named = holds ? `: ${ids.length === 0 ? 'names none' : ids.map((id) => plain(id, 60)).join(', ')}` : '';
    return `- ${effect} of ${kind}, ${strength}${condition}${named}`;
  });
  return [MATCHES[table.match], ...lines];
}

const CLAIMS = {
  ack: 'the name of its role says that it is ACK',
  echo: 'the name of its role says that it carries out what others asked for',
  platform: 'it is the cloud itself',
  'cluster-instance': 'it is the role of an instance',
  nobody: 'it does not claim to be ACK',
};

function ownLines({ actor, ownership, clusters }: Explanation): readonly string[] {
  if (actor === undefined) return [];
  const { type, name, session, claim, trust } = actor;
  const who = `${type} ${plain(name)}${session === undefined ? '' : `, session ${plain(session)}`}: ${CLAIMS[claim]}`;
  const believed =
    trust === undefined
      ? []
      : [
          `- its trust policy, read ${trust.verifiedAt.toISOString()}, names ${trust.services.join(', ') || 'no service'}${trust.onlyServices ? ' and nobody else' : ', and not services alone'}`,
        ];
  const owners = (ownership ?? []).map(({ resource, owners: all }) => {
    const named = all.map(({ cluster, role, via }) => `${plain(cluster)} as ${role} (known from ${via})`);
    return `- ${resource.kind} ${plain(resource.id, 60)}: ${named.join('; ') || 'the inventory knows no owner'}`;
  });
  const standings = (clusters ?? []).map(
    ({ cluster, standing }) => `- seen from ${plain(cluster)} the actor is: ${standing}`,
  );
  return [who, ...believed, ...owners, ...standings];
}

function clusterLines({ cluster, rules, read, verdict, notes }: ClusterPart): readonly string[] {
  const fires = rules.filter(({ answer }) => answer === 'fires');
  const near = rules.filter(
    ({ answer, rule, why }) =>
      answer === 'quiet' && catalogue.some(({ id }) => id === rule) && !why.startsWith('it is about'),
  );
  const far = rules.length - fires.length - near.length;
  const judged = [
    `${plain(cluster)}: ${fires.length} of ${rules.length} rules that speak of such an effect fire`,
    ...fires.map((one) => `- ${ruleWords(one)}: fires, ${one.severity}, for ${one.why}`),
    ...near.map((one) => `- ${ruleWords(one)}: quiet, ${one.why}`),
    ...(far > 0 ? [`- ${far} are about other roles (--json names them)`] : []),
  ];
  const inspected = read.flatMap(({ resource, aspect, before, after, changes, unknown }) => [
    `${aspect} of ${resource.kind} ${plain(resource.id, 60)}: before ${before?.toISOString() ?? 'unknown'}, after ${after?.toISOString() ?? 'unknown'}`,
    ...changes.map((change) => `- ${changeWords(change)}`),
    ...unknown.map((one) => `- not known: ${one}`),
  ]);
  return [
    ...step('judge', judged),
    ...step('inspect', [
      ...inspected,
      ...notes.map((note) => plain(note)),
      ...(verdict === undefined ? [] : [`it comes to: ${verdict}`]),
    ]),
  ];
}

function ruleWords({ rule, rows, resource }: RuleAnswer): string {
  return `${rule} (${rows.join(' ')}) on ${plain(resource, 60)}`;
}

function changeWords({ op, path, before, after }: Change): string {
  const word = (value: unknown): string => plain(JSON.stringify(value) ?? 'nothing', 80);
  return op === 'replace'
    ? `${path}: ${word(before)} → ${word(after)}`
    : `${path} ${op === 'add' ? 'added' : 'removed'}: ${word(after ?? before)}`;
}

function todayLines({ today, table }: Explanation): readonly string[] {
  if (today === undefined) {
    const effects = new Set((table?.lines ?? []).filter(({ holds }) => holds).map(({ effect }) => effect));
    const rules = catalogue.filter((rule) => rule.effects.some((effect) => effects.has(effect)));
    return [
      'Whose it is was not asked. Were it a cluster’s, these rules speak of it:',
      ...rules.map(
        ({ id, rows, severity, roles }) => `- ${id} (${rows.join(' ')}), ${severity}: on ${roles.join(', ')}`,
      ),
    ];
  }
  if ('reason' in today) return [`No finding: ${today.reason}. ${today.why}.`];
  return today.findings.map(
    ({ cluster, rule, severity, isAlert }) =>
      `Finding for ${plain(cluster)}: ${rule}, ${severity}, ${isAlert ? 'alerts' : 'is recorded without an alert'}`,
  );
}

function storedLines({ stored }: Explanation): readonly string[] {
  if (stored === undefined) return [];
  if (stored === 'nothing') return ['The database holds no decision on it.'];
  const { outcome, why, receivedAt, findings } = stored;
  return [
    `Decided as ${outcome}, received ${receivedAt.toISOString()}: ${plain(why)}.`,
    ...findings.flatMap(({ id, status, told }) => [
      `- finding ${id}, ${status}`,
      ...told.map(
        (one) =>
          `- ${one.channel}: ${one.state}, ${one.attempts} attempts${one.why === undefined ? '' : `, ${plain(one.why)}`}`,
      ),
    ]),
  ];
}
