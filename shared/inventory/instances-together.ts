import * as z from 'zod';
import { ask, wrapped } from '../cloud/answer.ts';
import { instance } from './ecs-marks.ts';
import type { OwnershipContext } from './ownership.ts';

type Instance = z.infer<typeof instance>;

/** How many one call tells. */
const AT_ONCE = 100;

const answer = z.object({ Instances: wrapped('Instance', instance) });

/**
 * Reads instances as they are now, all of them with the first that is asked for: a call that names a hundred costs one
 * look-up. Undefined: it does not exist.
 */
export function instancesTogether(
  ids: readonly string[],
  { cloud, event, deadline }: Pick<OwnershipContext, 'cloud' | 'event' | 'deadline'>,
): (id: string) => Promise<Instance | undefined> {
  let reading: Promise<ReadonlyMap<string, Instance>> | undefined;
  const readAll = async (): Promise<ReadonlyMap<string, Instance>> => {
    const all = [...new Set(ids)];
    const pieces = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) =>
      all.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    );
    const answers = await Promise.all(
      pieces.map((piece) => {
        const params = { InstanceIds: JSON.stringify(piece), MaxResults: AT_ONCE };
        const call = { product: 'ecs', action: 'DescribeInstances', region: event.region, params, deadline } as const;
        return ask(cloud, call, answer);
      }),
    );
    return new Map(answers.flatMap(({ Instances: found }) => found.map((item) => [item.InstanceId, item] as const)));
  };
  return async (id) => {
    reading ??= readAll();
    return (await reading).get(id);
  };
}
