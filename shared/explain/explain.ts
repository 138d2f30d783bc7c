import { claimOf } from '../actors/claim.ts';
import { findingId } from '../findings/find.ts';
import type { AuditEvent } from '../model/event.ts';
import { holds } from '../operations/condition.ts';
import { idsOf } from '../operations/ids.ts';
import { screen as lookUp } from '../operations/screen.ts';
import type { Decoded } from '../sources/actiontrail/decode.ts';
import { screen } from '../steps/screen.ts';
import type { World } from '../steps/steps.ts';
import type { ReviewStore } from '../store/review.ts';
import type { Store } from '../store/store.ts';
import { watch } from '../watch.ts';
import { conditionWords } from './condition-words.ts';
import type { Explanation, Ownership, TableLine } from './explanation.ts';
import { clusterPartOf } from './cluster-part.ts';
import { traced } from './trace.ts';

/** What explaining asks; the world and the store are read-only. Without `around` only the pure steps are explained. */
export interface ExplainAround {
  readonly world: World;
  readonly store: Store;
  /** Absent where nothing is kept. */
  readonly review?: Pick<ReviewStore, 'told'> | undefined;
}

/** Takes the event through its path again, listening; says what each step decided, and what was kept of it. */
export async function explain(item: Decoded, around: ExplainAround | undefined): Promise<Explanation> {
  if (item.kind === 'set-aside') return { event: { setAside: item.reason } };
  const { event } = item;
  const begin = { event: about(event), table: tableOf(event) };
  const touched = screen(event);
  if (around === undefined || 'reason' in touched) {
    const actor = { ...event.actor, claim: claimOf(event.actor) };
    return { ...begin, actor, ...('reason' in touched ? { today: touched } : {}), ...(await storedOf(event, around)) };
  }
  const { world, trace } = traced(around.world);
  const { disregarded } = await watch(item, {
    decode: () => [item],
    screen,
    world: () => Promise.resolve(world),
    log: () => undefined,
  });
  const [silence] = disregarded;
  const findings = trace.decided()?.findings ?? [];
  return {
    ...begin,
    actor: await actorOf(event, around.store),
    ownership: await ownershipOf(event, around.store),
    clusters: trace.parts().map((part) => clusterPartOf(event, part)),
    today:
      silence === undefined
        ? {
            findings: findings.map(({ cluster, rule, severity, isAlert }) => ({
              cluster: cluster.name,
              rule,
              severity,
              isAlert,
            })),
          }
        : { reason: silence.reason, why: silence.why },
    ...(await storedOf(event, around)),
  };
}

function about(event: AuditEvent) {
  const { id, service, action, eventTime, outcome, errorCode, accountId, region, srcEndpoint } = event;
  return {
    id,
    operation: `${service}:${action}`,
    eventTime,
    outcome: errorCode === undefined ? outcome : `${outcome} (${errorCode})`,
    accountId,
    region,
    from: [srcEndpoint.address, srcEndpoint.userAgent].filter(Boolean).join(', '),
  };
}

function tableOf(event: AuditEvent): NonNullable<Explanation['table']> {
  const { match, touches } = lookUp(event.service, event.action);
  const lines = touches.map((touch): TableLine => {
    const { kind, effect, strength, when } = touch;
    const isMet = when === undefined || holds(when, event.params);
    const words = when === undefined ? {} : { when: conditionWords(when) };
    return { kind, effect, strength, ...words, holds: isMet, ids: isMet ? idsOf(event, touch) : [] };
  });
  return { match, lines };
}

async function actorOf(event: AuditEvent, store: Store) {
  const { actor, accountId } = event;
  const [trust] = await store.trustOf(accountId, [actor.name.toLowerCase()]);
  return { ...actor, claim: claimOf(actor), ...(trust === undefined ? {} : { trust }) };
}

/** What the inventory says of everything that the call names. */
async function ownershipOf(event: AuditEvent, store: Store): Promise<readonly Ownership[]> {
  const touched = screen(event);
  if ('reason' in touched) return [];
  const refs = [...new Map(touched.map(({ ref }) => [`${ref.kind} ${ref.id}`, ref])).values()];
  const ids = refs.flatMap(({ id }) => [id, id.split('/')[0] ?? id]);
  const owners = await store.ownersOf(event.accountId, [...new Set(ids)]);
  const names = new Map((await store.clusters(event.accountId)).map(({ id, name }) => [id, name]));
  return refs.map((resource) => {
    const found = owners.get(resource.id) ?? owners.get(resource.id.split('/')[0] ?? '') ?? [];
    return {
      resource,
      owners: found.map(({ clusterId, role, via }) => ({ cluster: names.get(clusterId) ?? clusterId, role, via })),
    };
  });
}

async function storedOf(event: AuditEvent, around: ExplainAround | undefined): Promise<Pick<Explanation, 'stored'>> {
  if (around === undefined) return {};
  const { store, review } = around;
  const { accountId, region, id } = event;
  const decision = await store.decision({ accountId, region, eventId: id });
  if (decision === undefined) return { stored: 'nothing' };
  const { outcome, why, receivedAt } = decision;
  const clusters = await store.clusters(accountId);
  const found = await Promise.all(clusters.map((cluster) => store.finding(findingId(event, cluster.id))));
  const findings = await Promise.all(
    found.flatMap((finding) => {
      if (finding === undefined) return [];
      const told = review?.told(finding.id) ?? Promise.resolve([]);
      return [told.then((all) => ({ id: finding.id, status: finding.status, told: all }))];
    }),
  );
  return { stored: { outcome, why, receivedAt, findings } };
}
