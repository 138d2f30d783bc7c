import * as z from 'zod';
import { ask } from '../../cloud/answer.ts';
import { textOf } from '../../model/params.ts';
import { isContent } from '../content.ts';
import { contentOf } from '../fields.ts';
import { byAction, oneByOne, type Reader } from '../reader.ts';

/** An ACK cluster: its version. No upgrade can be taken back. */
export const csCluster: Reader = {
  kind: 'cs.cluster',
  aspect: 'configuration',
  effects: ['upgraded'],
  batch: 1,
  read: oneByOne(async ({ cloud, region, deadline }, id) => {
    const path = `/clusters/${encodeURIComponent(id)}`;
    const call = { product: 'cs', action: 'DescribeClusterDetail', region, path, params: {}, deadline } as const;
    const detail = z.looseObject({ cluster_id: z.literal(id) });
    return contentOf(await ask(cloud, call, detail), { current_version: 'text' });
  }),
  predict: byAction({
    UpgradeCluster: ({ params }, _, before) => {
      const version = textOf(params, 'next_version') ?? textOf(params, 'version');
      return isContent(before) && version !== undefined ? { ...before, current_version: version } : undefined;
    },
  }),
  restore: () => ({ possible: false }),
};
