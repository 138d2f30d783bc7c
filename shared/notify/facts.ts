import type { Finding } from '../model/finding.ts';
import type { OwnedResource } from '../model/resource.ts';
import type { Language, Text } from '../model/text.ts';
import type { View } from './channel.ts';
import { foreign, type Line, phrase } from './phrase.ts';
import { duration, localTime } from './times.ts';
import { STANDING_WORDS, WORDS } from './words.ts';
import { ACTOR_WORDS } from './words/actors.ts';
import { ROLE_WORDS } from './words/roles.ts';

/** `prod (c0ffee…)` */
export function clusterLine({ cluster }: Finding): Line {
  return [foreign(cluster.name), ' (', foreign(cluster.id), ')'];
}

/** `1234567890123456 · cn-hangzhou` */
export function accountLine({ accountId, region }: Finding): Line {
  return [foreign(accountId), ' · ', foreign(region)];
}

/** `KubernetesWorkerRole, session i-1 (RAM role, suspect)` */
export function actorLine({ actor }: Finding, language: Language): Line {
  const { type, name, session, standing } = actor;
  const known: Text | undefined = Object.hasOwn(ACTOR_WORDS, type) ? ACTOR_WORDS[type] : undefined;
  return phrase(WORDS[session === undefined ? 'actorLine' : 'actorSession'][language], {
    name: foreign(name),
    type: known?.[language] ?? foreign(type),
    standing: STANDING_WORDS[standing][language],
    session: foreign(session ?? ''),
  });
}

/** `lb-1/6443 (load balancer of the API server)` */
export function resourceLine({ id, name, role }: OwnedResource, language: Language): Line {
  const isNamed = name !== undefined && name !== '' && name !== id;
  return phrase(WORDS[isNamed ? 'resourceNamed' : 'resourceLine'][language], {
    id: foreign(id),
    name: foreign(name ?? ''),
    role: ROLE_WORDS[role][language],
  });
}

/** Where the call came from; nothing when the record does not say. */
export function addressLine({ srcEndpoint: { address, vpcId } }: Finding): readonly Line[] {
  const parts = [address, vpcId].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [[foreign(parts.join(' · '))]];
}

/** When the event arrived, and how long after the deed: ActionTrail itself may take minutes. */
export function receivedLine({ eventTime, receivedAt }: Finding, { language, timeZone }: View): Line {
  const time = localTime(receivedAt, timeZone);
  const late = receivedAt.getTime() - eventTime.getTime();
  if (late < 1_000) return [time];
  return phrase(WORDS.receivedLater[language], { time, duration: duration(late, language) });
}

/** How long it lasted at the most: until it was resolved, else as far as a reading tells. */
export function lastedMs({ comparisons, eventTime, resolvedAt }: Finding): number | undefined {
  if (resolvedAt !== undefined && resolvedAt > eventTime) return resolvedAt.getTime() - eventTime.getTime();
  const readings = comparisons.flatMap(({ after, now }) => [after, now].filter((one) => one !== undefined));
  const last = Math.max(...readings.map(({ observedAt }) => observedAt.getTime() - eventTime.getTime()));
  return last > 0 && Number.isFinite(last) ? last : undefined;
}

/** The ids of findings, all of them: nothing is left out, however many there are. */
export function idsOf(members: readonly { readonly finding: Pick<Finding, 'id'> }[]): Line {
  return [foreign(members.map(({ finding }) => finding.id).join(' '), Infinity)];
}
