import * as z from 'zod';
import { ask, wrapped } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { byNextToken, type Listing } from '../cloud/paging.ts';
import type { AuditEvent } from '../model/event.ts';
import { type Aim, aimIn, isAim } from './aim.ts';
import type { Touched } from './steps.ts';

const PAGE_SIZE = 100;

const named = z.object({ InstanceId: z.string() });
const page = z.object({ NextToken: z.string().nullish(), Instances: wrapped('Instance', named) });
const invocations = z.object({
  Invocations: wrapped('Invocation', z.object({ InvokeInstances: wrapped('InvokeInstance', named) })),
});

type At = { readonly region: string; readonly deadline: number; readonly cloud: Cloud };

/** The instances that a call hits which aims instead of naming them, as they are now; everything else as it is. */
export async function resolveAims(
  event: AuditEvent,
  touched: readonly Touched[],
  { cloud, deadline }: { readonly cloud: Cloud; readonly deadline: number },
): Promise<readonly Touched[] | { readonly problem: string }> {
  const aim = touched.some(({ ref }) => isAim(ref.id)) ? aimIn(event.params) : undefined;
  if (aim === undefined) return touched;
  const listing = await instancesAt(aim, { region: event.region, cloud, deadline });
  if (!listing.complete) return { problem: listing.problem ?? 'the listing is not complete' };
  return touched.flatMap((one) =>
    isAim(one.ref.id)
      ? listing.items.map(({ InstanceId }) => ({ ...one, ref: { ...one.ref, id: InstanceId } }))
      : [one],
  );
}

function instancesAt(aim: Aim, at: At): Promise<Listing<z.infer<typeof named>>> {
  switch (aim.by) {
    case 'tags':
      return instancesWith({ Tag: aim.tags }, at);
    case 'resource-group':
      return instancesWith({ ResourceGroupId: aim.id }, at);
    case 'region':
      return instancesWith({}, at);
    case 'invocation':
      return instancesOf(aim.id, at);
  }
}

function instancesWith(filter: object, { cloud, ...at }: At) {
  return byNextToken(async (NextToken) => {
    const params = { ...filter, MaxResults: PAGE_SIZE, NextToken };
    const read = await ask(cloud, { ...at, product: 'ecs', action: 'DescribeInstances', params }, page);
    return { items: read.Instances, nextToken: read.NextToken ?? undefined };
  });
}

function instancesOf(InvokeId: string, { cloud, ...at }: At) {
  return byNextToken(async () => {
    const call = { ...at, product: 'ecs', action: 'DescribeInvocations', params: { InvokeId } } as const;
    const { Invocations: found } = await ask(cloud, call, invocations);
    return { items: found.flatMap(({ InvokeInstances: instances }) => instances) };
  });
}
