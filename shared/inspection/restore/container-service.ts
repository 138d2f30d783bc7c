import type { Json } from '../../model/change.ts';
import { isContent, textIn } from '../content.ts';
import { asLists } from '../in-order.ts';
import type { Remedy, Undo } from '../reader.ts';
import { remedy, UNKNOWN } from './command.ts';
import { differing, surplus } from './differing.ts';
import { quote } from './quote.ts';

/** Installs the add-ons that are missing again, in the version that they had. */
export function restoreAddOns({ id, region, present, wanted }: Undo): Remedy {
  const missing = Object.entries(differing(present, wanted)).map(([name, version]) => ({ name, version }));
  if (missing.length === 0) return UNKNOWN;
  return remedy(
    [command('POST', `/clusters/${id}/components/install`, region, missing)],
    'Settings that the add-on had are to be given again.',
  );
}

/** Sets the wanted size and the repairs of a node pool back; what auto scaling wants is set in its own way. */
export function restoreNodePool({ id, region, present, wanted }: Undo): Remedy {
  const cluster = textIn(wanted, 'cluster_id');
  if (!isContent(wanted) || cluster === undefined) return UNKNOWN;
  const { desired_size, auto_scaling, management } = differing(present, wanted);
  const body = {
    ...(desired_size === undefined ? {} : { scaling_group: { desired_size } }),
    ...(auto_scaling === undefined ? {} : { auto_scaling }),
    ...(management === undefined ? {} : { management }),
  };
  if (Object.keys(body).length === 0) return UNKNOWN;
  return remedy([command('PUT', `/clusters/${cluster}/nodepools/${id}`, region, body)]);
}

/** Gives repair policies back: as they were, again, or not at all. */
export function restoreRepairPolicies({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const path = `/clusters/${id}/auto_repair_policies`;
  const added = surplus(present, wanted).map((policy) => command('DELETE', `${path}/${policy}`, region, {}));
  const others = Object.entries(differing(present, wanted)).map(([policy, said]) =>
    present[policy] === undefined
      ? command('POST', path, region, asLists(said))
      : command('PUT', `${path}/${policy}`, region, asLists(said)),
  );
  return remedy([...added, ...others]);
}

/** Calls of Container Service are paths with a JSON body. */
function command(method: string, path: string, region: string, body: Json): string {
  const json = quote(JSON.stringify(body));
  return `aliyun cs ${method} ${quote(path)} --region ${quote(region)} --header Content-Type=application/json --body ${json}`;
}
