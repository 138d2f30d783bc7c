import * as z from 'zod';
import { ask } from '../../cloud/answer.ts';
import type { Json } from '../../model/change.ts';
import { allAt, textOf } from '../../model/params.ts';
import { isContent, textIn } from '../content.ts';
import { contentOf, membersOf } from '../fields.ts';
import { byAction, type Place, type Reader } from '../reader.ts';
import { restoreNodePool } from '../restore/container-service.ts';

const members = z.looseObject({}).nullish();
const pools = z.object({
  nodepools: z
    .array(
      z.object({
        nodepool_info: z.object({ nodepool_id: z.string() }),
        scaling_group: members,
        auto_scaling: members,
        management: members,
      }),
    )
    .nullable(),
});

/** A node pool as ACK was told to keep it: how many nodes, by itself or not, repaired or not. */
export const csNodePool: Reader = {
  kind: 'cs.node-pool',
  aspect: 'configuration',
  effects: ['capacity-changed', 'nodes-attached', 'auto-repair-changed'],
  batch: 100,
  read: async (place, ids) => {
    const clusters = new Set(ids.flatMap((id) => place.clusterOf?.(id) ?? []));
    const found = new Map((await Promise.all([...clusters].map((cluster) => poolsOf(place, cluster)))).flat());
    return new Map(ids.map((id) => [id, found.get(id) ?? null]));
  },
  predict: byAction({
    ScaleClusterNodePool: ({ params }, _, before) => {
      const size = isContent(before) ? before['desired_size'] : undefined;
      const count = Number(textOf(params, 'count'));
      return isContent(before) && typeof size === 'number' && count > 0
        ? { ...before, desired_size: size + count }
        : undefined;
    },
    ModifyClusterNodePool: ({ params }, _, before) => {
      const [size] = [
        ...allAt(params, 'scaling_group.desired_size'),
        ...allAt(params, 'body.scaling_group.desired_size'),
      ];
      return isContent(before) && size !== undefined ? { ...before, desired_size: Number(size) } : undefined;
    },
  }),
  restore: restoreNodePool,
};

async function poolsOf({ cloud, region, deadline }: Place, cluster: string): Promise<readonly [string, Json][]> {
  const path = `/clusters/${encodeURIComponent(cluster)}/nodepools`;
  const call = { product: 'cs', action: 'DescribeClusterNodePools', region, path, params: {}, deadline } as const;
  const { nodepools } = await ask(cloud, call, pools);
  return (nodepools ?? []).map(({ nodepool_info: info, scaling_group: group, auto_scaling: scaling, management }) => [
    info.nodepool_id,
    {
      cluster_id: cluster,
      ...contentOf(group ?? {}, { desired_size: 'number' }),
      data_disks: disksIn(group?.['data_disks']),
      auto_scaling: contentOf(scaling ?? {}, { enable: 'flag', min_instances: 'number', max_instances: 'number' }),
      management: contentOf(management ?? {}, { enable: 'flag', auto_repair: 'flag', auto_upgrade: 'flag' }),
    },
  ]);
}

/** Where there is none, Pods keep what they write on the system disk, which a repair may reset. */
function disksIn(disks: unknown): Json {
  return membersOf(disks).map((disk) => `${textIn(disk, 'category') ?? ''} ${textIn(disk, 'size') ?? ''}`.trim());
}
