import * as alb from '../../infra/local/cloud/alb/defaults.ts';
import { aServer } from '../../infra/local/cloud/load-balancers/servers.ts';
import type { Zone } from '../../infra/local/cloud/load-balancers/zones.ts';
import * as nlb from '../../infra/local/cloud/nlb/defaults.ts';
import { anEip } from '../../infra/local/cloud/vpc/eip-state.ts';
import type { World } from '../../infra/local/cloud/world.ts';
import type { OwnedResource, ResourceKind, Role } from '../../shared/model/resource.ts';

const RegionId = 'cn-hangzhou';
const VPC = { RegionId, VpcId: 'vpc-1' };
const ZONES: readonly Zone[] = [
  { ZoneId: 'cn-hangzhou-h', VSwitchId: 'vsw-h', Status: 'Active', address: '10.0.8.2' },
  { ZoneId: 'cn-hangzhou-i', VSwitchId: 'vsw-i', Status: 'Active', address: '10.0.8.3' },
];
const Tags = [
  { TagKey: 'ack.aliyun.com', TagValue: 'c1' },
  { TagKey: 'kubernetes.do.not.delete', TagValue: "it's mine" },
];
const forwardTo = (ServerGroupId: string) => ({
  Type: 'ForwardGroup',
  ForwardGroupConfig: { ServerGroupTuples: [{ ServerGroupId }] },
});

/** Network and Application Load Balancers and addresses of the cluster, as the inventory would know them. */
export const BALANCERS: readonly OwnedResource[] = [
  ...owned('nlb.load-balancer', 'api-server-load-balancer', 'nlb-1'),
  ...owned('nlb.listener', 'api-server-load-balancer', 'lsn-1@6443', 'lsn-2@443'),
  ...owned('nlb.server-group', 'api-server-load-balancer', 'sgp-n1', 'sgp-n2'),
  ...owned('nlb.security-policy', 'api-server-load-balancer', 'tls-1'),
  ...owned('alb.load-balancer', 'ingress-load-balancer', 'alb-1'),
  ...owned('alb.listener', 'ingress-load-balancer', 'lsn-80', 'lsn-443'),
  ...owned('alb.rule', 'ingress-load-balancer', 'rule-a', 'rule-b'),
  ...owned('alb.server-group', 'ingress-load-balancer', 'sgp-a1', 'sgp-a2'),
  ...owned('alb.acl', 'ingress-load-balancer', 'acl-a', 'acl-b'),
  ...owned('alb.script', 'ingress-load-balancer', 'as-1'),
  ...owned('alb.security-policy', 'ingress-load-balancer', 'spc-1'),
  ...owned('vpc.eip', 'api-server-load-balancer', 'eip-1'),
  ...owned('vpc.eip', 'node', 'eip-2'),
];

/** Puts them into the stand-in cloud. */
export function seedBalancers(world: World): void {
  seedNlb(world);
  seedAlb(world);
  const bound = { InstanceId: 'lb-1', InstanceType: 'SlbInstance' } as const;
  const said = { RegionId, DeletionProtection: true };
  world.eip.addresses.set('eip-1', anEip({ ...said, ...bound, AllocationId: 'eip-1', IpAddress: '203.0.113.1' }));
  world.eip.addresses.set('eip-2', anEip({ ...said, AllocationId: 'eip-2', IpAddress: '203.0.113.2' }));
}

function seedNlb({ nlb: state }: World): void {
  state.loadBalancers.set(
    'nlb-1',
    nlb.anNlb({
      ...VPC,
      LoadBalancerId: 'nlb-1',
      SecurityGroupIds: ['sg-1'],
      ZoneMappings: ZONES,
      DeletionProtection: { Enabled: true, Reason: 'managed.by.ack' },
      ModificationProtection: { Status: 'ConsoleProtection', Reason: 'managed.by.ack' },
      Tags,
    }),
  );
  const servers = ['i-1', 'i-2'].map((ServerId) => aServer({ ServerId, Port: 6443, Description: "k8s's" }));
  for (const ServerGroupId of ['sgp-n1', 'sgp-n2', 'sgp-nfree']) {
    const Servers = ServerGroupId === 'sgp-n1' ? servers : [];
    state.serverGroups.set(ServerGroupId, nlb.anNlbServerGroup({ ...VPC, ServerGroupId, Servers, Tags }));
  }
  const tls = { SecurityPolicyId: 'tls-1', SecurityPolicyName: 'strict', RegionId };
  state.securityPolicies.set('tls-1', { ...tls, Ciphers: ['ECDHE-RSA-AES128-GCM-SHA256'], TlsVersions: ['TLSv1.2'] });
  const on = { LoadBalancerId: 'nlb-1', ServerGroupId: 'sgp-n1' };
  state.listeners.set(
    'lsn-1@6443',
    nlb.anNlbListener({ ...on, ListenerId: 'lsn-1@6443', ListenerPort: 6443, ListenerDescription: 'kube-apiserver' }),
  );
  state.listeners.set(
    'lsn-2@443',
    nlb.anNlbListener({
      ...on,
      ListenerId: 'lsn-2@443',
      ListenerPort: 443,
      ListenerProtocol: 'TCPSSL',
      SecurityPolicyId: 'tls-1',
      CertificateIds: ['cert-1'],
      AdditionalCertificateIds: ['cert-2'],
    }),
  );
}

function seedAlb({ alb: state }: World): void {
  state.loadBalancers.set(
    'alb-1',
    alb.anAlb({
      ...VPC,
      LoadBalancerId: 'alb-1',
      ZoneMappings: ZONES,
      IsDeletionProtected: true,
      ModificationProtection: { Status: 'ConsoleProtection', Reason: 'managed.by.ack' },
      AccessLog: { LogProject: 'k8s-log-c1', LogStore: 'alb_access' },
      SecurityGroupIds: ['sg-1'],
      Tags,
    }),
  );
  for (const ServerGroupId of ['sgp-a1', 'sgp-a2', 'sgp-afree']) {
    const Servers = ServerGroupId === 'sgp-a1' ? [aServer({ ServerId: 'i-1', Port: 30_080 })] : [];
    state.serverGroups.set(ServerGroupId, alb.anAlbServerGroup({ ...VPC, ServerGroupId, Servers, Tags }));
  }
  const AclEntries = [
    { Entry: '10.0.0.0/8', Description: 'inner' },
    { Entry: '192.0.2.0/24', Description: '' },
  ];
  for (const AclId of ['acl-a', 'acl-b', 'acl-afree']) {
    state.acls.set(AclId, alb.anAlbAcl({ RegionId, AclId, AclEntries }));
  }
  const listener = { LoadBalancerId: 'alb-1', DefaultActions: [forwardTo('sgp-a1')] };
  state.listeners.set(
    'lsn-80',
    alb.anAlbListener({ ...listener, ListenerId: 'lsn-80', ListenerPort: 80, AclType: 'White', AclIds: ['acl-a'] }),
  );
  state.listeners.set(
    'lsn-443',
    alb.anAlbListener({
      ...listener,
      ListenerId: 'lsn-443',
      ListenerPort: 443,
      ListenerProtocol: 'HTTPS',
      SecurityPolicyId: 'spc-1',
      Certificates: [{ CertificateId: 'cert-1' }],
      AdditionalCertificateIds: ['cert-2'],
    }),
  );
  for (const [RuleId, host] of [
    ['rule-a', 'a.example.com'],
    ['rule-b', 'b.example.com'],
  ] as const) {
    const RuleConditions = [{ Type: 'Host', HostConfig: { Values: [host] } }];
    const RuleActions = [{ ...forwardTo('sgp-a1'), Order: 1 }];
    state.rules.set(RuleId, alb.anAlbRule({ RuleId, ListenerId: 'lsn-80', RuleConditions, RuleActions }));
  }
  const script = { AScriptId: 'as-1', AScriptName: 'headers', ListenerId: 'lsn-443', Enabled: true };
  state.scripts.set('as-1', { ...script, ScriptContent: "if true { say('hello') }" });
  const spc = { SecurityPolicyId: 'spc-1', SecurityPolicyName: 'strict', RegionId };
  state.securityPolicies.set('spc-1', { ...spc, Ciphers: ['ECDHE-RSA-AES128-SHA256'], TLSVersions: ['TLSv1.2'] });
}

function owned(kind: ResourceKind, role: Role, ...ids: readonly string[]): readonly OwnedResource[] {
  const at = { accountId: '1234567890123456', region: RegionId, clusterId: 'c1', facts: {}, via: 'cs' };
  return ids.map((id) => ({ ...at, kind, id, role }));
}
