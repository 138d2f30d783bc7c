import policy from '../../ram-policy.json' with { type: 'json' };
import { anInstance, place } from '../../local/cloud/ecs/defaults.ts';
import type { Key } from '../../local/cloud/keys.ts';
import { createWorld, type World } from '../../local/cloud/world.ts';
import { idOf, numberedId } from '../../local/demo/build/ids.ts';
import { seedRoles } from '../../local/demo/roles.ts';
import { type ClusterIds, seedCluster } from './cluster.ts';

/** An account with as many clusters of one make as are wanted, and instances that belong to none of them. */
export interface ScaleAccount {
  readonly world: World;
  /** ackwatch's own key. */
  readonly watcher: Key;
  readonly clusters: readonly ClusterIds[];
  readonly strangers: readonly string[];
}

const STRANGERS_PER_CLUSTER = 2;

/** The account; ids are the same on every start. */
export function scaleAccount(clusters: number): ScaleAccount {
  const world = createWorld();
  seedRoles(world);
  const strangers = Array.from({ length: clusters * STRANGERS_PER_CLUSTER }, (_, at) => seedStranger(world, at + 1));
  return {
    world,
    watcher: world.actors.ackwatch(new Set(policy.Statement.flatMap((statement) => statement.Action))),
    clusters: Array.from({ length: clusters }, (_, at) => seedCluster(world, at + 1)),
    strangers,
  };
}

/** An instance in a VPC without a cluster. */
function seedStranger(world: World, number: number): string {
  const InstanceId = numberedId('i', 'stranger', number);
  place(
    world.ecs,
    anInstance({
      InstanceId,
      InstanceName: `web-${number}`,
      RegionId: world.region,
      VpcId: idOf('vpc', 'strangers'),
      VSwitchId: idOf('vsw', 'strangers'),
      PrivateIpAddress: '10.9.0.11',
      SecurityGroupIds: [idOf('sg', 'strangers')],
    }),
  );
  return InstanceId;
}
