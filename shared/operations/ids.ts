import type { AuditEvent } from '../model/event.ts';
import type { IdPath, Touch } from '../model/operation.ts';
import { allSpelledAt, textOf, valuesOf, type Params } from '../model/params.ts';
import type { ResourceKind } from '../model/resource.ts';

/** The last part of ActionTrail's resource type for a kind: `ACS::ECS::Instance`, or `Instance` in older records. */
const REFERENCED: Partial<Record<ResourceKind, string>> = {
  'slb.load-balancer': 'loadbalancer',
  'alb.load-balancer': 'loadbalancer',
  'nlb.load-balancer': 'loadbalancer',
  'ecs.instance': 'instance',
  'ecs.security-group': 'securitygroup',
  'ecs.network-interface': 'networkinterface',
  'ecs.disk': 'disk',
  'ess.scaling-group': 'scalinggroup',
  'nas.file-system': 'filesystem',
  'vpc.vpc': 'vpc',
  'vpc.vswitch': 'vswitch',
  'vpc.eip': 'eipaddress',
  'vpc.nat-gateway': 'natgateway',
  'ram.role': 'role',
  'ram.policy': 'policy',
  'ram.user': 'user',
  'ram.group': 'group',
  'cs.cluster': 'cluster',
};

/** How ids of a kind begin, where one parameter holds ids of several kinds: ARNs of a tag call, an order of anything. */
const PREFIX: Partial<Record<ResourceKind, string>> = {
  'slb.load-balancer': 'lb-',
  'alb.load-balancer': 'alb-',
  'nlb.load-balancer': 'nlb-',
  'alb.server-group': 'sgp-',
  'nlb.server-group': 'sgp-',
  'ecs.instance': 'i-',
  'ecs.security-group': 'sg-',
  'ecs.network-interface': 'eni-',
  'ecs.disk': 'd-',
  'ess.scaling-group': 'asg-',
  'vpc.eip': 'eip-',
  'vpc.nat-gateway': 'ngw-',
};

const LOAD_BALANCERS: readonly ResourceKind[] = ['slb.load-balancer', 'alb.load-balancer', 'nlb.load-balancer'];

/** The ids that a call touches: from its parameters or its answer, else from the resources that the record names. */
export function idsOf(event: AuditEvent, { kind, ids }: Pick<Touch, 'kind' | 'ids'>): readonly string[] {
  const found = new Set(ids.flatMap((path) => at(event, path, kind)));
  return found.size > 0 ? [...found] : referenced(event, kind);
}

/** Whether the call names resources of any kind, where ids of several kinds stand together: then none of this kind is meant. */
export function namesOthers(event: AuditEvent, { ids }: Pick<Touch, 'ids'>): boolean {
  const mixed = ids.filter((path) => path.startsWith('arn:'));
  if (mixed.length === 0) return false;
  return (
    mixed.some((path) => allSpelledAt(event.params, path.slice(4)).length > 0) ||
    Object.values(event.referenced).some((named) => named.length > 0)
  );
}

function at(event: AuditEvent, path: IdPath, kind: ResourceKind): readonly string[] {
  if (path === '@region') return [event.region];
  if (path === '@account') return [event.accountId];
  if (path.startsWith('arn:')) {
    const tails = allSpelledAt(event.params, path.slice(4)).map((arn) => arn.slice(arn.lastIndexOf('/') + 1));
    return tails.filter((tail) => tail.startsWith(PREFIX[kind] ?? ''));
  }
  if (path.includes('/')) return joined(event.params, path.split('/'));
  return path.startsWith('response.') ? allSpelledAt(event.response, path.slice(9)) : allSpelledAt(event.params, path);
}

/** Of each name the values of all its spellings, so that a decoy hides nothing; bounded, as they multiply. */
const MOST_SPELLINGS = 16;

function joined(params: Params, names: readonly string[]): readonly string[] {
  const [firsts = [], ...rest] = names.map((name) => singles(params, name));
  const missing = rest.findIndex((values) => values.length === 0);
  const known = missing < 0 ? rest : rest.slice(0, missing);
  return known.reduce(
    (heads, tails) => heads.flatMap((head) => tails.map((tail) => `${head}/${tail}`)),
    firsts.filter((first) => first !== ''),
  );
}

function singles(params: Params, name: string): readonly string[] {
  const values = valuesOf(params, name).map((value) => textOf({ value }, 'value')?.toLowerCase());
  return [...new Set(values)].filter((value) => value !== undefined).slice(0, MOST_SPELLINGS);
}

function referenced(event: AuditEvent, kind: ResourceKind): readonly string[] {
  const wanted = REFERENCED[kind];
  if (wanted === undefined) return [];
  const matching = Object.entries(event.referenced).filter(
    ([type]) => type.toLowerCase().split('::').at(-1) === wanted,
  );
  return [...new Set(matching.flatMap(([, ids]) => ids))].filter((id) => !isAnother(id, kind));
}

/** Several products have load balancers: the id tells which. */
function isAnother(id: string, kind: ResourceKind): boolean {
  return (
    LOAD_BALANCERS.includes(kind) && LOAD_BALANCERS.some((one) => one !== kind && id.startsWith(PREFIX[one] ?? id))
  );
}
