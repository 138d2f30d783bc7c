import * as z from 'zod';
import { ask } from '../../cloud/answer.ts';
import type { Json } from '../../model/change.ts';
import { textOf, valueOf } from '../../model/params.ts';
import { type Content, isContent } from '../content.ts';
import { inOrder } from '../in-order.ts';
import { byAction, oneByOne, type Reader } from '../reader.ts';
import { restoreRepairPolicies } from '../restore/container-service.ts';

const answer = z.object({
  items: z.array(z.looseObject({ id: z.string() })).nullable(),
});
/** What a policy says; the rest is when it was made and for whom it counts at the moment. */
const SAID = ['name', 'resource_type', 'resource_sub_type', 'rules'];

/** The repair policies of a cluster: id → which faults of nodes are mended by itself, and with what. */
export const csRepairPolicies: Reader = {
  kind: 'cs.cluster',
  aspect: 'auto-repair-policies',
  effects: ['auto-repair-changed'],
  batch: 1,
  read: oneByOne(async ({ cloud, region, deadline }, id) => {
    const path = `/clusters/${encodeURIComponent(id)}/auto_repair_policies`;
    const call = { product: 'cs', action: 'ListAutoRepairPolicies', region, path, params: {}, deadline } as const;
    const { items } = await ask(cloud, call, answer);
    return Object.fromEntries((items ?? []).map((policy) => [policy.id, saidBy(policy)]));
  }),
  predict: byAction({
    ModifyAutoRepairPolicy: ({ params }, _, before) => {
      const id = textOf(params, 'policy_id') ?? '';
      const had = isContent(before) ? before[id] : undefined;
      const said = saidBy(Object.fromEntries(SAID.map((name) => [name, valueOf(params, name)])));
      return isContent(before) && isContent(had) && Object.keys(said).length > 0
        ? { ...before, [id]: { ...had, ...said } }
        : undefined;
    },
  }),
  restore: restoreRepairPolicies,
};

function saidBy(policy: Readonly<Record<string, unknown>>): Content {
  const said = SAID.filter((name) => policy[name] !== undefined && policy[name] !== null);
  // Rules nest freely, and came as JSON; what mends is done one after the other.
  return Object.fromEntries(said.map((name) => [name, inOrder(policy[name] as Json)]));
}
