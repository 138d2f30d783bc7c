import { describe, expect, it } from 'vitest';
import type { Cloud } from '../../shared/cloud/cloud.ts';
import { same } from '../../shared/inspection/content.ts';
import { observe } from '../../shared/inspection/observe.ts';
import { allReaders } from '../../shared/inspection/readers.ts';
import { parseCommand } from '../../shared/inspection/restore/parse-command.ts';
import type { Comparison, Snapshot } from '../../shared/model/change.ts';
import type { AuditEvent } from '../../shared/model/event.ts';
import type { OwnedResource } from '../../shared/model/resource.ts';
import { decode } from '../../shared/sources/actiontrail/decode.ts';
import { inspect } from '../../shared/steps/inspect.ts';
import { screen } from '../../shared/steps/screen.ts';
import type { Part } from '../../shared/steps/steps.ts';
import { ALB_DEEDS, BALANCER_PARTS_LOST, BALANCERS_LOST, EIP_DEEDS, NLB_DEEDS } from './round-trip-balancer-deeds.ts';
import { englishOnly } from './in-every-language.ts';
import { LINGJUN_DEEDS, LINGJUN_LOST, LINGJUN_REMADE } from './round-trip-lingjun.ts';
import { type Deed, NETWORK_DEEDS, NETWORK_REMADE } from './round-trip-network.ts';
import { STORAGE_DEEDS, STORAGE_PARTS, STORAGE_REMADE } from './round-trip-storage.ts';
import { aClusterInTheCloud, OWNED } from './round-trip-world.ts';
import { aStore } from './simple-store.ts';

const READERS = await allReaders();
const readerOf = (kind: string, aspect: string) =>
  READERS.find((reader) => reader.kind === kind && reader.aspect === aspect);

const LISTENER = { LoadBalancerId: 'lb-1', ListenerPort: 6443 };
const HTTP = { LoadBalancerId: 'lb-1', ListenerPort: 80 };
const HTTPS = { LoadBalancerId: 'lb-1', ListenerPort: 443 };
const LB = { LoadBalancerId: 'lb-1' };
const OF_LB = { ResourceType: 'instance', 'ResourceId.1': 'lb-1' };
const GROUP = { SecurityGroupId: 'sg-1' };
const POD = { NetworkInterfaceId: 'eni-pod' };
const RRSA = { OIDCProviderName: 'ack-rrsa-c1' };
const ASG = { ScalingGroupId: 'asg-1' };
const servers = (...list: object[]): string => JSON.stringify(list);

const DEEDS: readonly Deed[] = [
  ['slb:SetLoadBalancerTCPListenerAttribute', { ...LISTENER, AclStatus: 'off' }],
  ['slb:SetLoadBalancerTCPListenerAttribute', { ...LISTENER, AclType: 'black' }],
  [
    'slb:SetLoadBalancerTCPListenerAttribute',
    { ...LISTENER, Scheduler: 'wlc', Bandwidth: 5, Description: "mine'; rm -rf ~ #" },
  ],
  ['slb:SetLoadBalancerTCPListenerAttribute', { ...LISTENER, VServerGroup: 'on', VServerGroupId: 'rsp-2' }],
  ['slb:SetLoadBalancerTCPListenerAttribute', { ...LISTENER, VServerGroup: 'off', BackendServerPort: 80 }],
  ['slb:SetLoadBalancerTCPListenerAttribute', { ...LISTENER, HealthCheckSwitch: 'off', HealthyThreshold: 10 }],
  [
    'slb:SetLoadBalancerTCPListenerAttribute',
    { ...LISTENER, EstablishedTimeout: 10, PersistenceTimeout: 100, SynProxy: 'disable' },
  ],
  [
    'slb:SetLoadBalancerUDPListenerAttribute',
    { ...LB, ListenerPort: 53, HealthCheckReq: 'no', HealthCheckInterval: 50 },
  ],
  [
    'slb:SetLoadBalancerHTTPListenerAttribute',
    { ...HTTP, StickySession: 'off', Gzip: 'off', XForwardedFor_proto: 'on' },
  ],
  ['slb:SetLoadBalancerHTTPListenerAttribute', { ...HTTP, HealthCheckURI: '/', IdleTimeout: 60, RequestTimeout: 180 }],
  [
    'slb:SetLoadBalancerHTTPSListenerAttribute',
    { ...HTTPS, ServerCertificateId: 'cert-9', TLSCipherPolicy: 'tls_cipher_policy_1_2', EnableHttp2: 'off' },
  ],
  ['slb:StopLoadBalancerListener', { ...LISTENER, ListenerProtocol: 'tcp' }],
  ['slb:DeleteLoadBalancerListener', { ...LISTENER, ListenerProtocol: 'tcp' }],
  ['slb:DeleteLoadBalancerListener', { ...LB, ListenerPort: 53 }],
  ['slb:DeleteLoadBalancerListener', { ...HTTP, ListenerProtocol: 'http' }],
  ['slb:CreateLoadBalancerTCPListener', { ...LB, ListenerPort: 9999, Bandwidth: -1, VServerGroupId: 'rsp-1' }],
  ['slb:SetListenerAccessControlStatus', { ...LISTENER, AccessControlStatus: 'open_white_list' }],
  ['slb:AddListenerWhiteListItem', { ...LISTENER, ListenerProtocol: 'tcp', SourceItems: '10.0.0.1,10.0.0.2/32' }],
  [
    'slb:AddVServerGroupBackendServers',
    { VServerGroupId: 'rsp-1', BackendServers: servers({ ServerId: 'i-3', Port: 6443, Weight: 10 }) },
  ],
  [
    'slb:RemoveVServerGroupBackendServers',
    { VServerGroupId: 'rsp-1', BackendServers: servers({ ServerId: 'i-2', Port: 6443 }) },
  ],
  [
    'slb:RemoveVServerGroupBackendServers',
    { VServerGroupId: 'rsp-2', BackendServers: servers({ ServerId: 'eni-pod', Port: 80, ServerIp: '10.0.1.8' }) },
  ],
  [
    'slb:SetVServerGroupAttribute',
    {
      VServerGroupId: 'rsp-1',
      VServerGroupName: 'x',
      BackendServers: servers({ ServerId: 'i-1', Port: 6443, Weight: 0 }),
    },
  ],
  [
    'slb:ModifyVServerGroupBackendServers',
    {
      VServerGroupId: 'rsp-1',
      OldBackendServers: servers({ ServerId: 'i-2', Port: 6443 }),
      NewBackendServers: servers({ ServerId: 'i-3', Port: 6443, Weight: 100 }),
    },
  ],
  [
    'slb:CreateVServerGroup',
    { ...LB, VServerGroupName: 'new', BackendServers: servers({ ServerId: 'i-1', Port: 1, Weight: 1 }) },
  ],
  [
    'slb:CreateMasterSlaveServerGroup',
    {
      ...LB,
      MasterSlaveServerGroupName: 'new',
      MasterSlaveBackendServers: servers(
        { ServerId: 'i-1', Port: 1, Weight: 100, ServerType: 'Master' },
        { ServerId: 'i-2', Port: 1, Weight: 100, ServerType: 'Slave' },
      ),
    },
  ],
  ['slb:SetLoadBalancerName', { ...LB, LoadBalancerName: 'my own' }],
  ['slb:SetLoadBalancerStatus', { ...LB, LoadBalancerStatus: 'inactive' }],
  ['slb:SetLoadBalancerDeleteProtection', { ...LB, DeleteProtection: 'off' }],
  ['slb:SetLoadBalancerModificationProtection', { ...LB, ModificationProtectionStatus: 'NonProtection' }],
  ['slb:ModifyLoadBalancerInstanceSpec', { ...LB, LoadBalancerSpec: 'slb.s3.large' }],
  ['slb:ModifyLoadBalancerInternetSpec', { ...LB, InternetChargeType: 'paybybandwidth', Bandwidth: 7 }],
  ['slb:ModifyLoadBalancerInstanceChargeType', { ...LB, InstanceChargeType: 'PayByCLCU' }],
  ['slb:MoveResourceGroup', { ResourceId: 'lb-1', ResourceType: 'loadbalancer', NewResourceGroupId: 'rg-mine' }],
  ['slb:AddBackendServers', { ...LB, BackendServers: servers({ ServerId: 'i-2', Weight: 5 }) }],
  ['slb:RemoveBackendServers', { ...LB, BackendServers: servers({ ServerId: 'i-1' }) }],
  ['slb:SetBackendServers', { ...LB, BackendServers: servers({ ServerId: 'i-1', Weight: 0 }) }],
  [
    'slb:TagResources',
    { ...OF_LB, 'Tag.1.Key': 'ack.aliyun.com', 'Tag.1.Value': 'other', 'Tag.2.Key': 'mine', 'Tag.2.Value': '1' },
  ],
  ['slb:UntagResources', { ...OF_LB, 'TagKey.1': 'kubernetes.do.not.delete' }],
  ['slb:UntagResources', { ...OF_LB, All: true }],
  ['slb:AddTags', { ...LB, Tags: JSON.stringify([{ TagKey: 'mine', TagValue: '1' }]) }],
  ['slb:RemoveTags', { ...LB, Tags: JSON.stringify([{ TagKey: 'ack.aliyun.com', TagValue: 'c1' }]) }],
  [
    'tag:TagResources',
    { 'ResourceARN.1': 'arn:acs:slb:cn-hangzhou:1234567890123456:instance/lb-1', Tags: '{"ack.aliyun.com":"x"}' },
  ],
  [
    'tag:UntagResources',
    { 'ResourceARN.1': 'arn:acs:slb:cn-hangzhou:1234567890123456:instance/lb-1', 'TagKey.1': 'ack.aliyun.com' },
  ],
  [
    'slb:AddAccessControlListEntry',
    { AclId: 'acl-1', AclEntrys: JSON.stringify([{ entry: '0.0.0.0/1', comment: "all's well" }]) },
  ],
  [
    'slb:RemoveAccessControlListEntry',
    { AclId: 'acl-1', AclEntrys: JSON.stringify([{ entry: '10.0.0.0/8', comment: 'inner' }]) },
  ],
  ['slb:SetAccessControlListAttribute', { AclId: 'acl-1', AclName: 'renamed' }],
  ['slb:SetRule', { RuleId: 'rule-1', VServerGroupId: 'rsp-2', RuleName: 'x', Scheduler: 'rr' }],
  [
    'slb:CreateRules',
    {
      ...HTTPS,
      ListenerProtocol: 'https',
      RuleList: servers({ RuleName: 'r', Domain: 'b.example.com', VServerGroupId: 'rsp-1' }),
    },
  ],
  [
    'slb:SetTLSCipherPolicyAttribute',
    { TLSCipherPolicyId: 'tls-1', Name: 'loose', TLSVersions: ['TLSv1.0'], Ciphers: ['AES128-SHA'] },
  ],
  ['slb:SetDomainExtensionAttribute', { DomainExtensionId: 'de-1', ServerCertificateId: 'cert-9' }],
  ['ecs:AuthorizeSecurityGroup', { ...GROUP, IpProtocol: 'TCP', PortRange: '1/65535', SourceCidrIp: '0.0.0.0/0' }],
  [
    'ecs:AuthorizeSecurityGroupEgress',
    {
      ...GROUP,
      'Permissions.1.IpProtocol': 'ALL',
      'Permissions.1.PortRange': '-1/-1',
      'Permissions.1.DestCidrIp': '10.0.0.0/8',
      'Permissions.1.Policy': 'drop',
    },
  ],
  ['ecs:RevokeSecurityGroup', { ...GROUP, 'SecurityGroupRuleId.1': 'sgr-1', 'SecurityGroupRuleId.2': 'sgr-4' }],
  [
    'ecs:RevokeSecurityGroup',
    { ...GROUP, IpProtocol: 'TCP', PortRange: '22/22', SourceGroupId: 'sg-2', Priority: '5' },
  ],
  ['ecs:RevokeSecurityGroupEgress', { ...GROUP, SecurityGroupRuleId: ['sgr-3'] }],
  [
    'ecs:ModifySecurityGroupRule',
    { ...GROUP, SecurityGroupRuleId: 'sgr-1', Policy: 'drop', Priority: '100', PortRange: '1/65535' },
  ],
  ['ecs:ModifySecurityGroupRule', { ...GROUP, SecurityGroupRuleId: 'sgr-2', SourceCidrIp: '0.0.0.0/0' }],
  ['ecs:ModifySecurityGroupEgressRule', { ...GROUP, SecurityGroupRuleId: 'sgr-3', Policy: 'drop' }],
  ['ecs:ModifySecurityGroupPolicy', { ...GROUP, InnerAccessPolicy: 'Drop' }],
  [
    'ecs:ConfigureSecurityGroupPermissions',
    {
      ...GROUP,
      AuthorizePermission: [{ IpProtocol: 'TCP', PortRange: '80/80', SourceCidrIp: '0.0.0.0/0' }],
      RevokePermission: [{ IpProtocol: 'UDP', PortRange: '53/53', SourceCidrIp: '172.20.0.0/16' }],
    },
  ],
  ['ecs:ModifySecurityGroupAttribute', { ...GROUP, SecurityGroupName: 'mine', Description: 'x' }],
  ['ecs:JoinSecurityGroup', { SecurityGroupId: 'sg-3', InstanceId: 'i-1' }],
  ['ecs:LeaveSecurityGroup', { SecurityGroupId: 'sg-1', InstanceId: 'i-1' }],
  ['ecs:LeaveSecurityGroup', { SecurityGroupId: 'sg-1', ...POD }],
  ['ecs:ModifyInstanceAttribute', { InstanceId: 'i-1', 'SecurityGroupIds.1': 'sg-3' }],
  ['ecs:ModifyInstanceAttribute', { InstanceId: 'i-1', DeletionProtection: false }],
  ['ecs:ModifyInstanceAutoReleaseTime', { InstanceId: 'i-1', AutoReleaseTime: '2026-12-01T00:00:00Z' }],
  ['ecs:ModifyInstanceAutoRenewAttribute', { InstanceId: 'i-3', AutoRenew: false }],
  ['ecs:ModifyInstanceAutoRenewAttribute', { InstanceId: 'i-3', RenewalStatus: 'NotRenewal' }],
  ['ecs:DetachNetworkInterface', { ...POD, InstanceId: 'i-1' }],
  ['ecs:AttachNetworkInterface', { NetworkInterfaceId: 'eni-free', InstanceId: 'i-1' }],
  [
    'ecs:ModifyNetworkInterfaceAttribute',
    { ...POD, 'SecurityGroupId.1': 'sg-3', Description: 'mine', DeleteOnRelease: false },
  ],
  ['ecs:AssignPrivateIpAddresses', { ...POD, 'PrivateIpAddress.1': '10.0.1.99' }],
  ['ecs:UnassignPrivateIpAddresses', { ...POD, 'PrivateIpAddress.1': '10.0.1.9' }],
  ['ecs:UntagResources', { ResourceType: 'eni', 'ResourceId.1': 'eni-pod', 'TagKey.1': 'creator' }],
  [
    'ecs:ModifyPrefixList',
    { PrefixListId: 'pl-1', 'AddEntry.1.Cidr': '0.0.0.0/0', 'RemoveEntry.1.Cidr': '10.0.0.0/8' },
  ],
  ['ecs:ModifyPortRangeList', { PortRangeListId: 'prl-1', 'RemoveEntry.1.PortRange': '53/53' }],
  ['ess:ModifyScalingGroup', { ...ASG, MinSize: 1, MaxSize: 3 }],
  ['ess:ModifyScalingGroup', { ...ASG, GroupDeletionProtection: false }],
  ['ess:SetGroupDeletionProtection', { ...ASG, GroupDeletionProtection: false }],
  ['ess:DetachLoadBalancers', { ...ASG, 'LoadBalancer.1': 'lb-1' }],
  [
    'ess:DetachVServerGroups',
    {
      ...ASG,
      'VServerGroup.1.LoadBalancerId': 'lb-1',
      'VServerGroup.1.VServerGroupAttribute.1.VServerGroupId': 'rsp-1',
      'VServerGroup.1.VServerGroupAttribute.1.Port': 6443,
    },
  ],
  [
    'ess:AttachAlbServerGroups',
    {
      ...ASG,
      'AlbServerGroup.1.AlbServerGroupId': 'sgp-1',
      'AlbServerGroup.1.Port': 80,
      'AlbServerGroup.1.Weight': 100,
    },
  ],
  ['ess:CreateScheduledTask', { ...ASG, LaunchTime: '2026-12-24T08:00Z', MinValue: 0, MaxValue: 1 }],
  ['ess:ModifyScheduledTask', { ScheduledTaskId: 'task-1', ScalingGroupId: 'asg-1', MinValue: 0, MaxValue: 1 }],
  ['ims:AddClientIdToOIDCProvider', { ...RRSA, ClientId: 'mine' }],
  ['ims:RemoveClientIdFromOIDCProvider', { ...RRSA, ClientId: 'sts.aliyuncs.com' }],
  ['ims:AddFingerprintToOIDCProvider', { ...RRSA, Fingerprint: 'f3' }],
  ['ims:RemoveFingerprintFromOIDCProvider', { ...RRSA, Fingerprint: 'f1' }],
  ['ims:UpdateOIDCProvider', { ...RRSA, ClientIds: 'mine', IssuanceLimitTime: 100, NewDescription: 'mine' }],
  ['ims:DeleteOIDCProvider', RRSA],
  ['ess:DetachInstances', { ...ASG, 'InstanceId.1': 'i-1' }],
];

describe('a restore command', () => {
  it.each([...DEEDS, ...NETWORK_DEEDS, ...STORAGE_DEEDS, ...LINGJUN_DEEDS, ...NLB_DEEDS, ...ALB_DEEDS, ...EIP_DEEDS])(
    'puts back what %s %j did',
    async (operation, params) => {
      const { place, before, seen, calls } = await done(operation, params);

      expect(calls).toBeLessThanOrEqual(2);
      expect(seen.verdict).toBe('changed');
      expect(seen.restore).toMatchObject({ possible: true });
      const commands = seen.restore.possible === true ? seen.restore.commands : [];
      expect(commands).not.toEqual([]);
      for (const text of commands) {
        const command = parseCommand(text);
        expect(command).toBeDefined();
        place.act(command?.product ?? '', command?.action ?? '', command?.params ?? {});
        place.later(2);
      }

      const after = await watch(place);
      expect(differing(before, after)).toEqual([]);
      expect(await left(place, seen.comparisons)).toEqual([]);
    },
  );

  it.each<Deed>([
    ['slb:DeleteVServerGroup', { VServerGroupId: 'rsp-free' }],
    ['slb:DeleteAccessControlList', { AclId: 'acl-free' }],
    ['slb:DeleteRules', { RuleIds: '["rule-1"]' }],
    ['slb:DeleteTLSCipherPolicy', { TLSCipherPolicyId: 'tls-1' }],
    ['slb:DeleteDomainExtension', { DomainExtensionId: 'de-1' }],
    ['ecs:DeletePortRangeList', { PortRangeListId: 'prl-free' }],
    ...BALANCER_PARTS_LOST,
    ...NETWORK_REMADE,
    ...STORAGE_REMADE,
    ...LINGJUN_REMADE,
  ])('makes again what %s %j took away, under another id', async (operation, params) => {
    const { place, seen } = await done(operation, params, ({ act }) => {
      act('vpc', 'UnassociateNetworkAcl', { NetworkAclId: 'nacl-1', 'Resource.1.ResourceId': 'vsw-1' });
      act('vpc', 'DeletionProtection', { InstanceId: 'ngw-1', Type: 'NATGW', ProtectionEnable: false });
    });

    const commands = seen.restore.possible === true ? seen.restore.commands : [];
    expect(commands).toHaveLength(1);
    for (const text of commands) {
      const command = parseCommand(text);
      expect(() => place.act(command?.product ?? '', command?.action ?? '', command?.params ?? {})).not.toThrow();
    }
  });

  it.each<Deed>([
    ['ecs:DeleteInstance', { InstanceId: 'i-2', Force: true }],
    ['ecs:DeleteNetworkInterface', { NetworkInterfaceId: 'eni-free' }],
    ['slb:DeleteLoadBalancer', { LoadBalancerId: 'lb-1' }],
    ['ess:DeleteScalingGroup', { ...ASG, ForceDelete: true }],
    ...BALANCERS_LOST,
    ['ecs:DeleteDisk', { DiskId: 'd-free' }],
    ['nas:DeleteFileSystem', { FileSystemId: 'nas2' }],
    ...LINGJUN_LOST,
    ['vpc:DeleteVSwitch', { VSwitchId: 'vsw-1' }],
    ['vpc:DeleteVpc', { VpcId: 'vpc-1', ForceDelete: true }],
  ])('is none for %s %j: it never comes back', async (operation, params) => {
    const { seen } = await done(operation, params, (place) => {
      place.act('ecs', 'ModifyInstanceAttribute', { InstanceId: 'i-2', DeletionProtection: false });
      place.act('slb', 'SetLoadBalancerDeleteProtection', { ...LB, DeleteProtection: 'off' });
      place.act('ess', 'SetGroupDeletionProtection', { ...ASG, GroupDeletionProtection: false });
      place.act('nlb', 'UpdateLoadBalancerProtection', { LoadBalancerId: 'nlb-1', DeletionProtectionEnabled: false });
      place.act('alb', 'DisableDeletionProtection', { ResourceId: 'alb-1' });
      place.act('vpc', 'DeletionProtection', { InstanceId: 'eip-2', Type: 'EIP', ProtectionEnable: false });
    });

    expect(seen.restore).toEqual({ possible: false });
    expect(seen.comparisons.every(({ before, after }) => before !== undefined && after?.content === null)).toBe(true);
  });

  it('is not needed after a call that asked for what was there already', async () => {
    const { seen } = await done('slb:SetLoadBalancerTCPListenerAttribute', {
      ...LISTENER,
      AclStatus: 'on',
      AclType: 'WHITE',
    });

    expect(seen.verdict).toBe('no-effect');
  });
});

type Place = ReturnType<typeof aClusterInTheCloud>;

/** The cluster as it was, the call as the trail tells it, and what inspection sees two minutes later. */
async function done(
  operation: string,
  params: Record<string, unknown>,
  prepare: (place: Place) => void = () => undefined,
) {
  const place = aClusterInTheCloud();
  addSpare(place);
  prepare(place);
  const before = await watch(place);
  place.later(10);
  const [product = '', action = ''] = operation.split(':');
  place.act(product, action, params);
  const event = lastEvent(place);
  place.later(2);
  const store = aStore({ snapshots: before });
  const deadline = place.now().getTime() + 3_000;
  let calls = 0;
  const cloud: Cloud = {
    call: (call) => {
      calls += 1;
      return place.cloud.call(call);
    },
  };
  const seen = await inspect(event, partOf(event), { cloud, store, now: place.now, deadline });
  expect(englishOnly(seen.notes)).toEqual([]);
  return { place, before, seen, calls };
}

/** Things that nothing refers to, so that they can be deleted. */
function addSpare({ world }: Place): void {
  const { slb, ecs } = world;
  const group = slb.vServerGroups.get('rsp-1');
  const acl = slb.acls.get('acl-1');
  const list = ecs.portRangeLists.get('prl-1');
  if (group) slb.vServerGroups.set('rsp-free', { ...group, VServerGroupId: 'rsp-free' });
  if (acl) slb.acls.set('acl-free', { ...acl, AclId: 'acl-free', AclName: 'free' });
  if (list) ecs.portRangeLists.set('prl-free', { ...list, PortRangeListId: 'prl-free', PortRangeListName: 'free' });
}

function lastEvent({ world, now }: Place): AuditEvent {
  const [item] = decode(world.trail.records().at(-1), now());
  if (item?.kind !== 'event') throw new Error(`Expected an event, got ${JSON.stringify(item)}`);
  return item.event;
}

/** Everything that the call touches belongs to the cluster, with what the inventory knows of it. */
function partOf(event: AuditEvent): Part {
  const touched = screen(event);
  if ('reason' in touched) throw new Error(`Expected a call in the table, got: ${touched.why}`);
  const { accountId, region } = event;
  const at = { accountId, region, clusterId: 'c1', role: 'service-load-balancer', facts: {}, via: 'cs' } as const;
  return {
    cluster: { accountId, region, id: 'c1', name: 'prod', type: 'ManagedKubernetes', state: 'running', podCidrs: [] },
    standing: 'outsider',
    touched: touched.map((one) => ({
      ...one,
      owned: { ...at, ...one.ref, ...ownerOf(one.ref.id), ...parentOf(one.ref.id) },
    })),
  };
}

/** Of what is read as a part of something else. */
function parentOf(id: string): Pick<OwnedResource, 'parent'> {
  const part = STORAGE_PARTS.find((one) => one.id === id);
  return part === undefined ? {} : { parent: part.parent };
}

function ownerOf(id: string): OwnedResource | undefined {
  return OWNED.find((owned) => owned.id === id || owned.id.startsWith(`${id}/`));
}

async function watch({ cloud, now }: Place): Promise<readonly Snapshot[]> {
  const spare: readonly OwnedResource[] = [
    ...OWNED.filter(({ id }) => id === 'sgp-n1').map((one) => ({ ...one, id: 'sgp-nfree' })),
    ...OWNED.filter(({ id }) => id === 'sgp-a1').map((one) => ({ ...one, id: 'sgp-afree' })),
    ...OWNED.filter(({ id }) => id === 'acl-a').map((one) => ({ ...one, id: 'acl-afree' })),
    ...OWNED.filter(({ id }) => id === 'rsp-1').map((one) => ({ ...one, id: 'rsp-free' })),
    ...OWNED.filter(({ id }) => id === 'acl-1').map((one) => ({ ...one, id: 'acl-free' })),
    ...OWNED.filter(({ id }) => id === 'prl-1').map((one) => ({ ...one, id: 'prl-free' })),
  ];
  const deadline = now().getTime() + 60_000;
  const seen = await observe(cloud, [...OWNED, ...spare], { region: 'cn-hangzhou', deadline, now });
  if (seen.problems.length > 0) throw new Error(`Expected everything to be read, got ${seen.problems.join('; ')}`);
  return seen.snapshots;
}

/** What the deed created and is still there. */
async function left(place: Place, comparisons: readonly Comparison[]): Promise<readonly string[]> {
  const created = comparisons.filter(({ before }) => before?.content === null);
  const found = await Promise.all(
    created.map(async ({ resource: { kind, id }, aspect }) => {
      const where = { cloud: place.cloud, region: 'cn-hangzhou', deadline: place.now().getTime() + 1_000 };
      return (await readerOf(kind, aspect)?.read(where, [id]))?.get(id) === null ? [] : [`${kind} ${id}`];
    }),
  );
  return found.flat();
}

function differing(before: readonly Snapshot[], after: readonly Snapshot[]): readonly unknown[] {
  return before.flatMap((one) => {
    const now = after.find(({ kind, id, aspect }) => kind === one.kind && id === one.id && aspect === one.aspect);
    const essence = readerOf(one.kind, one.aspect)?.essence ?? ((content) => content);
    if (now !== undefined && same(essence(one.content), essence(now.content))) return [];
    return [{ id: one.id, aspect: one.aspect, before: one.content, after: now?.content }];
  });
}
