import * as z from 'zod';
import { ask, wrapped } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { byNextToken } from '../cloud/paging.ts';
import type { AuditEvent } from '../model/event.ts';
import { objectsOf, textOf, type Params } from '../model/params.ts';
import type { Touched } from './steps.ts';

type Tag = { readonly Key: string; readonly Value: string };

const PREFIX = 'tag:';
const PAGE_SIZE = 100;

const page = z.object({
  NextToken: z.string().nullish(),
  Instances: wrapped('Instance', z.object({ InstanceId: z.string() })),
});

/** What stands for the instances of a call that names none but aims at all that carry these tags: `tag:env=prod`. */
export function aimOf(params: Params): string | undefined {
  const tags = tagsIn(params);
  return tags.length === 0 ? undefined : `${PREFIX}${tags.map(({ Key, Value }) => `${Key}=${Value}`).join(',')}`;
}

/** The instances that a call by tags hits, as they carry the tags now; everything else as it is. */
export async function resolveAims(
  event: AuditEvent,
  touched: readonly Touched[],
  { cloud, deadline }: { readonly cloud: Cloud; readonly deadline: number },
): Promise<readonly Touched[] | { readonly problem: string }> {
  const isAim = ({ ref }: Touched): boolean => ref.id.startsWith(PREFIX);
  if (!touched.some(isAim)) return touched;
  const listing = await instancesWith(tagsIn(event.params), { region: event.region, cloud, deadline });
  if (!listing.complete) return { problem: listing.problem ?? 'the listing is not complete' };
  return touched.flatMap((one) =>
    isAim(one) ? listing.items.map(({ InstanceId }) => ({ ...one, ref: { ...one.ref, id: InstanceId } })) : [one],
  );
}

function instancesWith(
  tags: readonly Tag[],
  { cloud, ...at }: { readonly region: string; readonly deadline: number; readonly cloud: Cloud },
) {
  return byNextToken(async (NextToken) => {
    const params = { Tag: tags, MaxResults: PAGE_SIZE, NextToken };
    const read = await ask(cloud, { ...at, product: 'ecs', action: 'DescribeInstances', params }, page);
    return { items: read.Instances, nextToken: read.NextToken ?? undefined };
  });
}

/** Cloud Assistant says `ResourceTag`, a template of OOS `targets.Tags` among its parameters. */
function tagsIn(params: Params): readonly Tag[] {
  const targets = objectsOf(params, 'Parameters').flatMap((given) => objectsOf(given, 'targets'));
  const given = [...objectsOf(params, 'ResourceTag'), ...targets.flatMap((target) => objectsOf(target, 'Tags'))];
  return given.flatMap((tag) => {
    const Key = textOf(tag, 'Key') ?? textOf(tag, 'TagKey');
    return Key === undefined ? [] : [{ Key, Value: textOf(tag, 'Value') ?? textOf(tag, 'TagValue') ?? '' }];
  });
}
