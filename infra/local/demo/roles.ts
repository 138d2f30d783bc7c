import { principalIdOf } from '../cloud/keys.ts';
import { trustOfServices } from '../cloud/ram/state.ts';
import type { World } from '../cloud/world.ts';
import { EDGE } from './edge-nlb.ts';
import { FOUNDED } from './build/cluster.ts';
import { LEGACY } from './legacy.ts';
import { PROD } from './prod-ids.ts';

/** A role with the look of ACK's that an account may assume: made by hand, to pass as ACK. */
export const FORGED_ROLE = 'AliyunCSOpsRole';

const OF_ACK = [
  'AliyunCSDefaultRole',
  'AliyunCSManagedKubernetesRole',
  'AliyunCSManagedNetworkRole',
  'AliyunCSManagedCsiRole',
  'AliyunCSManagedAutoScalerRole',
  'AliyunCSManagedNlcRole',
  'AliyunCSManagedLogRole',
];
/** What a node may do: look. */
const INSTANCE_POLICY = JSON.stringify({
  Version: '1',
  Statement: [{ Effect: 'Allow', Action: ['ecs:DescribeInstances', 'log:GetProject'], Resource: ['*'] }],
});

const OF_INSTANCES = [PROD.workerRole, LEGACY.workerRole, LEGACY.masterRole, EDGE.workerRole];

/** Puts the roles of the account into RAM: ACK's own, Auto Scaling's, those of the nodes, a forged one. */
export function seedRoles(world: World): void {
  for (const name of OF_ACK) addRole(world, name, trustOfServices('cs.aliyuncs.com'), `${name}Policy`);
  addRole(world, 'AliyunOOSLifecycleHook4CSRole', trustOfServices('oos.aliyuncs.com'));
  addRole(world, 'AliyunServiceRoleForAutoScaling', trustOfServices('ess.aliyuncs.com'));
  for (const name of OF_INSTANCES) addInstanceRole(world, name);
  addRole(world, 'ackwatch', trustOfServices('fc.aliyuncs.com'));
  const anybody = {
    Action: 'sts:AssumeRole',
    Effect: 'Allow',
    Principal: { RAM: [`acs:ram::${world.accountId}:root`] },
  };
  addRole(world, FORGED_ROLE, JSON.stringify({ Statement: [anybody], Version: '1' }), 'AdministratorAccess');
}

/** Puts a role that the nodes of a cluster take on into RAM, with the policy that ACK makes for it. */
export function addInstanceRole(world: World, name: string): void {
  const policyName = name.replace(/^Kubernetes(Worker|Master)Role-/u, 'k8s$1RolePolicy-');
  addRole(world, name, trustOfServices('ecs.aliyuncs.com'), policyName, 'Custom');
  const versions = [{ versionId: 'v1', document: INSTANCE_POLICY }];
  world.ram.policies.set(policyName, { policyName, versions, defaultVersion: 'v1' });
}

function addRole(
  world: World,
  roleName: string,
  trust: string,
  policyName?: string,
  policyType: 'System' | 'Custom' = 'System',
): void {
  const key = roleName.toLowerCase();
  world.ram.roles.set(key, {
    roleName,
    roleId: principalIdOf('3', key),
    description: '',
    assumeRolePolicyDocument: trust,
    createDate: FOUNDED,
    updateDate: FOUNDED,
    maxSessionDuration: 3600,
    policies: new Map(policyName === undefined ? [] : [[policyName, { policyName, policyType }]]),
  });
}
