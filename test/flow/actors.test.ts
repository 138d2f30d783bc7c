import { describe, expect, it } from 'vitest';
import type { Key } from '../../infra/local/cloud/keys.ts';
import { trustOfServices } from '../../infra/local/cloud/ram/state.ts';
import { freshDatabase } from '../support/database.ts';
import { afterTheLook, aWatchedAccount, short } from './watched-account.ts';

type Account = Awaited<ReturnType<typeof aWatchedAccount>>;
type Call = Parameters<Account['unplayed']>[1];

const MINUTE_MS = 60_000;
const slb = (action: string, params: object) => call('Slb', '2014-05-15', action, params);
const ecs = (action: string, params: object) => call('Ecs', '2014-05-26', action, params);
const ess = (action: string, params: object) => call('Ess', '2014-08-28', action, params);
const cs = (action: string, params: object) => call('CS', '2015-12-15', action, params);
const vpc = (action: string, params: object) => call('Vpc', '2016-04-28', action, params);

function call(serviceName: string, version: string, action: string, params: object): Call {
  return { serviceName, version, action, params: { ...params } };
}

/** A session of a role that exists and that only this service may take on. */
function session({ account }: Account, RoleName: string, service = 'cs.aliyuncs.com'): Key {
  const params = { RoleName, AssumeRolePolicyDocument: trustOfServices(service) };
  if (!account.ram.roles.has(RoleName.toLowerCase())) {
    account.act(account.actors.root(), { product: 'ram', action: 'CreateRole', params });
  }
  return account.keys.session(RoleName.toLowerCase(), 'any-session', { sourceIp: '100.104.12.7' });
}

describe('what ACK does by itself is silent', () => {
  it.each<[flow: string, by: (account: Account) => Key, call: (account: Account) => Call]>([
    [
      'the cloud controller manager moves backends of a Service',
      ({ account, prod }) => account.actors.cloudController(prod.clusterId),
      ({ prod }) => slb('AddVServerGroupBackendServers', { VServerGroupId: prod.web.group }),
    ],
    [
      'the control service changes the load balancer of the API server',
      ({ account }) => account.actors.ack(),
      ({ prod }) =>
        slb('SetLoadBalancerTCPListenerAttribute', { LoadBalancerId: prod.apiServer.loadBalancer, ListenerPort: 6443 }),
    ],
    [
      'the node pool life cycle replaces the system disk of a node',
      (account) => session(account, 'AliyunCSManagedNlcRole'),
      ({ prod }) => ecs('ReplaceSystemDisk', { InstanceId: prod.nodes[0] }),
    ],
    [
      'the node pool life cycle runs a command on a node',
      (account) => session(account, 'AliyunCSManagedNlcRole'),
      ({ prod }) => ecs('RunCommand', { 'InstanceId.1': prod.nodes[0], CommandContent: 'kubeadm upgrade node' }),
    ],
    [
      'the service-linked role of Container Service deletes a node',
      (account) => session(account, 'AliyunServiceRoleForContainerService'),
      ({ prod }) => ecs('DeleteInstance', { InstanceId: prod.nodes[0] }),
    ],
    [
      'the webhook injector opens the security group of the nodes',
      (account) => session(account, 'AliyunCSManagedWebhookInjectorRole'),
      ({ prod }) => ecs('AuthorizeSecurityGroup', { SecurityGroupId: prod.securityGroup, SourceCidrIp: '10.0.0.0/8' }),
    ],
    [
      'the autoscaler takes an instance out of the group',
      ({ account }) => account.actors.autoscaler(),
      ({ prod }) =>
        ess('RemoveInstances', { ScalingGroupId: prod.elastic.scalingGroup, 'InstanceId.1': prod.nodes[4] }),
    ],
    [
      'Terway detaches the network interface of a pod',
      ({ account }) => account.actors.terway(),
      ({ prod }) => ecs('DetachNetworkInterface', { NetworkInterfaceId: prod.podInterfaces[0] }),
    ],
    [
      'CSI moves a volume',
      ({ account }) => account.actors.csi(),
      ({ prod }) => ecs('DetachDisk', { DiskId: prod.volumes[0], InstanceId: prod.nodes[0] }),
    ],
    [
      'the route controller adds a route',
      ({ account, prod }) => account.actors.cloudController(prod.clusterId),
      () => vpc('CreateRouteEntry', { RouteTableId: 'vtb-1', DestinationCidrBlock: '10.1.1.0/24' }),
    ],
    [
      'the control service takes a policy off the role of the workers',
      ({ account }) => account.actors.ack(),
      ({ prod }) => call('Ram', '2015-05-01', 'DetachPolicyFromRole', { RoleName: prod.workerRole, PolicyName: 'x' }),
    ],
  ])('%s', async (_, by, callOf) => {
    const account = await aWatchedAccount();

    const outcome = await account.take(account.unplayed(by(account), callOf(account)));

    expect(short(outcome)).toEqual(['ack-itself']);
  });

  it('a master of a dedicated cluster runs the cloud controller manager, from its own address', async () => {
    const { account, legacy, take, unplayed } = await aWatchedAccount();
    const at = (address: string) => account.actors.instance(legacy.masterRole, legacy.masters[0] ?? '', address);
    const change = slb('RemoveBackendServers', { LoadBalancerId: legacy.mail.loadBalancer });

    const outcome = await take(
      ['10.2.0.5', '203.0.113.9', '100.100.2.136', '10.2.0.99'].flatMap((address) => unplayed(at(address), change)),
    );

    expect(short(outcome).toSorted()).toEqual([
      'ack-itself',
      'ack-itself',
      'ack-itself',
      'finding network.service-load-balancer-changed',
    ]);
    expect(outcome.findings[0]).toMatchObject({
      actor: { standing: 'suspect' },
      srcEndpoint: { address: '10.2.0.99' },
    });
  });
});

describe('one deed and its echoes', () => {
  it('a person takes an instance out of the group: told once, for the person', async () => {
    const account = await aWatchedAccount({ databaseUrl: await freshDatabase() });
    const { take, deed, unplayed, alice, prod, store } = account;
    const [node] = prod.elastic.nodes;
    const hook = session(account, 'AliyunOOSLifecycleHook4CSRole', 'oos.aliyuncs.com');
    const params = { ScalingGroupId: prod.elastic.scalingGroup, 'InstanceId.1': node };
    const records = [
      ...deed(alice, { product: 'ess', action: 'RemoveInstances', params }),
      ...unplayed(hook, cs('DeleteClusterNodes', { ClusterId: prod.clusterId, nodes: ['a'] })),
      ...unplayed(hook, ess('CompleteLifecycleAction', { ScalingGroupId: prod.elastic.scalingGroup })),
    ];

    const outcome = await take(records);

    expect(short(outcome)).toEqual(['finding cluster.node-released', 'echo', 'echo', 'not-risky']);
    expect(outcome.findings[0]).toMatchObject({ actor: { name: 'alice', standing: 'outsider' } });
    const [finding] = outcome.findings;
    const echoes = finding === undefined ? [] : await store.echoesOf(finding, 10 * MINUTE_MS);
    expect(new Set(echoes.map(({ operation }) => operation))).toEqual(
      new Set(['Ecs:DeleteInstances', 'CS:DeleteClusterNodes']),
    );
  });

  it('a person releases a node of a pool with a wanted size: the replacement is no second incident, and is known', async () => {
    const { account, take, deed, alice, prod, store } = await aWatchedAccount();
    const [node = ''] = prod.general.nodes;
    const replace = {
      product: 'ecs',
      action: 'RunInstances',
      params: {
        ImageId: 'aliyun_3_x64_20G_alibase_20260211.vhd',
        InstanceType: 'ecs.g7.xlarge',
        SecurityGroupId: prod.securityGroup,
        VSwitchId: account.ecs.instances.get(node)?.VSwitchId,
        'Tag.1.Key': 'ack.aliyun.com',
        'Tag.1.Value': prod.clusterId,
      },
    };

    const released = deed(alice, {
      product: 'ecs',
      action: 'DeleteInstance',
      params: { InstanceId: node, Force: 'true' },
    });
    const replaced = deed(account.actors.autoscaling(), replace);
    const outcome = await take([...released, ...replaced]);

    expect(short(outcome)).toEqual(['finding cluster.node-released', 'echo']);
    const made = Object.values(replaced[0]?.referencedResources ?? {}).flat();
    const owners = await store.ownersOf(account.accountId, made);
    expect([...owners.values()].flat().map(({ kind, role }) => `${kind} ${role}`)).toContain('ecs.instance node');
  });

  it.each(['as it happened', 'in reverse'])(
    "a pool scaled in ACK's console is silent on both layers, %s",
    async (order) => {
      const { take, deed, alice, prod } = await aWatchedAccount();
      const params = { ClusterId: prod.clusterId, NodepoolId: prod.general.pool, count: 1 };
      const records = deed(alice, { product: 'cs', action: 'ScaleClusterNodePool', params });

      const outcome = await take(order === 'in reverse' ? records.toReversed() : records);

      expect(outcome.findings).toEqual([]);
      expect(new Set(short(outcome))).toEqual(new Set(['approved', 'ack-itself']));
    },
  );

  it('nodes removed in the console of an auto-scaling pool: the act itself is a row, what follows is silent', async () => {
    const { take, deed, alice, prod } = await aWatchedAccount();
    const pool = { ClusterId: prod.clusterId, NodepoolId: prod.elastic.pool };
    const params = { ...pool, instance_ids: [prod.elastic.nodes[0]], release_node: true };

    const outcome = await take(deed(alice, { product: 'cs', action: 'RemoveNodePoolNodes', params }));

    expect(short(outcome)).toEqual(['finding node-pool.scaled-by-hand', 'ack-itself', 'echo']);
  });

  it('the cloud controller manager writes a listener back: the remedy is no deed', async () => {
    const { account, take, deed, alice, prod } = await aWatchedAccount();
    const change = (Scheduler: string) => ({
      product: 'slb',
      action: 'SetLoadBalancerHTTPSListenerAttribute',
      params: { LoadBalancerId: prod.ingress.loadBalancer, ListenerPort: '443', Scheduler },
    });
    const tcp = (key: Key, Scheduler: string) =>
      deed(key, { ...change(Scheduler), action: 'SetLoadBalancerTCPListenerAttribute' });

    const byHand = await take(tcp(alice, 'wlc'));
    const back = await take(tcp(account.actors.cloudController(prod.clusterId), 'wrr'));

    expect(short(byHand)).toEqual(['finding network.service-load-balancer-changed']);
    expect(short(back)).toEqual(['ack-itself']);
  });
});

describe('who only looks like ACK', () => {
  const listener = ({ prod }: Account) =>
    slb('SetLoadBalancerTCPListenerAttribute', {
      LoadBalancerId: prod.apiServer.loadBalancer,
      ListenerPort: 6443,
      Bandwidth: 1,
    });

  it.each<[who: string, standing: string, by: (account: Account) => Key]>([
    ['root in the console, from Internal', 'outsider', ({ account }) => account.keys.root({ sourceIp: 'Internal' })],
    [
      'a person with the user agent of the cloud controller manager',
      'outsider',
      ({ account, prod }) => account.keys.user('eve', { userAgent: `ack.ccm/v2 ClusterId/${prod.clusterId}` }),
    ],
    [
      'a role that sounds like ACK’s and that the account may take on',
      'suspect',
      ({ account }) => account.keys.session('AliyunCSOpsRole', 'cs-provision-role-1'),
    ],
    [
      'a role called like ACK’s that does not exist',
      'suspect',
      ({ account }) => account.keys.session('aliyuncsfancyrole', 'cs-provision-role-1'),
    ],
    [
      'a role of another account',
      'outsider',
      ({ account }) => account.keys.session('admin', 'cs', { playerUid: '1987654321098765' }),
    ],
    [
      'the role of the workers',
      'suspect',
      ({ account, prod }) => account.actors.instance(prod.workerRole, prod.nodes[0] ?? ''),
    ],
    [
      'the master of another cluster',
      'suspect',
      ({ account, legacy }) => account.actors.instance(legacy.masterRole, legacy.masters[0] ?? '', '10.2.0.5'),
    ],
    ['Terway’s role, of which that is none of the business', 'suspect', ({ account }) => account.actors.terway()],
  ])('%s is told as %s', async (_, standing, by) => {
    const account = await aWatchedAccount();

    const { findings } = await account.take(account.unplayed(by(account), listener(account)));

    expect(findings).toMatchObject([{ rows: expect.arrayContaining(['R02']) as string[], actor: { standing } }]);
  });

  it('a role of ACK whose trust policy somebody edited is believed no longer', async () => {
    const account = await aWatchedAccount({ databaseUrl: await freshDatabase() });
    const { take, deed, unplayed, alice, prod, legacy, edge, account: world, store, local } = account;
    const anybody = { RAM: [`acs:ram::${world.accountId}:root`] };
    const document = { Version: '1', Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: anybody }] };
    const params = { RoleName: 'AliyunCSDefaultRole', NewAssumeRolePolicyDocument: JSON.stringify(document) };

    const before = await take(unplayed(world.actors.ack(), listener(account)));
    const edited = await take(deed(alice, { product: 'ram', action: 'UpdateRole', params }));
    const distrusted = await store.trustOf(world.accountId, ['aliyuncsdefaultrole']);
    local.calls.length = 0;
    const after = await take(unplayed(world.actors.ack(), listener(account)));

    expect(short(before)).toEqual(['ack-itself']);
    expect(edited.findings.map(({ cluster }) => cluster.id).toSorted()).toEqual(
      [prod, legacy, edge].map(({ clusterId }) => clusterId).toSorted(),
    );
    expect(edited.findings[0]).toMatchObject({ rows: ['R23'], severity: 'high' });
    expect(distrusted).toEqual([]);
    expect(after.findings).toMatchObject([
      { rule: 'cluster.api-server-forwarding-changed', actor: { standing: 'suspect' } },
    ]);
    expect(local.calls.filter(({ action }) => action === 'GetRole')).toHaveLength(1);
  });
});

describe('whose it is, and how often it is told', () => {
  it('a batch over two clusters is one finding for each', async () => {
    const { take, unplayed, alice, prod, legacy } = await aWatchedAccount();
    const params = { 'InstanceId.1': prod.nodes[0], 'InstanceId.2': legacy.nodes[0] };

    const { findings } = await take(unplayed(alice, ecs('DeleteInstances', params)));

    const told = findings.map(({ cluster, resources }) => [cluster.id, resources.map(({ id }) => id)]);
    expect(new Map(told as [string, string[]][])).toEqual(
      new Map([
        [prod.clusterId, [prod.nodes[0]]],
        [legacy.clusterId, [legacy.nodes[0]]],
      ]),
    );
  });

  it('a security group that two clusters share is told to both', async () => {
    const { account, take, look, unplayed, alice, prod, edge } = await aWatchedAccount();
    const [pool] = account.cs.clusters.get(edge.clusterId)?.nodePools.values() ?? [];
    if (pool !== undefined) {
      const shared = { ...pool, securityGroupIds: [prod.securityGroup] };
      account.cs.clusters.get(edge.clusterId)?.nodePools.set(pool.id, shared);
    }
    await look();

    const { findings } = await take(
      unplayed(alice, ecs('DeleteSecurityGroup', { SecurityGroupId: prod.securityGroup })),
    );

    expect(new Set(findings.map(({ cluster }) => cluster.id))).toEqual(new Set([prod.clusterId, edge.clusterId]));
  });

  it('the untagged load balancer of a dedicated API server is one all the same', async () => {
    const { take, unplayed, alice, legacy } = await aWatchedAccount();
    const params = { LoadBalancerId: legacy.apiServer.intranet.loadBalancer };

    const { findings } = await take(unplayed(alice, slb('DeleteLoadBalancer', params)));

    expect(findings).toMatchObject([{ rows: expect.arrayContaining(['R03']) as string[], severity: 'critical' }]);
  });

  it('a Network Load Balancer in front of an API server is one too', async () => {
    const { take, unplayed, alice, edge } = await aWatchedAccount();
    const deletion = call('Nlb', '2022-04-30', 'DeleteLoadBalancer', { LoadBalancerId: edge.apiServer.loadBalancer });

    const { findings } = await take(unplayed(alice, deletion));

    expect(findings).toMatchObject([{ rows: expect.arrayContaining(['R03']) as string[] }]);
  });

  it('an instance of a pool that has not joined yet is a node already', async () => {
    const { account, take, look, unplayed, alice, prod } = await aWatchedAccount();
    const id = prod.elastic.nodes[0] ?? '';
    account.cs.clusters.get(prod.clusterId)?.nodes.delete(id);
    await look();

    const { findings } = await take(unplayed(alice, ecs('StopInstance', { InstanceId: id })));

    expect(findings).toMatchObject([{ resources: [{ id, role: 'node' }] }]);
  });

  it.each(['DeleteClusterNodes', 'RemoveClusterNodes'])('Container Service may call it %s', async (action) => {
    const { take, unplayed, alice, prod } = await aWatchedAccount();

    const outcome = await take(unplayed(alice, cs(action, { ClusterId: prod.clusterId, nodes: ['a'] })));

    expect(short(outcome)).toEqual(['finding node-pool.scaled-by-hand']);
  });

  it('ACK’s own bounds on a pool without auto scaling are put back, not broken', async () => {
    const { account, take, look, deed, alice, prod } = await aWatchedAccount();
    const bounds = (MinSize: number, MaxSize: number) => ({
      product: 'ess',
      action: 'ModifyScalingGroup',
      params: { ScalingGroupId: prod.general.scalingGroup, MinSize: String(MinSize), MaxSize: String(MaxSize) },
    });

    const lowered = await take(deed(alice, bounds(1, 5)));
    await look();
    const back = await take(afterTheLook(deed(account.actors.user('bob'), bounds(0, 2000))));

    expect([...short(lowered), ...short(back)]).toEqual(['finding node-pool.bounds-changed', 'restores']);
  });

  it('what is left of a cluster that could not be deleted is cleaned up: low', async () => {
    const { account, take, look, unplayed, alice, prod } = await aWatchedAccount();
    const cluster = account.cs.clusters.get(prod.clusterId);
    if (cluster !== undefined) cluster.state = 'delete_failed';
    await look();

    const { findings } = await take(
      unplayed(alice, slb('DeleteLoadBalancer', { LoadBalancerId: prod.apiServer.loadBalancer })),
    );

    expect(findings[0]?.notes.join()).toContain('on its way out (delete_failed)');
    expect(findings).toMatchObject([{ severity: 'low', rows: expect.arrayContaining(['R03']) as string[] }]);
  });

  it('an event of another account is nobody’s here', async () => {
    const { take, unplayed, alice, prod } = await aWatchedAccount();
    const records = unplayed(alice, ecs('DeleteInstance', { InstanceId: prod.nodes[0] }));

    const outcome = await take(records.map((record) => ({ ...record, recipientAccountId: '1999999999999999' })));

    expect(outcome.findings).toEqual([]);
  });
});
