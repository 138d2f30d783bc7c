import type { AccessControlList, Listener, LoadBalancer, Rule, ServerGroup } from './state.ts';

const LONG_AGO = '2025-01-01T00:00:00Z';
const RESOURCE_GROUP = 'rg-acfm2xwmxqxkyza';

type Needs<T, K extends keyof T> = Pick<T, K> & Partial<T>;

/** An Application Load Balancer with everything that was not said as the cloud would set it. */
export function anAlb(said: Needs<LoadBalancer, 'LoadBalancerId' | 'RegionId' | 'VpcId'>): LoadBalancer {
  return {
    LoadBalancerName: said.LoadBalancerId,
    AddressType: 'Internet',
    AddressIpVersion: 'IPv4',
    Ipv6AddressType: 'Intranet',
    AddressAllocatedMode: 'Fixed',
    LoadBalancerEdition: 'Standard',
    BandwidthPackageId: '',
    ResourceGroupId: RESOURCE_GROUP,
    SecurityGroupIds: [],
    ZoneMappings: [],
    IsDeletionProtected: false,
    ModificationProtection: { Status: 'NonProtection', Reason: '' },
    AccessLog: { LogProject: '', LogStore: '' },
    CreateTime: LONG_AGO,
    Tags: [],
    ...said,
  };
}

/** A running listener. */
export function anAlbListener(
  said: Needs<Listener, 'ListenerId' | 'LoadBalancerId' | 'ListenerPort' | 'DefaultActions'>,
): Listener {
  return {
    ListenerProtocol: 'HTTP',
    ListenerStatus: 'Running',
    ListenerDescription: '',
    SecurityPolicyId: said.ListenerProtocol === 'HTTPS' ? 'tls_cipher_policy_1_0' : '',
    IdleTimeout: 60,
    RequestTimeout: 60,
    GzipEnabled: true,
    Http2Enabled: said.ListenerProtocol === 'HTTPS',
    CaEnabled: false,
    Certificates: [],
    AdditionalCertificateIds: [],
    XForwardedForConfig: { XForwardedForEnabled: true },
    QuicConfig: {},
    LogConfig: { AccessLogRecordCustomizedHeadersEnabled: false, AccessLogTracingConfig: { TracingEnabled: false } },
    AclType: '',
    AclIds: [],
    Tags: [],
    ...said,
  };
}

export function anAlbRule(said: Needs<Rule, 'RuleId' | 'ListenerId' | 'RuleActions'>): Rule {
  return { RuleName: said.RuleId, Direction: 'Request', Priority: 1, RuleConditions: [], Tags: [], ...said };
}

export function anAlbServerGroup(said: Needs<ServerGroup, 'ServerGroupId' | 'RegionId' | 'VpcId'>): ServerGroup {
  return {
    ServerGroupName: said.ServerGroupId,
    ServerGroupType: 'Instance',
    Protocol: 'HTTP',
    Scheduler: 'Wrr',
    Ipv6Enabled: false,
    CrossZoneEnabled: true,
    UpstreamKeepaliveEnabled: false,
    ServiceName: '',
    HealthCheckConfig: { HealthCheckEnabled: true, HealthCheckPath: '/', HealthCheckInterval: 2, HealthyThreshold: 3 },
    StickySessionConfig: { StickySessionEnabled: false },
    ConnectionDrainConfig: { ConnectionDrainEnabled: false },
    SlowStartConfig: { SlowStartEnabled: false },
    UchConfig: {},
    ResourceGroupId: RESOURCE_GROUP,
    Servers: [],
    Tags: [],
    ...said,
  };
}

export function anAlbAcl(said: Needs<AccessControlList, 'AclId' | 'RegionId'>): AccessControlList {
  return { AclName: said.AclId, ResourceGroupId: RESOURCE_GROUP, AclEntries: [], Tags: [], ...said };
}
