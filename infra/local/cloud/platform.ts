import { listOf, type Params } from '../../../shared/model/params.ts';
import type { TrailRecord } from './actiontrail/record.ts';
import { release } from './ecs/lifecycle.ts';
import type { World } from './world.ts';

/**
 * Instances that the cloud takes back of its own accord: not paid for any longer, or needed elsewhere. Nobody calls for it;
 * the trail has an event without a caller.
 */
export function releaseByPlatform(world: World, params: Params): TrailRecord {
  const { ecs, region, trail } = world;
  const ids = listOf(params, 'InstanceId').filter((id) => ecs.instances.has(id));
  if (ids.length === 0) throw new Error('Expected InstanceId to name an instance');
  for (const id of ids) release(ecs, id, world.clock());
  return trail.emit({
    serviceName: 'Ecs',
    eventName: 'Release',
    region,
    references: { 'ACS::ECS::Instance': ids },
  });
}
