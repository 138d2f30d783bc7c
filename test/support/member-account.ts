import { principalIdOf } from '../../infra/local/cloud/keys.ts';
import { trustOfServices } from '../../infra/local/cloud/ram/state.ts';
import { createWorld, type World } from '../../infra/local/cloud/world.ts';
import { addCluster, FOUNDED } from '../../infra/local/demo/build/cluster.ts';
import { idOf, numberedId } from '../../infra/local/demo/build/ids.ts';
import { addLoadBalancer, backendsOf } from '../../infra/local/demo/build/load-balancer.ts';
import { addNetwork } from '../../infra/local/demo/build/network.ts';
import { addNodePool } from '../../infra/local/demo/build/node-pool.ts';
import { addWorker } from '../../infra/local/demo/build/node.ts';
import { addNodeSecurityGroup, nodeRules } from '../../infra/local/demo/build/security-group.ts';
import policy from '../../infra/ram-policy.json' with { type: 'json' };

/** The account that the stand-in has unless a test says otherwise. */
export const WATCHING = '1234567890123456';
export const MEMBER = '1000000000000002';

/** Ids of the managed cluster `shop` in the member account. */
export const SHOP = {
  clusterId: 'c7a2e90d5b1f84c36a0e4d9f2c81b5073',
  loadBalancer: idOf('lb', 'shopapi'),
  group: idOf('rsp', 'shopapi'),
  workerRole: 'KubernetesWorkerRole-7a2e90d5-b1f8-4c36-a0e4-d9f2c81b5073',
  nodes: [1, 2].map((number) => numberedId('i', 'shopworker', number)),
} as const;

/** What `infra/ros/member.json` makes in it: who may assume the role. */
export const READER_TRUST = JSON.stringify({
  Statement: [
    { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { RAM: [`acs:ram::${WATCHING}:role/ackwatch`] } },
  ],
  Version: '1',
});

/** A member account with one cluster, ACK's roles and the role of `infra/ros/member.json`. */
export function memberWorld(): World {
  const world = createWorld({ accountId: MEMBER });
  const cluster = addCluster(world, {
    id: SHOP.clusterId,
    name: 'shop',
    type: 'ManagedKubernetes',
    vpcId: idOf('vpc', 'shop'),
    vswitchIds: [idOf('vsw', 'shop')],
    securityGroupId: idOf('sg', 'shopnodes'),
    workerRoleName: SHOP.workerRole,
    podCidr: '10.9.128.0/17',
    apiServer: [{ loadBalancerId: SHOP.loadBalancer, endpoint: '10.9.0.2', endpointType: 'intranet' }],
  });
  addNetwork(world, cluster, '10.9.0.0/16');
  addNodeSecurityGroup(world, cluster, nodeRules('shop'), '10.9.0.0/16');
  const pool = addNodePool(world, cluster, {
    id: 'np2f81c06d9b35e74a',
    name: 'default-nodepool',
    scalingGroupId: idOf('asg', 'shopworkers'),
    isDefault: true,
  });
  SHOP.nodes.forEach((instanceId, at) => addWorker(world, cluster, pool, instanceId, `10.9.0.${at + 11}`));
  const backends = backendsOf(SHOP.nodes, 6443);
  addLoadBalancer(world, { LoadBalancerId: SHOP.loadBalancer, VpcId: cluster.vpcId }, [
    { port: 6443, name: 'apiserver', groupId: SHOP.group, backends },
  ]);
  addRole(world, 'AliyunCSManagedKubernetesRole', trustOfServices('cs.aliyuncs.com'));
  addRole(world, SHOP.workerRole, trustOfServices('ecs.aliyuncs.com'));
  addRole(world, 'ackwatch-reader', READER_TRUST, 'ackwatch-read');
  const versions = [{ versionId: 'v1', document: JSON.stringify(policy) }];
  world.ram.policies.set('ackwatch-read', { policyName: 'ackwatch-read', versions, defaultVersion: 'v1' });
  return world;
}

/** Somebody changes the trust policy of a role in an account; the role is spelled as RAM shows it. */
export function setTrust(world: World, roleName: string, trust: string): void {
  const role = world.ram.roles.get(roleName.toLowerCase());
  if (role === undefined) throw new Error(`Expected the role ${roleName} in the account ${world.accountId}`);
  role.assumeRolePolicyDocument = trust;
}

function addRole(world: World, roleName: string, trust: string, policyName?: string): void {
  const key = roleName.toLowerCase();
  world.ram.roles.set(key, {
    roleName,
    roleId: principalIdOf('3', key),
    description: '',
    assumeRolePolicyDocument: trust,
    createDate: FOUNDED,
    updateDate: FOUNDED,
    maxSessionDuration: 3_600,
    policies: new Map(policyName === undefined ? [] : [[policyName, { policyName, policyType: 'Custom' }]]),
  });
}
