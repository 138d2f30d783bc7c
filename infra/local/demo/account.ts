import policy from '../../ram-policy.json' with { type: 'json' };
import type { Key } from '../cloud/keys.ts';
import { createWorld, type World, type WorldStart } from '../cloud/world.ts';
import { EDGE, seedEdge } from './edge-nlb.ts';
import { seedHistory } from './history.ts';
import { LEGACY, seedLegacy } from './legacy.ts';
import { seedProd } from './prod.ts';
import { PROD } from './prod-ids.ts';
import { seedRoles } from './roles.ts';
import { seedTwins, TWINS } from './twins.ts';
import { seedWatch, WATCH } from './watch.ts';

/** An account with three clusters in cn-hangzhou, and look-alikes that belong to none of them. */
export interface DemoAccount {
  readonly world: World;
  /** ackwatch's own key: it may do what `infra/ram-policy.json` allows, and nothing else. */
  readonly watcher: Key;
  readonly prod: typeof PROD;
  readonly legacy: typeof LEGACY;
  readonly edge: typeof EDGE;
  readonly twins: typeof TWINS;
  readonly watch: typeof WATCH;
}

/** The demo account. Ids are the same on every start. */
export function demoAccount(start: WorldStart = {}): DemoAccount {
  const world = createWorld(start);
  seedProd(world);
  seedLegacy(world);
  seedEdge(world);
  seedTwins(world);
  seedRoles(world);
  seedHistory(world);
  seedWatch(world, JSON.stringify(policy));
  const watcher = world.actors.ackwatch(new Set(policy.Statement.flatMap((statement) => statement.Action)));
  return { world, watcher, prod: PROD, legacy: LEGACY, edge: EDGE, twins: TWINS, watch: WATCH };
}
