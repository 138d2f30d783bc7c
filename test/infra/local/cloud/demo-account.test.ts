import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalCloud, startCloud } from '../../../../infra/local/cloud/server.ts';
import { demoAccount } from '../../../../infra/local/demo/account.ts';
import { FORGED_ROLE } from '../../../../infra/local/demo/roles.ts';
import { parseTrustPolicy } from '../../../../shared/actors/trust-policy.ts';
import type { Cloud } from '../../../../shared/cloud/cloud.ts';
import { openCloud } from '../../../../shared/cloud/openapi.ts';
import { listClusters } from '../../../../shared/inventory/clusters.ts';
import { COLLECTORS } from '../../../../shared/inventory/collect.ts';
import type { OwnedResource, Role } from '../../../../shared/model/resource.ts';

const { world, watcher, prod, legacy, edge, twins } = demoAccount();
const owned: OwnedResource[] = [];
const problems: string[] = [];
let local: LocalCloud;
let cloud: Cloud;

/** Everything that ackwatch's own inventory finds, with the permissions that its policy gives. */
beforeAll(async () => {
  local = await startCloud({ world });
  cloud = openCloud({ endpoint: local.origin, credentials: () => watcher });
  const deadline = Date.now() + 20_000;
  const { items } = await listClusters(cloud, { accountId: world.accountId, region: world.region, deadline });
  for (const cluster of items) {
    const known: OwnedResource[] = [];
    for (const collector of COLLECTORS) {
      const found = await collector.collect(cloud, cluster, deadline, known);
      known.push(...found.resources);
      problems.push(...(found.problems ?? []));
      if (!found.complete) problems.push(`${collector.name} of ${cluster.name} is incomplete`);
    }
    owned.push(...known);
  }
}, 30_000);
afterAll(() => local.stop());

const idsOf = (clusterId: string, role: Role, kind: OwnedResource['kind']) =>
  [
    ...new Set(
      owned
        .filter((item) => item.clusterId === clusterId && item.role === role && item.kind === kind)
        .map((item) => item.id),
    ),
  ].toSorted();

describe('the demo account as the inventory reads it', () => {
  it('is read completely with the generated RAM policy', () => {
    expect(problems).toEqual([]);
    expect(local.calls.filter((call) => call.code !== undefined)).toEqual([]);
  });

  it.each([
    { cluster: prod, nodes: prod.nodes },
    { cluster: legacy, nodes: legacy.nodes },
    { cluster: edge, nodes: edge.nodes },
  ])('has the nodes of $cluster.name', ({ cluster, nodes }) => {
    expect(idsOf(cluster.clusterId, 'node', 'ecs.instance')).toEqual([...nodes]);
  });

  it('has the masters of the dedicated cluster', () => {
    expect(idsOf(legacy.clusterId, 'master', 'ecs.instance')).toEqual([...legacy.masters]);
  });

  it('has the API servers: one CLB, two of a stack, one NLB', () => {
    const { intranet, internet } = legacy.apiServer;

    const role = 'api-server-load-balancer';
    expect(idsOf(prod.clusterId, role, 'slb.load-balancer')).toEqual([prod.apiServer.loadBalancer]);
    expect(idsOf(prod.clusterId, role, 'slb.listener')).toEqual([`${prod.apiServer.loadBalancer}/6443/tcp`]);
    expect(idsOf(legacy.clusterId, role, 'slb.load-balancer')).toEqual([intranet.loadBalancer, internet.loadBalancer]);
    expect(idsOf(edge.clusterId, role, 'nlb.load-balancer')).toEqual([edge.apiServer.loadBalancer]);
  });

  it("owns of the customer's load balancer what the Service put there, and nothing else", () => {
    const { loadBalancer, serviceGroup, servicePort } = prod.shared;
    const under = owned.filter((item) => item.parent?.id === loadBalancer);

    expect(idsOf(prod.clusterId, 'reused-load-balancer', 'slb.load-balancer')).toEqual([loadBalancer]);
    expect(under.map((item) => item.id).toSorted()).toEqual([`${loadBalancer}/${servicePort}/tcp`, serviceGroup]);
  });

  it('has the bounds that ACK demands of each scaling group', () => {
    const facts = owned
      .filter((item) => item.kind === 'ess.scaling-group')
      .map((item) => [item.id, item.facts['minSize'], item.facts['maxSize']]);

    expect(facts).toEqual([
      [prod.general.scalingGroup, 0, 2000],
      [prod.elastic.scalingGroup, 2, 10],
      [legacy.workers.scalingGroup, 0, 2000],
      [edge.workers.scalingGroup, 0, 2000],
    ]);
  });

  it('has security groups with their rules, pod interfaces and volumes', () => {
    expect(idsOf(prod.clusterId, 'node-security-group', 'ecs.security-group-rule')).toContain(prod.rules.dnsFromPods);
    expect(idsOf(edge.clusterId, 'node-security-group', 'ecs.security-group')).toEqual([
      edge.securityGroup,
      edge.ownSecurityGroup,
    ]);
    expect(idsOf(prod.clusterId, 'pod-eni', 'ecs.network-interface')).toEqual([...prod.podInterfaces]);
    expect(idsOf(prod.clusterId, 'node-eni', 'ecs.network-interface')).toHaveLength(prod.nodes.length);
    expect(idsOf(prod.clusterId, 'volume-disk', 'ecs.disk')).toEqual([...prod.volumes]);
  });

  it('has nothing of the look-alikes, whatever their names and tags say', () => {
    const ids = new Set(owned.map((item) => item.id));
    const { vpc: _, listenerPort: __, ...copies } = twins;

    expect(Object.values(copies).filter((id) => ids.has(id))).toEqual([]);
  });

  it('has a trail that tells who made a load balancer, and roles that tell who may act', async () => {
    const ask = (product: 'actiontrail' | 'ram', action: string, params: Record<string, unknown>) =>
      cloud.call({ product, action, region: world.region, params, deadline: Date.now() + 3000 });
    const past = {
      LookupAttribute: [{ Key: 'ResourceName', Value: prod.web.loadBalancer }],
      StartTime: new Date(Date.now() - 30 * 86_400_000).toISOString(),
      EndTime: new Date().toISOString(),
    };

    expect(await ask('actiontrail', 'LookupEvents', past)).toMatchObject({
      Events: [{ eventName: 'CreateLoadBalancer', userIdentity: { type: 'assumed-role' } }],
    });
    const trust = async (RoleName: string) => parseTrustPolicy(await ask('ram', 'GetRole', { RoleName }));
    expect(await trust('aliyuncsdefaultrole')).toEqual({ services: ['cs.aliyuncs.com'], onlyServices: true });
    expect(await trust(FORGED_ROLE)).toMatchObject({ onlyServices: false });
  });
});
