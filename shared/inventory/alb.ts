import * as z from 'zod';
import { ask, optionalText, tags } from '../cloud/answer.ts';
import type { OwnedResource } from '../model/resource.ts';
import { albServerGroupIds } from './alb-server-group-ids.ts';
import { type Collected, type Collector, joined, listed, part } from './collector.ts';
import { CLUSTER_TAG } from './ecs-marks.ts';
import { isOfCluster, partOf } from './parts.ts';
import { type Asking, byIds, isOwnPolicy, listing, ofBalancer, owners } from './load-balancer-listing.ts';

const surroundings = z.object({
  SecurityGroupIds: z.array(z.string()).nullish(),
  ZoneMappings: z
    .array(z.object({ LoadBalancerAddresses: z.array(z.object({ AllocationId: optionalText })).nullish() }))
    .nullish(),
});
const listener = z.looseObject({
  ListenerId: z.string(),
  LoadBalancerId: z.string(),
  ListenerDescription: optionalText,
  SecurityPolicyId: optionalText,
  Tags: tags,
});
const rule = z.looseObject({ RuleId: z.string(), ListenerId: z.string(), RuleName: optionalText });
const group = z.object({ ServerGroupId: z.string(), ServerGroupName: optionalText });
const script = z.object({ AScriptId: z.string(), ListenerId: z.string(), AScriptName: optionalText });
const acl = z.object({ AclId: z.string(), AclName: optionalText });
const relation = z.object({
  AclId: z.string(),
  RelatedListeners: z.array(z.object({ ListenerId: z.string() })).nullish(),
});

/** A listener of the cluster and the load balancer that it is on. */
interface Mine {
  readonly item: z.infer<typeof listener>;
  readonly whole: OwnedResource;
}

/** What Application Load Balancers of a cluster are made of: listeners, rules, server groups, ACLs, scripts. */
export const albCollector: Collector = {
  name: 'alb',
  permissions: [
    'alb:GetLoadBalancerAttribute',
    'alb:ListListeners',
    'alb:ListRules',
    'alb:ListServerGroups',
    'alb:ListAcls',
    'alb:ListAclRelations',
    'alb:ListAScripts',
  ],
  collect: async (cloud, cluster, deadline, known) => {
    const asking = { cloud, cluster, deadline, product: 'alb' } as const;
    const balancers = known.filter((item) => item.kind === 'alb.load-balancer' && item.parent === undefined);
    if (balancers.length === 0) return { resources: [], complete: true };
    const own = balancers.filter((item) => item.role !== 'reused-load-balancer');
    return joined([
      ...(await Promise.all(own.map((whole) => part(() => readSurroundings(asking, whole))))),
      await part(() => readListeners(asking, balancers)),
    ]);
  },
};

async function readSurroundings(asking: Asking, whole: OwnedResource): Promise<Collected> {
  const { cloud, cluster, deadline } = asking;
  const at = { product: 'alb', action: 'GetLoadBalancerAttribute', region: cluster.region, deadline } as const;
  const read = await ask(cloud, { ...at, params: { LoadBalancerId: whole.id } }, surroundings);
  const addresses = (read.ZoneMappings ?? []).flatMap((zone) => zone.LoadBalancerAddresses ?? []);
  return {
    resources: [
      ...(read.SecurityGroupIds ?? []).map((id) => partOf(cluster, 'alb', whole, 'ecs.security-group', id)),
      ...addresses.flatMap(({ AllocationId: id }) =>
        id === undefined ? [] : [partOf(cluster, 'alb', whole, 'vpc.eip', id)],
      ),
    ],
    complete: true,
  };
}

async function readListeners(asking: Asking, balancers: readonly OwnedResource[]): Promise<Collected> {
  const { cluster } = asking;
  const ids = [...new Set(balancers.map(({ id }) => id))];
  const found = await byIds(asking, 'ListListeners', 'LoadBalancerIds', ids, 'Listeners', listener);
  const mine = found.items.flatMap((item) =>
    ofBalancer(balancers, item.LoadBalancerId)
      .filter((whole) => isClusters(item, whole))
      .map((whole): Mine => ({ item, whole })),
  );
  const resources = mine.flatMap(({ item, whole }) => [
    partOf(cluster, 'alb', whole, 'alb.listener', item.ListenerId, item.ListenerDescription),
    ...(isOwnPolicy(item.SecurityPolicyId)
      ? [partOf(cluster, 'alb', whole, 'alb.security-policy', item.SecurityPolicyId)]
      : []),
  ]);
  const parts = [readRules(asking, mine), readScripts(asking, mine), readAcls(asking, mine)];
  return joined([listed(found, () => []), { resources, complete: true }, ...(await Promise.all(parts))]);
}

/** On a borrowed load balancer, what its tag, its name, or the Ingress controller's way to name listeners tells. */
function isClusters({ ListenerDescription: name, Tags }: Mine['item'], whole: OwnedResource): boolean {
  if (whole.role !== 'reused-load-balancer') return true;
  return (
    Tags.get(CLUSTER_TAG) === whole.clusterId ||
    isOfCluster(name, whole.clusterId) ||
    name?.startsWith('ingress-auto-listener') === true
  );
}

/** Rules of the cluster's listeners, and the server groups to which listeners and rules lead. */
async function readRules(asking: Asking, mine: readonly Mine[]): Promise<Collected> {
  const { cluster } = asking;
  const on = owners(mine, ({ item }) => [item.ListenerId]);
  const rules = await byIds(asking, 'ListRules', 'ListenerIds', [...on.keys()], 'Rules', rule);
  const users = [
    ...mine.map(({ item, whole }) => ({ whole, says: item })),
    ...rules.items.flatMap((says) => (on.get(says.ListenerId) ?? []).map(({ whole }) => ({ whole, says }))),
  ];
  const groups = owners(users, ({ says }) => albServerGroupIds(says));
  const named = await byIds(asking, 'ListServerGroups', 'ServerGroupIds', [...groups.keys()], 'ServerGroups', group);
  return joined([
    listed(rules, ({ RuleId, ListenerId, RuleName }) =>
      (on.get(ListenerId) ?? []).map(({ whole }) => ({
        ...partOf(cluster, 'alb', whole, 'alb.rule', RuleId, RuleName),
        parent: { kind: 'alb.listener', id: ListenerId } as const,
      })),
    ),
    listed(named, ({ ServerGroupId, ServerGroupName }) =>
      (groups.get(ServerGroupId) ?? []).map(({ whole }) =>
        partOf(cluster, 'alb', whole, 'alb.server-group', ServerGroupId, ServerGroupName),
      ),
    ),
  ]);
}

async function readScripts(asking: Asking, mine: readonly Mine[]): Promise<Collected> {
  const on = owners(mine, ({ item }) => [item.ListenerId]);
  const scripts = await byIds(asking, 'ListAScripts', 'ListenerIds', [...on.keys()], 'AScripts', script);
  return listed(scripts, ({ AScriptId, ListenerId, AScriptName }) =>
    (on.get(ListenerId) ?? []).map(({ whole }) => ({
      ...partOf(asking.cluster, 'alb', whole, 'alb.script', AScriptId, AScriptName),
      parent: { kind: 'alb.listener', id: ListenerId } as const,
    })),
  );
}

/** A listing of listeners does not tell their ACLs: the ACLs of the region are asked which listeners use them. */
async function readAcls(asking: Asking, mine: readonly Mine[]): Promise<Collected> {
  if (mine.length === 0) return { resources: [], complete: true };
  const acls = await listing(asking, 'ListAcls', {}, 'Acls', acl);
  const names = new Map(acls.items.map(({ AclId, AclName }) => [AclId, AclName]));
  const relations = await byIds(asking, 'ListAclRelations', 'AclIds', [...names.keys()], 'AclRelations', relation);
  const on = owners(mine, ({ item }) => [item.ListenerId]);
  const used = listed(relations, ({ AclId, RelatedListeners }) =>
    (RelatedListeners ?? []).flatMap(({ ListenerId }) =>
      (on.get(ListenerId) ?? []).map(({ whole }) =>
        partOf(asking.cluster, 'alb', whole, 'alb.acl', AclId, names.get(AclId)),
      ),
    ),
  );
  return joined([listed(acls, () => []), used]);
}
