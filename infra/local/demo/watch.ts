import { aTrail } from '../cloud/actiontrail/trails.ts';
import type { World } from '../cloud/world.ts';

/** What watches over the account: the trail that keeps its records, and what ackwatch itself runs with. */
export const WATCH = { trail: 'operations-archive', role: 'ackwatch', policy: 'ackwatch-read' } as const;

/** Puts the trail, and the policy that ackwatch reads with, into the account. */
export function seedWatch(world: World, document: string): void {
  const { accountId, region, trails, ram } = world;
  const SlsProjectArn = `acs:log:${region}:${accountId}:project/operations-archive`;
  trails.set(WATCH.trail, aTrail({ Name: WATCH.trail, HomeRegion: region, SlsProjectArn }));
  const policyName = WATCH.policy;
  ram.policies.set(policyName, { policyName, versions: [{ versionId: 'v1', document }], defaultVersion: 'v1' });
  ram.roles.get(WATCH.role)?.policies.set(policyName, { policyName, policyType: 'Custom' });
}
