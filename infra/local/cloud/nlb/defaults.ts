import type { HealthCheck, Listener, LoadBalancer, ServerGroup } from './state.ts';

const LONG_AGO = '2025-01-01T00:00:00Z';
const RESOURCE_GROUP = 'rg-acfm2xwmxqxkyza';

type Needs<T, K extends keyof T> = Pick<T, K> & Partial<T>;

/** A Network Load Balancer with everything that was not said as the cloud would set it. */
export function anNlb(said: Needs<LoadBalancer, 'LoadBalancerId' | 'RegionId' | 'VpcId'>): LoadBalancer {
  return {
    LoadBalancerName: said.LoadBalancerId,
    AddressType: 'Intranet',
    AddressIpVersion: 'Ipv4',
    Ipv6AddressType: 'Intranet',
    CrossZoneEnabled: true,
    Cps: 0,
    BandwidthPackageId: '',
    ResourceGroupId: RESOURCE_GROUP,
    SecurityGroupIds: [],
    ZoneMappings: [],
    DeletionProtection: { Enabled: false, Reason: '' },
    ModificationProtection: { Status: 'NonProtection', Reason: '' },
    CreateTime: LONG_AGO,
    Tags: [],
    ...said,
  };
}

/** A running listener. */
export function anNlbListener(
  said: Needs<Listener, 'ListenerId' | 'LoadBalancerId' | 'ListenerPort' | 'ServerGroupId'>,
): Listener {
  return {
    ListenerProtocol: 'TCP',
    ListenerStatus: 'Running',
    ListenerDescription: '',
    IdleTimeout: 900,
    Cps: 0,
    Mss: 0,
    ProxyProtocolEnabled: false,
    SecSensorEnabled: false,
    AlpnEnabled: false,
    AlpnPolicy: '',
    CaEnabled: false,
    SecurityPolicyId: '',
    CertificateIds: [],
    AdditionalCertificateIds: [],
    Tags: [],
    ...said,
  };
}

/** How servers are asked unless said otherwise. */
export const USUAL_HEALTH_CHECK: HealthCheck = {
  HealthCheckEnabled: true,
  HealthCheckType: 'TCP',
  HealthCheckConnectPort: 0,
  HealthCheckConnectTimeout: 5,
  HealthCheckInterval: 10,
  HealthCheckDomain: '',
  HealthCheckUrl: '',
  HealthCheckHttpCode: [],
  HttpCheckMethod: 'GET',
  HealthyThreshold: 2,
  UnhealthyThreshold: 2,
};

export function anNlbServerGroup(said: Needs<ServerGroup, 'ServerGroupId' | 'RegionId' | 'VpcId'>): ServerGroup {
  return {
    ServerGroupName: said.ServerGroupId,
    ServerGroupType: 'Instance',
    Protocol: 'TCP',
    AddressIPVersion: 'Ipv4',
    Scheduler: 'Wrr',
    AnyPortEnabled: false,
    PreserveClientIpEnabled: true,
    ConnectionDrainEnabled: false,
    ConnectionDrainTimeout: 300,
    HealthCheck: USUAL_HEALTH_CHECK,
    ResourceGroupId: RESOURCE_GROUP,
    Servers: [],
    Tags: [],
    ...said,
  };
}
