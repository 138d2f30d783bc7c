import type { AuditEvent } from '../../shared/model/event.ts';
import type { Condition, IdPath, Touch } from '../../shared/model/operation.ts';
import type { ResourceKind } from '../../shared/model/resource.ts';

/** How an id begins where one parameter holds ids of several kinds. */
const BEGINS: Partial<Record<ResourceKind, string>> = {
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

type Tree = Record<string, unknown>;

/** The smallest event that a touch speaks of: one id where the table looks for it, and parameters that meet its condition. */
export function minimalEvent(operation: string, { kind, ids, when }: Touch): AuditEvent {
  const [service = '', action = ''] = operation.split(':');
  const params: Tree = {};
  const response: Tree = {};
  const id = `${BEGINS[kind] ?? ''}1`;
  if (ids[0] !== undefined) name(ids[0], id, params, response);
  if (when !== undefined) meet(when, params);
  const time = new Date('2026-11-24T08:00:00Z');
  return {
    source: 'actiontrail',
    id: 'E-1',
    service,
    action,
    accountId: '1234567890123456',
    region: 'cn-hangzhou',
    eventTime: time,
    receivedAt: time,
    outcome: 'success',
    actor: { type: 'ram-user', name: 'alice' },
    srcEndpoint: {},
    params,
    response,
    referenced: ids.length === 0 ? { [`ACS::X::${nounOf(kind)}`]: [id] } : {},
    raw: {},
  };
}

function name(path: IdPath, id: string, params: Tree, response: Tree): void {
  if (path.startsWith('@')) return;
  if (path.startsWith('arn:')) put(params, path.slice(4).split('.'), `acs:x:cn-hangzhou:1:x/${id}`);
  else if (path.startsWith('response.')) put(response, path.slice(9).split('.'), id);
  else if (path.includes('/')) for (const part of path.split('/')) put(params, [part], id);
  else put(params, path.split('.'), id);
}

function meet(condition: Condition, params: Tree): void {
  if ('present' in condition) put(params, condition.present.split('.'), 'x');
  else if ('equals' in condition) put(params, condition.equals[0].split('.'), condition.equals[1]);
  else if ('oneOf' in condition) put(params, condition.oneOf[0].split('.'), condition.oneOf[1][0]);
  else if ('prefix' in condition) put(params, condition.prefix[0].split('.'), `${condition.prefix[1]}1`);
  else if ('all' in condition) for (const part of condition.all) meet(part, params);
  else if ('any' in condition && condition.any[0] !== undefined) meet(condition.any[0], params);
}

/** A member of a list is put into the first element of that list, as the cloud records it. */
function put(tree: Tree, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    tree[first] ??= value;
    return;
  }
  const [inner] = (tree[first] ??= [{}]) as Tree[];
  if (inner !== undefined) put(inner, rest, value);
}

function nounOf(kind: ResourceKind): string {
  const noun = kind.slice(kind.indexOf('.') + 1);
  return noun.replaceAll(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase());
}
