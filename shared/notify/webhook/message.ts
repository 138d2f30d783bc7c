import type { Beat, Closing, Member, Telling, View } from '../channel.ts';
import { toDetectionFinding } from './ocsf.ts';

/** One CloudEvent, https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md */
interface CloudEvent {
  readonly specversion: '1.0';
  /** With `source` it names the event: a repeat has the same. */
  readonly id: string;
  readonly source: string;
  readonly type:
    | 'ackwatch.finding.alert'
    | 'ackwatch.finding.resolved'
    | 'ackwatch.channel.closed'
    | 'ackwatch.heartbeat';
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: object;
}

/** What a program takes: one event, or several in a batch. */
export interface WebhookMessage {
  /** The same for a repeat. */
  readonly id: string;
  readonly contentType: 'application/cloudevents+json' | 'application/cloudevents-batch+json';
  readonly events: readonly CloudEvent[];
}

/** The message as a program wants it. Pure: nothing is shortened, each finding is an event of its own. */
export function toWebhook(telling: Telling, view: View): WebhookMessage {
  const spoken = { ...view, language: telling.language ?? view.language };
  const events = eventsOf(telling, spoken);
  const [first] = events;
  const isOne = events.length === 1;
  return {
    id: isOne && first ? first.id : 'id' in telling ? telling.id : `${telling.finding.id}.${telling.kind}`,
    contentType: isOne ? 'application/cloudevents+json' : 'application/cloudevents-batch+json',
    events,
  };
}

function eventsOf(telling: Telling, view: View): readonly CloudEvent[] {
  switch (telling.kind) {
    case 'alert':
    case 'resolved':
      return [telling, ...telling.others].map((member) => eventOf(member, telling.kind, view));
    case 'update':
    case 'digest':
      return telling.members.map((member) => {
        return eventOf(member, member.finding.status === 'resolved' ? 'resolved' : 'alert', view);
      });
    case 'channel-closed':
      return [closedEvent(telling)];
    case 'heartbeat':
      return [beatEvent(telling)];
  }
}

function eventOf(member: Member, kind: 'alert' | 'resolved', view: View): CloudEvent {
  const { id, accountId, region, cluster, receivedAt } = member.finding;
  return {
    specversion: '1.0',
    id: kind === 'alert' ? id : `${id}.${kind}`,
    source: `/ackwatch/${accountId}/${region}`,
    type: `ackwatch.finding.${kind}`,
    subject: cluster.id,
    time: receivedAt.toISOString(),
    datacontenttype: 'application/json',
    data: toDetectionFinding(member, kind === 'alert' ? 'create' : 'close', view),
  };
}

function closedEvent({ id, channel, until, why, waiting, finding }: Closing): CloudEvent {
  return {
    specversion: '1.0',
    id,
    source: `/ackwatch/${finding.accountId}/${finding.region}`,
    type: 'ackwatch.channel.closed',
    subject: channel,
    time: finding.receivedAt.toISOString(),
    datacontenttype: 'application/json',
    data: { channel, until: until.toISOString(), why, waiting },
  };
}

function beatEvent({ finding }: Beat): CloudEvent {
  return {
    specversion: '1.0',
    id: finding.id,
    source: `/ackwatch/${finding.accountId}/${finding.region}`,
    type: 'ackwatch.heartbeat',
    subject: 'ackwatch',
    time: finding.receivedAt.toISOString(),
    datacontenttype: 'application/json',
    data: { lastDay: finding.notes },
  };
}
