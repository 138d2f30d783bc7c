import * as z from 'zod';
import { ask, wrapped } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { byNextToken } from '../cloud/paging.ts';
import type { AuditEvent } from '../model/event.ts';
import { type AimedTag, isAim, tagsIn } from './aim.ts';
import type { Touched } from './steps.ts';

const PAGE_SIZE = 100;

const page = z.object({
  NextToken: z.string().nullish(),
  Instances: wrapped('Instance', z.object({ InstanceId: z.string() })),
});

/** The instances that a call by tags hits, as they carry the tags now; everything else as it is. */
export async function resolveAims(
  event: AuditEvent,
  touched: readonly Touched[],
  { cloud, deadline }: { readonly cloud: Cloud; readonly deadline: number },
): Promise<readonly Touched[] | { readonly problem: string }> {
  if (!touched.some(({ ref }) => isAim(ref.id))) return touched;
  const listing = await instancesWith(tagsIn(event.params), { region: event.region, cloud, deadline });
  if (!listing.complete) return { problem: listing.problem ?? 'the listing is not complete' };
  return touched.flatMap((one) =>
    isAim(one.ref.id)
      ? listing.items.map(({ InstanceId }) => ({ ...one, ref: { ...one.ref, id: InstanceId } }))
      : [one],
  );
}

function instancesWith(
  tags: readonly AimedTag[],
  { cloud, ...at }: { readonly region: string; readonly deadline: number; readonly cloud: Cloud },
) {
  return byNextToken(async (NextToken) => {
    const params = { Tag: tags, MaxResults: PAGE_SIZE, NextToken };
    const read = await ask(cloud, { ...at, product: 'ecs', action: 'DescribeInstances', params }, page);
    return { items: read.Instances, nextToken: read.NextToken ?? undefined };
  });
}
