import { ApiError } from '../../infra/local/cloud/api.ts';
import * as ecs from '../../infra/local/cloud/ecs/defaults.ts';
import { aPermission, aSecurityGroup } from '../../infra/local/cloud/ecs/firewall-defaults.ts';
import * as ess from '../../infra/local/cloud/ess/defaults.ts';
import * as slb from '../../infra/local/cloud/slb/defaults.ts';
import { listenerKey } from '../../infra/local/cloud/slb/state.ts';
import { createWorld, type World } from '../../infra/local/cloud/world.ts';
import type { Cloud } from '../../shared/cloud/cloud.ts';
import { flatten } from '../../shared/cloud/query.ts';
import { CloudError } from '../../shared/errors.ts';
import type { Params } from '../../shared/model/params.ts';
import type { OwnedResource, ResourceKind, Role } from '../../shared/model/resource.ts';
import { BALANCERS, seedBalancers } from './round-trip-balancers.ts';
import { LINGJUN, seedLingjun } from './round-trip-lingjun.ts';
import { NETWORK, seedNetwork } from './round-trip-network.ts';
import { seedStorage, STORAGE } from './round-trip-storage.ts';

const RegionId = 'cn-hangzhou';
const VPC = { RegionId, VpcId: 'vpc-1' };
const PLACED = { ...VPC, VSwitchId: 'vsw-1', SecurityGroupIds: ['sg-1', 'sg-2'] };

/** A cluster's resources in the stand-in cloud, with a clock that the test sets. */
export function aClusterInTheCloud() {
  let time = Date.parse('2026-11-24T07:50:00Z');
  const world = createWorld({ clock: () => new Date(time), region: RegionId });
  const admin = world.actors.user('admin');
  seedLoadBalancers(world);
  seedNodes(world);
  seedScaling(world);
  world.ims.oidcProviders.set('ack-rrsa-c1', {
    OIDCProviderName: 'ack-rrsa-c1',
    IssuerUrl: 'https://oidc.example.com/c1',
    ClientIds: ['sts.aliyuncs.com', 'other'],
    Fingerprints: ['f1', 'f2'],
    IssuanceLimitTime: 12,
    Description: 'made by ACK',
    CreateDate: '2026-01-01T00:00:00Z',
  });
  seedNetwork(world.vpc);
  seedStorage(world);
  seedLingjun(world.eflo);
  seedBalancers(world);
  const act = (product: string, action: string, params: Params) =>
    world.act(admin, { product, action, region: RegionId, params: flatten(params) });
  const cloud: Cloud = {
    call: async ({ product, action, params }) => {
      try {
        return act(product, action, params);
      } catch (error) {
        if (error instanceof ApiError) throw new CloudError(error.code, error.message, { status: error.status });
        throw error;
      }
    },
  };
  return {
    world,
    cloud,
    act,
    now: () => new Date(time),
    later: (minutes: number) => {
      time += minutes * 60_000;
    },
  };
}

/** Everything that the cluster owns, as the inventory would know it. */
export const OWNED: readonly OwnedResource[] = [
  ...BALANCERS,
  ...owned('slb.load-balancer', 'service-load-balancer', 'lb-1'),
  ...owned('slb.listener', 'service-load-balancer', 'lb-1/6443/tcp', 'lb-1/53/udp', 'lb-1/80/http', 'lb-1/443/https'),
  ...owned('slb.vserver-group', 'service-load-balancer', 'rsp-1', 'rsp-2'),
  ...owned('slb.master-slave-group', 'service-load-balancer', 'rsp-ms'),
  ...owned('slb.acl', 'service-load-balancer', 'acl-1'),
  ...owned('slb.rule', 'service-load-balancer', 'rule-1'),
  ...owned('slb.domain-extension', 'service-load-balancer', 'de-1'),
  ...owned('slb.certificate', 'service-load-balancer', 'cert-2'),
  ...owned('slb.tls-policy', 'service-load-balancer', 'tls-1'),
  ...owned('ram.oidc-provider', 'rrsa-provider', 'ack-rrsa-c1'),
  ...owned('ecs.instance', 'node', 'i-1', 'i-2', 'i-3'),
  ...owned('ecs.network-interface', 'pod-eni', 'eni-pod', 'eni-free'),
  ...owned('ecs.security-group', 'node-security-group', 'sg-1', 'sg-2'),
  ...owned('ecs.prefix-list', 'node-security-group', 'pl-1'),
  ...owned('ecs.port-range-list', 'node-security-group', 'prl-1'),
  ...owned('ess.scaling-group', 'scaling-group', 'asg-1'),
  ...owned('ess.scheduled-task', 'scaling-group', 'task-1'),
  ...[...NETWORK, ...STORAGE, ...LINGJUN].flatMap(([kind, role, ...ids]) => owned(kind, role, ...ids)),
];

function owned(kind: ResourceKind, role: Role, ...ids: readonly string[]): readonly OwnedResource[] {
  const at = { accountId: '1234567890123456', region: RegionId, clusterId: 'c1', facts: {}, via: 'cs' };
  return ids.map((id) => ({ ...at, kind, id, role }));
}

function seedLoadBalancers({ slb: state }: World): void {
  const lb = slb.aLoadBalancer({
    ...VPC,
    LoadBalancerId: 'lb-1',
    ModificationProtectionStatus: 'ConsoleProtection',
    ModificationProtectionReason: 'managed.by.ack',
    DeleteProtection: 'on',
    BackendServers: [{ ServerId: 'i-1', Weight: 100, Type: 'ecs' }],
    Tags: [
      { TagKey: 'ack.aliyun.com', TagValue: 'c1' },
      { TagKey: 'kubernetes.do.not.delete', TagValue: 'it is $(not) mine' },
    ],
  });
  state.loadBalancers.set('lb-1', lb);
  const server = (ServerId: string, Port: number, Weight = 100) => ({ ServerId, Port, Weight, Type: 'ecs' as const });
  const pod = { ServerId: 'eni-pod', Port: 80, Weight: 100, Type: 'eni' as const };
  const pods = [
    { ...pod, ServerIp: '10.0.1.7' },
    { ...pod, ServerIp: '10.0.1.8', Description: "k8s's" },
  ];
  for (const [VServerGroupId, BackendServers] of [
    ['rsp-1', [server('i-1', 6443), server('i-2', 6443, 50)]],
    ['rsp-2', pods],
  ] as const) {
    state.vServerGroups.set(
      VServerGroupId,
      slb.aVServerGroup({ VServerGroupId, LoadBalancerId: 'lb-1', BackendServers }),
    );
  }
  const pair = [
    { ...server('i-1', 53), ServerType: 'Master' as const },
    { ...server('i-2', 53), ServerType: 'Slave' as const },
  ];
  state.masterSlaveGroups.set(
    'rsp-ms',
    slb.aMasterSlaveGroup({
      MasterSlaveServerGroupId: 'rsp-ms',
      LoadBalancerId: 'lb-1',
      MasterSlaveBackendServers: pair,
    }),
  );
  const acls = {
    AclEntrys: [
      { AclEntryIP: '10.0.0.0/8', AclEntryComment: 'inner' },
      { AclEntryIP: '192.0.2.0/24', AclEntryComment: '' },
    ],
  };
  state.acls.set('acl-1', slb.anAccessControlList({ RegionId, AclId: 'acl-1', ...acls }));
  const health = {
    HealthCheck: 'on',
    HealthCheckURI: '/healthz?a=1&b=2',
    HealthCheckConnectPort: 80,
    HealthCheckInterval: 2,
    HealthCheckTimeout: 5,
  };
  const listeners = [
    [
      'tcp',
      6443,
      { VServerGroupId: 'rsp-1', AclId: 'acl-1', AclType: 'white', AclStatus: 'on', Description: 'k8s/6443/a/b/c1' },
    ],
    ['udp', 53, { VServerGroupId: 'rsp-1', HealthCheckReq: 'are you there', HealthCheckExp: 'yes' }],
    [
      'http',
      80,
      { VServerGroupId: 'rsp-2', StickySession: 'on', StickySessionType: 'insert', CookieTimeout: 60, ...health },
    ],
    ['https', 443, { VServerGroupId: 'rsp-2', ServerCertificateId: 'cert-1', ...health }],
  ] as const;
  for (const [ListenerProtocol, ListenerPort, Attributes] of listeners) {
    const listener = slb.aListener({ LoadBalancerId: 'lb-1', ListenerPort, ListenerProtocol, Attributes });
    state.listeners.set(listenerKey('lb-1', ListenerPort, ListenerProtocol), listener);
  }
  const onHttps = { LoadBalancerId: 'lb-1', ListenerPort: 443, Domain: 'a.example.com' };
  state.domainExtensions.set('de-1', { ...onHttps, DomainExtensionId: 'de-1', ServerCertificateId: 'cert-2' });
  state.certificates.set('cert-2', {
    CertificateId: 'cert-2',
    CertificateName: 'a.example.com',
    Kind: 'server',
    RegionId,
    Fingerprint: '68:08:1a:f0',
    ResourceGroupId: '',
    CreateTime: '2026-01-01T00:00:00Z',
    Tags: [],
  });
  state.tlsCipherPolicies.set('tls-1', {
    InstanceId: 'tls-1',
    Name: 'strict',
    RegionId,
    TLSVersions: ['TLSv1.2', 'TLSv1.3'],
    Ciphers: ['ECDHE-RSA-AES128-GCM-SHA256'],
    CreateTime: 0,
  });
  state.rules.set('rule-1', {
    ...onHttps,
    RuleId: 'rule-1',
    RuleName: 'shop',
    ListenerProtocol: 'https',
    Url: '/cart',
    VServerGroupId: 'rsp-1',
    ListenerSync: 'off',
    Attributes: { Scheduler: 'wrr', StickySession: 'off', HealthCheck: 'off' },
  });
}

function seedNodes({ ecs: state }: World): void {
  for (const [index, InstanceId] of ['i-1', 'i-2', 'i-3'].entries()) {
    ecs.place(
      state,
      ecs.anInstance({
        ...PLACED,
        InstanceId,
        PrivateIpAddress: `10.0.0.${index + 4}`,
        DeletionProtection: true,
        ...(InstanceId === 'i-3'
          ? {
              InstanceChargeType: 'PrePaid',
              ExpiredTime: '2027-06-01T16:00Z',
              Renewal: { RenewalStatus: 'AutoRenewal', Duration: 3, PeriodUnit: 'Month' },
            }
          : {}),
      }),
    );
  }
  const Tags = [{ TagKey: 'creator', TagValue: 'terway' }];
  const pods = {
    ...PLACED,
    PrivateIpAddress: '10.0.1.7',
    SecondaryPrivateIpAddresses: ['10.0.1.8', '10.0.1.9'],
    Description: 'interface create by terway',
    Tags,
  };
  state.networkInterfaces.set(
    'eni-pod',
    ecs.aNetworkInterface({ ...pods, NetworkInterfaceId: 'eni-pod', InstanceId: 'i-1' }),
  );
  state.networkInterfaces.set(
    'eni-free',
    ecs.aNetworkInterface({ ...PLACED, NetworkInterfaceId: 'eni-free', PrivateIpAddress: '10.0.1.20' }),
  );
  const Permissions = [
    aPermission({
      SecurityGroupRuleId: 'sgr-1',
      Direction: 'ingress',
      IpProtocol: 'UDP',
      PortRange: '53/53',
      SourceCidrIp: '172.20.0.0/16',
      Description: "pods' DNS",
    }),
    aPermission({
      SecurityGroupRuleId: 'sgr-2',
      Direction: 'ingress',
      IpProtocol: 'TCP',
      PortRange: '22/22',
      SourceGroupId: 'sg-2',
      Priority: '5',
    }),
    aPermission({ SecurityGroupRuleId: 'sgr-3', Direction: 'egress', DestCidrIp: '0.0.0.0/0' }),
    aPermission({
      SecurityGroupRuleId: 'sgr-4',
      Direction: 'ingress',
      IpProtocol: 'TCP',
      PortRange: '',
      PortRangeListId: 'prl-1',
      SourcePrefixListId: 'pl-1',
      Policy: 'Drop',
    }),
  ];
  state.securityGroups.set(
    'sg-1',
    aSecurityGroup({ ...VPC, SecurityGroupId: 'sg-1', Description: 'nodes', Permissions }),
  );
  state.securityGroups.set('sg-2', aSecurityGroup({ ...VPC, SecurityGroupId: 'sg-2' }));
  state.securityGroups.set('sg-3', aSecurityGroup({ ...VPC, SecurityGroupId: 'sg-3' }));
  const list = {
    RegionId,
    Description: '',
    MaxEntries: 10,
    CreationTime: '2025-01-01T00:00:00Z',
    ResourceGroupId: '',
    Tags: [],
  };
  const Cidrs = [
    { Cidr: '10.0.0.0/8', Description: 'inner' },
    { Cidr: '192.0.2.0/24', Description: '' },
  ];
  state.prefixLists.set('pl-1', {
    ...list,
    PrefixListId: 'pl-1',
    PrefixListName: 'pods',
    AddressFamily: 'IPv4',
    Entries: Cidrs,
  });
  const Ports = [
    { PortRange: '53/53', Description: 'dns' },
    { PortRange: '8000/8080', Description: '' },
  ];
  state.portRangeLists.set('prl-1', { ...list, PortRangeListId: 'prl-1', PortRangeListName: 'ports', Entries: Ports });
}

function seedScaling({ ess: state }: World): void {
  const VServerGroups = [
    { LoadBalancerId: 'lb-1', VServerGroupAttributes: [{ VServerGroupId: 'rsp-1', Port: 6443, Weight: 100 }] },
  ];
  const group = {
    RegionId,
    VpcId: 'vpc-1',
    VSwitchIds: ['vsw-1'],
    GroupDeletionProtection: true,
    LoadBalancerIds: ['lb-1'],
    VServerGroups,
  };
  state.scalingGroups.set('asg-1', ess.aScalingGroup({ ScalingGroupId: 'asg-1', ...group }));
  for (const InstanceId of ['i-1', 'i-2']) {
    state.scalingInstances.set(
      InstanceId,
      ess.aScalingInstance({ InstanceId, ScalingGroupId: 'asg-1', CreationType: 'Attached' }),
    );
  }
  const when = {
    LaunchTime: '2026-12-24T08:00Z',
    RecurrenceType: 'Daily',
    RecurrenceValue: '1',
    RecurrenceEndTime: '2027-01-24T08:00Z',
  };
  state.scheduledTasks.set(
    'task-1',
    ess.aScheduledTask({
      RegionId,
      ScheduledTaskId: 'task-1',
      ScalingGroupId: 'asg-1',
      MinValue: 1,
      MaxValue: 5,
      ...when,
    }),
  );
}
