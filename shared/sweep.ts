import { readTrust } from './actors/trust.ts';
import type { Cloud } from './cloud/cloud.ts';
import { observe } from './inspection/observe.ts';
import { collectInventory } from './inventory/collect.ts';
import { decode } from './sources/actiontrail/decode.ts';
import { screen } from './steps/screen.ts';
import type { World } from './steps/steps.ts';
import type { Store } from './store/store.ts';
import { watch } from './watch.ts';

/** What a sweep needs. `deadline`: milliseconds since the epoch after which nothing new is begun. */
export interface Sweep {
  readonly store: Store;
  readonly cloud: Cloud;
  readonly world: World;
  readonly accountId: string;
  readonly regions: readonly string[];
  readonly now: () => Date;
  readonly deadline: number;
  readonly log: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** What a sweep did. `problems` says what could not be read; nothing was tombstoned for it. */
export interface SweepReport {
  readonly clusters: number;
  readonly resources: number;
  readonly snapshots: number;
  readonly roles: number;
  readonly baselinesMoved: number;
  readonly decidedAgain: number;
  readonly problems: readonly string[];
}

/** Roles that ACK acts as and whose trust is worth knowing before the first event needs it. */
const EXPECTED_ROLES = [
  'aliyuncsdefaultrole',
  'aliyuncsmanagedkubernetesrole',
  'aliyuncsmanagednetworkrole',
  'aliyuncsmanagedcsirole',
  'aliyuncsmanagedautoscalerrole',
  'aliyuncsmanagednlcrole',
  'aliyuncsserverlesskubernetesrole',
  'aliyunserviceroleforautoscaling',
  'aliyunserviceroleforcontainerservice',
  'aliyunooslifecyclehook4csrole',
];

const HELD_AT_A_TIME = 200;

/** Looks at the whole: what every cluster owns, how it is configured, whom ACK's roles trust; then decides what was held. */
export async function sweep(asked: Sweep): Promise<SweepReport> {
  const { store, accountId, now, log } = asked;
  const roles = await verifyTrust(asked);
  const { clusters, parts } = await collectInventory(asked);
  const problems = parts.flatMap((part) => part.problems);
  const readings: number[] = [];
  for (const cluster of clusters) {
    if (now().getTime() > asked.deadline) {
      problems.push(`${cluster.name} was not observed: the sweep ran out of time`);
      continue;
    }
    const owned = await store.resourcesOf(cluster.id);
    const seen = await observe(asked.cloud, owned, { region: cluster.region, deadline: asked.deadline, now });
    await store.saveSnapshots(seen.snapshots);
    readings.push(seen.snapshots.length);
    problems.push(...seen.problems);
  }
  const report: SweepReport = {
    clusters: clusters.length,
    resources: parts.reduce((sum, part) => sum + part.resources, 0),
    snapshots: readings.reduce((sum, count) => sum + count, 0),
    roles,
    baselinesMoved: await store.advanceBaselines(accountId, now()),
    decidedAgain: await decideHeld(asked),
    problems,
  };
  await store.prune(now());
  log('sweep done', { ...report });
  return report;
}

/** Reads the trust policy of every role that matters; one that RAM does not tell stays as it was. */
async function verifyTrust({ store, cloud, accountId, regions, now, deadline }: Sweep): Promise<number> {
  const known = (await store.trusts(accountId)).map(({ roleName }) => roleName);
  const [region = ''] = regions;
  let verified = 0;
  for (const roleName of new Set([...EXPECTED_ROLES, ...known])) {
    if (now().getTime() > deadline) break;
    if (await readTrust({ accountId, roleName, region }, { store, cloud, now }, deadline)) verified += 1;
  }
  return verified;
}

/** Events whose owner or actor nobody could tell go through the path again, as if they had just been received then. */
async function decideHeld({ store, world, now, deadline, log }: Sweep): Promise<number> {
  let settled = 0;
  for (const held of await store.held(HELD_AT_A_TIME)) {
    if (now().getTime() > deadline) break;
    const { disregarded, findings } = await watch(held.raw, {
      decode: (raw) => decode(raw, held.receivedAt),
      screen,
      world: () => Promise.resolve(world),
      log,
    });
    const isStillHeld = disregarded.some(({ reason }) => reason === 'ownership-unknown' || reason === 'unverified');
    if (findings.length > 0 || !isStillHeld) settled += 1;
  }
  return settled;
}
