import * as z from 'zod';
import { ask } from '../../cloud/answer.ts';
import { allAt } from '../../model/params.ts';
import { isContent } from '../content.ts';
import { byAction, oneByOne, type Reader } from '../reader.ts';
import { restoreAddOns } from '../restore/container-service.ts';

const answer = z.object({
  addons: z.array(z.object({ name: z.string(), version: z.string().nullish() })).nullable(),
});

/** The add-ons of a cluster: name → version. */
export const csAddOns: Reader = {
  kind: 'cs.cluster',
  aspect: 'add-ons',
  effects: [
    'add-on-uninstalled',
    'ingress-controller-uninstalled',
    'log-component-uninstalled',
    'virtual-node-uninstalled',
  ],
  batch: 1,
  read: oneByOne(async ({ cloud, region, deadline }, id) => {
    const path = `/clusters/${encodeURIComponent(id)}/addon_instances`;
    const call = { product: 'cs', action: 'ListClusterAddonInstances', region, path, params: {}, deadline } as const;
    const { addons } = await ask(cloud, call, answer);
    return Object.fromEntries((addons ?? []).map(({ name, version }) => [name, version ?? '']));
  }),
  predict: byAction({
    UnInstallClusterAddons: ({ params }, _, before) => {
      const named = [...allAt(params, 'addons.name'), ...allAt(params, 'body.name')];
      if (!isContent(before) || named.length === 0) return undefined;
      return Object.fromEntries(Object.entries(before).filter(([name]) => !named.includes(name)));
    },
  }),
  restore: restoreAddOns,
};
