import { createJobs, type Jobs } from '../load-balancers/jobs.ts';
import type { Server } from '../load-balancers/servers.ts';
import type { Zone } from '../load-balancers/zones.ts';
import type { Tag } from '../tags.ts';

/** A Network Load Balancer. */
export interface LoadBalancer {
  readonly LoadBalancerId: string;
  readonly LoadBalancerName: string;
  readonly RegionId: string;
  readonly VpcId: string;
  readonly AddressType: 'Internet' | 'Intranet';
  readonly AddressIpVersion: 'Ipv4' | 'DualStack';
  readonly Ipv6AddressType: 'Internet' | 'Intranet';
  readonly CrossZoneEnabled: boolean;
  readonly Cps: number;
  readonly BandwidthPackageId: string;
  readonly ResourceGroupId: string;
  readonly SecurityGroupIds: readonly string[];
  readonly ZoneMappings: readonly Zone[];
  readonly DeletionProtection: { readonly Enabled: boolean; readonly Reason: string };
  readonly ModificationProtection: { readonly Status: 'ConsoleProtection' | 'NonProtection'; readonly Reason: string };
  readonly CreateTime: string;
  readonly Tags: readonly Tag[];
}

/** A listener: `lsn-…@6443`. */
export interface Listener {
  readonly ListenerId: string;
  readonly LoadBalancerId: string;
  readonly ListenerPort: number;
  readonly ListenerProtocol: 'TCP' | 'UDP' | 'TCPSSL';
  readonly ListenerStatus: 'Running' | 'Stopped';
  readonly ListenerDescription: string;
  readonly ServerGroupId: string;
  readonly IdleTimeout: number;
  readonly Cps: number;
  readonly Mss: number;
  readonly ProxyProtocolEnabled: boolean;
  readonly SecSensorEnabled: boolean;
  readonly AlpnEnabled: boolean;
  readonly AlpnPolicy: string;
  readonly CaEnabled: boolean;
  readonly SecurityPolicyId: string;
  readonly CertificateIds: readonly string[];
  readonly AdditionalCertificateIds: readonly string[];
  readonly Tags: readonly Tag[];
}

/** Whether and how servers are asked if they still live. */
export interface HealthCheck {
  readonly HealthCheckEnabled: boolean;
  readonly HealthCheckType: 'TCP' | 'HTTP' | 'UDP';
  readonly HealthCheckConnectPort: number;
  readonly HealthCheckConnectTimeout: number;
  readonly HealthCheckInterval: number;
  readonly HealthCheckDomain: string;
  readonly HealthCheckUrl: string;
  readonly HealthCheckHttpCode: readonly string[];
  readonly HttpCheckMethod: 'GET' | 'HEAD';
  readonly HealthyThreshold: number;
  readonly UnhealthyThreshold: number;
}

export interface ServerGroup {
  readonly ServerGroupId: string;
  readonly ServerGroupName: string;
  readonly ServerGroupType: 'Instance' | 'Ip';
  readonly RegionId: string;
  readonly VpcId: string;
  readonly Protocol: 'TCP' | 'UDP' | 'TCPSSL';
  readonly AddressIPVersion: 'Ipv4' | 'DualStack';
  readonly Scheduler: 'Wrr' | 'Rr' | 'Wlc' | 'Sch' | 'Tch' | 'Qch';
  readonly AnyPortEnabled: boolean;
  readonly PreserveClientIpEnabled: boolean;
  readonly ConnectionDrainEnabled: boolean;
  readonly ConnectionDrainTimeout: number;
  readonly HealthCheck: HealthCheck;
  readonly ResourceGroupId: string;
  readonly Servers: readonly Server[];
  readonly Tags: readonly Tag[];
}

/** Which TLS versions and ciphers a TCPSSL listener takes. */
export interface SecurityPolicy {
  readonly SecurityPolicyId: string;
  readonly SecurityPolicyName: string;
  readonly RegionId: string;
  readonly Ciphers: readonly string[];
  readonly TlsVersions: readonly string[];
}

/** Everything NLB holds, by id. Records are replaced, never changed in place. */
export interface NlbState {
  readonly loadBalancers: Map<string, LoadBalancer>;
  readonly listeners: Map<string, Listener>;
  readonly serverGroups: Map<string, ServerGroup>;
  readonly securityPolicies: Map<string, SecurityPolicy>;
  readonly jobs: Jobs;
}

export function createNlbState(): NlbState {
  return {
    loadBalancers: new Map(),
    listeners: new Map(),
    serverGroups: new Map(),
    securityPolicies: new Map(),
    jobs: createJobs(),
  };
}
