import type { Finding } from '../model/finding.ts';
import type { Message } from '../store/outbox.ts';
import type { Member, Telling } from './channel.ts';
import { type Routing, wayTo } from './route.ts';
import { ruleToldOf, type ToldRule } from './told.ts';

/** A message as its channel is to tell it. */
export function tellingOf(message: Message, routing: Routing, rules: readonly ToldRule[]): Telling {
  const { kind, id, mayBeRepeat, fresh, story } = message;
  const [first, ...others] = message.findings.map((finding): Member => ({ finding, rule: ruleToldOf(finding, rules) }));
  if (first === undefined) throw new Error('Expected a message to have a finding');
  const circumstances = { mayBeRepeat, ...insteadOf(message), ...waysTo(message, routing) };
  switch (kind) {
    case 'alert':
    case 'resolved':
      return { kind, ...first, others, ...circumstances };
    case 'update':
    case 'digest':
      return { kind, id, members: [first, ...others], fresh, ...(story ? { story } : {}), ...circumstances };
    case 'heartbeat':
      return { kind, finding: first.finding, ...circumstances };
    case 'channel-closed': {
      const { until, why, waiting } = message.closed ?? { until: new Date(0), why: '', waiting: 0 };
      return {
        kind,
        id,
        finding: first.finding,
        channel: message.insteadOf ?? '',
        until,
        why,
        waiting,
        ...circumstances,
      };
    }
  }
}

function insteadOf({ insteadOf: channel, closed }: Message): Pick<Telling, 'insteadOf'> {
  if (channel === undefined) return {};
  return { insteadOf: { channel, ...(closed ? { until: closed.until } : {}) } };
}

/** The language is that of the worst finding; everybody whom one of them calls is called. */
function waysTo({ channel, findings }: Message, routing: Routing): Pick<Telling, 'language' | 'mentions'> {
  const ways = findings.map((finding: Finding) => wayTo(channel, finding, routing));
  const language = ways.find((way) => way.language !== undefined)?.language;
  const all = (key: 'phones' | 'users') => [...new Set(ways.flatMap(({ mentions }) => mentions?.[key] ?? []))];
  const mentions = { phones: all('phones'), users: all('users') };
  const isAny = mentions.phones.length > 0 || mentions.users.length > 0;
  return { ...(language ? { language } : {}), ...(isAny ? { mentions } : {}) };
}
