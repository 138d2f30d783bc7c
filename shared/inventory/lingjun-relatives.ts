import * as z from 'zod';
import { optionalText } from '../cloud/answer.ts';
import type { ResourceKind } from '../model/resource.ts';
import type { Relation } from './relatives.ts';

const present = (ids: readonly (string | undefined)[]): readonly string[] => ids.filter((id) => id !== undefined);

/** Lingjun nodes, their groups and their network interfaces: what they are in, or hang on. */
export const LINGJUN_PARTS: Partial<Record<ResourceKind, Relation>> = {
  'eflo.node': {
    product: 'eflo-controller',
    action: 'DescribeNode',
    params: (id) => ({ NodeId: id }),
    answer: z.object({ NodeGroupId: optionalText }).transform((read) => ({ ids: present([read.NodeGroupId]) })),
    role: 'lingjun-node',
  },
  'eflo.network-interface': {
    product: 'eflo',
    action: 'ListElasticNetworkInterfaces',
    params: (id) => ({ ElasticNetworkInterfaceId: id }),
    answer: z
      .object({ Content: z.object({ Data: z.array(z.object({ NodeId: optionalText })).nullish() }) })
      .transform(({ Content: { Data } }) => {
        const [eni] = Data ?? [];
        return eni === undefined ? 'gone' : { ids: present([eni.NodeId]) };
      }),
    named: ['NodeId'],
    role: 'pod-eni',
  },
};
