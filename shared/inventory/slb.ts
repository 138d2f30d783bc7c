import { byNextToken } from '../cloud/paging.ts';
import { slbClient, type SlbClient } from '../cloud/slb.ts';
import type { Cluster, OwnedResource, ResourceKind } from '../model/resource.ts';
import { type Collected, type Collector, joined, ownedBy, part } from './collector.ts';
import { isOfCluster, partRole } from './parts.ts';

const LISTENERS_PER_PAGE = 100;
/** The cloud's own TLS policies: nobody can change them. */
const BUILT_IN_POLICY = 'tls_cipher_policy';

/** What load balancers of a cluster are made of: listeners, their rules and certificates, server groups, ACLs. */
export const slbCollector: Collector = {
  name: 'slb',
  permissions: [
    'slb:DescribeLoadBalancerListeners',
    'slb:DescribeVServerGroups',
    'slb:DescribeMasterSlaveServerGroups',
    'slb:DescribeRules',
    'slb:DescribeDomainExtensions',
  ],
  collect: async (cloud, cluster, deadline, known) => {
    const slb = slbClient(cloud, cluster.region, deadline);
    const owned = known.filter((item) => item.kind === 'slb.load-balancer' && item.parent === undefined);
    const parts = owned.flatMap((lb) => [
      part(() => readListeners(slb, cluster, lb)),
      part(() => readVServerGroups(slb, cluster, lb)),
      part(() => readMasterSlaveGroups(slb, cluster, lb)),
    ]);
    return joined(await Promise.all(parts));
  },
};

async function readListeners(slb: SlbClient, cluster: Cluster, lb: OwnedResource): Promise<Collected> {
  const listing = await byNextToken(async (nextToken) => {
    const request = { loadBalancerId: [lb.id], maxResults: LISTENERS_PER_PAGE, nextToken };
    const { body } = await slb.describeLoadBalancerListeners(request);
    return { items: body.listeners, nextToken: body.nextToken ?? undefined };
  });
  const mine = listing.items.flatMap((item) => {
    const { listenerPort: port, listenerProtocol: protocol, description } = item;
    const listener = childOf(cluster, lb, 'slb.listener', listenerId(lb.id, port, protocol), description);
    return listener.length === 0 ? [] : [{ item, port, protocol: protocol.toLowerCase(), listener }];
  });
  const resources = mine.flatMap(({ item, listener }) => [
    ...listener,
    ...companions(item).map(([kind, id]) =>
      ownedBy(cluster, 'slb', kind, id, partRole(lb), { parent: { kind: lb.kind, id: lb.id } }),
    ),
  ]);
  const web = mine.filter(({ protocol }) => protocol === 'http' || protocol === 'https');
  const rules = await Promise.all(
    web.map(({ port, protocol }) => part(() => readRules(slb, cluster, lb, port, protocol))),
  );
  const problems = listing.problem === undefined ? [] : [listing.problem];
  return joined([{ resources, complete: listing.complete, problems }, ...rules]);
}

/** ACLs, certificates and cipher policies that a listener uses: they may be shared with other listeners. */
function companions(item: Readonly<Record<string, unknown>>): readonly (readonly [ResourceKind, string])[] {
  const https = isFields(item['hTTPSListenerConfig']) ? item['hTTPSListenerConfig'] : {};
  const named = (value: unknown): readonly string[] =>
    (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => (typeof one === 'string' ? one.split(',') : []));
  const all: readonly (readonly [ResourceKind, readonly string[]])[] = [
    ['slb.acl', [...named(item['aclIds']), ...named(item['aclId'])]],
    ['slb.certificate', [...named(https['serverCertificateId']), ...named(https['cACertificateId'])]],
    ['slb.tls-policy', named(https['tLSCipherPolicy']).filter((id) => !id.startsWith(BUILT_IN_POLICY))],
  ];
  return all.flatMap(([kind, ids]) => [...new Set(ids)].filter((id) => id !== '').map((id) => [kind, id] as const));
}

async function readRules(
  slb: SlbClient,
  cluster: Cluster,
  lb: OwnedResource,
  listenerPort: number,
  listenerProtocol: string,
): Promise<Collected> {
  const request = { loadBalancerId: lb.id, listenerPort, listenerProtocol };
  const parent = { kind: 'slb.listener', id: listenerId(lb.id, listenerPort, listenerProtocol) } as const;
  const child = (kind: ResourceKind, id: string, name: string | null | undefined): OwnedResource =>
    ownedBy(cluster, 'slb', kind, id, partRole(lb), { parent, ...(name ? { name } : {}) });
  const rules = (await slb.describeRules(request)).body.rules.rule;
  const domains =
    listenerProtocol === 'https'
      ? (await slb.describeDomainExtensions(request)).body.domainExtensions.domainExtension
      : [];
  const resources = [
    ...rules.map((rule) => child('slb.rule', rule.ruleId, rule.ruleName)),
    ...domains.map((one) => child('slb.domain-extension', one.domainExtensionId, one.domain)),
    ...domains.flatMap(({ serverCertificateId: id }) => (id ? [child('slb.certificate', id, undefined)] : [])),
  ];
  return { resources, complete: true };
}

async function readVServerGroups(slb: SlbClient, cluster: Cluster, lb: OwnedResource): Promise<Collected> {
  const { body } = await slb.describeVServerGroups({ loadBalancerId: lb.id });
  const resources = body.vServerGroups.vServerGroup.flatMap((group) =>
    childOf(cluster, lb, 'slb.vserver-group', group.vServerGroupId, group.vServerGroupName),
  );
  return { resources, complete: true };
}

async function readMasterSlaveGroups(slb: SlbClient, cluster: Cluster, lb: OwnedResource): Promise<Collected> {
  const { body } = await slb.describeMasterSlaveServerGroups({ loadBalancerId: lb.id });
  const resources = body.masterSlaveServerGroups.masterSlaveServerGroup.flatMap((group) =>
    childOf(cluster, lb, 'slb.master-slave-group', group.masterSlaveServerGroupId, group.masterSlaveServerGroupName),
  );
  return { resources, complete: true };
}

function childOf(
  cluster: Cluster,
  lb: OwnedResource,
  kind: ResourceKind,
  id: string,
  name: string | null | undefined,
): readonly OwnedResource[] {
  if (lb.role === 'reused-load-balancer' && !isOfCluster(name, cluster.id)) return [];
  const parent = { kind: lb.kind, id: lb.id };
  return [ownedBy(cluster, 'slb', kind, id, partRole(lb), { parent, ...(name ? { name } : {}) })];
}

/** `lb-…/port/protocol`, as a listener is written here. */
export function listenerId(loadBalancer: string, port: number, protocol: string): string {
  return `${loadBalancer}/${port}/${protocol.toLowerCase()}`;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
