import { type Permission, PERMISSIONS } from '../../cloud/permissions.ts';
import { CloudError } from '../../errors.ts';
import type { Params } from '../../model/params.ts';
import { CALL_MS, fail, type Line, pass, type Patient, skip, UNKNOWN_CALL } from './check.ts';

/** Nothing has these names: a call that is allowed finds nothing, or says that it does not exist. Every call takes what it knows. */
const NOTHING: Params = {
  LoadBalancerId: 'lb-ackwatchdoctor',
  ListenerPort: 1,
  ListenerProtocol: 'tcp',
  VServerGroupId: 'rsp-ackwatchdoctor',
  MasterSlaveServerGroupId: 'rsp-ackwatchdoctor',
  RuleId: 'rule-ackwatchdoctor',
  DomainExtensionId: 'de-ackwatchdoctor',
  AclId: 'acl-ackwatchdoctor',
  AclIds: ['acl-ackwatchdoctor'],
  ServerGroupId: 'sgp-ackwatchdoctor',
  ListenerId: 'lsn-ackwatchdoctor',
  InstanceId: 'i-ackwatchdoctor',
  SecurityGroupId: 'sg-ackwatchdoctor',
  PrefixListId: 'pl-ackwatchdoctor',
  PortRangeListId: 'prl-ackwatchdoctor',
  AutoProvisioningGroupId: 'apg-ackwatchdoctor',
  CommandId: 'c-ackwatchdoctor',
  NetworkInterfacePermissionId: ['eni-perm-ackwatchdoctor'],
  ScalingGroupId: 'asg-ackwatchdoctor',
  AScriptId: 'as-ackwatchdoctor',
  RoleName: 'ackwatch-doctor-nobody',
  OIDCProviderName: 'ackwatch-doctor-nobody',
  ResourceType: 'instance',
  ResourceId: ['lb-ackwatchdoctor'],
  FileSystemId: 'ackwatchdoctor',
  AccessGroupName: 'ackwatch-doctor',
  NodeId: 'ackwatch-doctor',
  NodeGroupId: 'ackwatch-doctor',
  VpdId: 'vpd-ackwatchdoctor',
  ClusterId: 'ackwatch-doctor',
  MaxResults: 1,
};
/** The same for Log Service, which takes nothing else. */
const NO_PROJECT: Params = {
  project: 'ackwatch-doctor',
  logstore: 'ackwatch-doctor',
  machineGroup: 'ackwatch-doctor',
  configName: 'ackwatch-doctor',
};
const NO_CLUSTER = '/clusters/cackwatchdoctor';
const PATHS: Readonly<Record<string, string>> = {
  DescribeClustersV1: '/api/v1/clusters',
  DescribeClusterDetail: NO_CLUSTER,
  DescribeClusterResources: `${NO_CLUSTER}/resources`,
  DescribeClusterNodePools: `${NO_CLUSTER}/nodepools`,
  DescribeClusterNodes: `${NO_CLUSTER}/nodes`,
  ListClusterAddonInstances: `${NO_CLUSTER}/addon_instances`,
  ListAutoRepairPolicies: `${NO_CLUSTER}/auto_repair_policies`,
};
const REFUSED = /^Forbidden|NoPermission|NotAuthorized|^ErrorClusterForbidden|^AccessDenied|^Unauthorized/u;
const GRANT = 'Deploy infra/ros/account.json again, or attach infra/ram-policy.json to the role.';
const ASK_AGAIN = 'Check the network and the region, and try again.';
const UNANSWERED = /^(?:Timeout|Unreachable|Throttling|ServiceUnavailable)/u;

/** Each permission by a call that can change nothing. A call that is only told that its parameters are wrong was allowed. */
export async function checkPermissions(patient: Patient): Promise<readonly Line[]> {
  const calls = new Map(PERMISSIONS.map((one) => [`${one.product}:${one.action}`, one]));
  const outcomes = await Promise.all(
    [...calls].map(async ([name, one]) => ({ name, code: await tried(one, patient) })),
  );
  const thoseWith = (pattern: RegExp) => outcomes.filter(({ code }) => code !== undefined && pattern.test(code));
  const [refused, unanswered, unknown] = [thoseWith(REFUSED), thoseWith(UNANSWERED), thoseWith(UNKNOWN_CALL)];
  const allowed = outcomes.length - refused.length - unanswered.length - unknown.length;
  const names = unknown.map(({ name }) => name).join(', ');
  return [
    ...(allowed > 0 ? [pass(`permissions: ${allowed} of ${outcomes.length} calls are allowed`)] : []),
    ...refused.map(({ name }) => fail(`permission ${ramActionsOf(name)}: refused`, GRANT)),
    ...unanswered.map(({ name, code }) => fail(`permission ${name}: nobody answered (${code})`, ASK_AGAIN)),
    ...(names === '' ? [] : [skip(`permissions that this region cannot show: ${names}`)]),
  ];
}

/** The code of the refusal; undefined: answered. */
async function tried({ product, action }: Permission, { cloud, account }: Patient): Promise<string | undefined> {
  const path = PATHS[action];
  const where = { product, action, region: account.region, ...(path === undefined ? {} : { path }) };
  const params = product === 'sls' ? NO_PROJECT : path === undefined ? NOTHING : {};
  try {
    await cloud.call({ ...where, params, deadline: Date.now() + CALL_MS });
    return undefined;
  } catch (error) {
    return error instanceof CloudError ? error.code : 'Unreachable';
  }
}

/** Container Service names some actions in RAM otherwise than in its API. */
function ramActionsOf(call: string): string {
  return PERMISSIONS.filter(({ product, action }) => `${product}:${action}` === call)
    .map(({ ramAction }) => ramAction)
    .join(' or ');
}
