import { createJobs, type Jobs } from '../load-balancers/jobs.ts';
import type { Server } from '../load-balancers/servers.ts';
import type { Zone } from '../load-balancers/zones.ts';
import type { Answer } from '../api.ts';
import type { Tag } from '../tags.ts';

/** An Application Load Balancer. */
export interface LoadBalancer {
  readonly LoadBalancerId: string;
  readonly LoadBalancerName: string;
  readonly RegionId: string;
  readonly VpcId: string;
  readonly AddressType: 'Internet' | 'Intranet';
  readonly AddressIpVersion: 'IPv4' | 'DualStack';
  readonly Ipv6AddressType: 'Internet' | 'Intranet';
  readonly AddressAllocatedMode: 'Fixed' | 'Dynamic';
  readonly LoadBalancerEdition: 'Basic' | 'Standard' | 'StandardWithWaf';
  readonly BandwidthPackageId: string;
  readonly ResourceGroupId: string;
  readonly SecurityGroupIds: readonly string[];
  readonly ZoneMappings: readonly Zone[];
  readonly IsDeletionProtected: boolean;
  readonly ModificationProtection: { readonly Status: 'ConsoleProtection' | 'NonProtection'; readonly Reason: string };
  readonly AccessLog: { readonly LogProject: string; readonly LogStore: string };
  readonly CreateTime: string;
  readonly Tags: readonly Tag[];
}

/** A listener. `Settings` are the structures that its calls take, kept as they were said. */
export interface Listener {
  readonly ListenerId: string;
  readonly LoadBalancerId: string;
  readonly ListenerPort: number;
  readonly ListenerProtocol: 'HTTP' | 'HTTPS' | 'QUIC';
  readonly ListenerStatus: 'Running' | 'Stopped';
  readonly ListenerDescription: string;
  readonly SecurityPolicyId: string;
  readonly IdleTimeout: number;
  readonly RequestTimeout: number;
  readonly GzipEnabled: boolean;
  readonly Http2Enabled: boolean;
  readonly CaEnabled: boolean;
  readonly DefaultActions: readonly Answer[];
  readonly Certificates: readonly Answer[];
  readonly AdditionalCertificateIds: readonly string[];
  readonly XForwardedForConfig: Answer;
  readonly QuicConfig: Answer;
  readonly LogConfig: Answer;
  readonly AclType: '' | 'White' | 'Black';
  readonly AclIds: readonly string[];
  readonly Tags: readonly Tag[];
}

/** A forwarding rule of a listener. */
export interface Rule {
  readonly RuleId: string;
  readonly RuleName: string;
  readonly ListenerId: string;
  readonly Direction: 'Request' | 'Response';
  readonly Priority: number;
  readonly RuleConditions: readonly Answer[];
  readonly RuleActions: readonly Answer[];
  readonly Tags: readonly Tag[];
}

export interface ServerGroup {
  readonly ServerGroupId: string;
  readonly ServerGroupName: string;
  readonly ServerGroupType: 'Instance' | 'Ip' | 'Fc';
  readonly RegionId: string;
  readonly VpcId: string;
  readonly Protocol: 'HTTP' | 'HTTPS' | 'gRPC';
  readonly Scheduler: 'Wrr' | 'Wlc' | 'Sch' | 'Uch';
  readonly Ipv6Enabled: boolean;
  readonly CrossZoneEnabled: boolean;
  readonly UpstreamKeepaliveEnabled: boolean;
  readonly ServiceName: string;
  readonly HealthCheckConfig: Answer;
  readonly StickySessionConfig: Answer;
  readonly ConnectionDrainConfig: Answer;
  readonly SlowStartConfig: Answer;
  readonly UchConfig: Answer;
  readonly ResourceGroupId: string;
  readonly Servers: readonly Server[];
  readonly Tags: readonly Tag[];
}

export interface AccessControlList {
  readonly AclId: string;
  readonly AclName: string;
  readonly RegionId: string;
  readonly ResourceGroupId: string;
  readonly AclEntries: readonly { readonly Entry: string; readonly Description: string }[];
  readonly Tags: readonly Tag[];
}

/** A script that a listener runs. */
export interface Script {
  readonly AScriptId: string;
  readonly AScriptName: string;
  readonly ListenerId: string;
  readonly Enabled: boolean;
  readonly ScriptContent: string;
}

/** Which TLS versions and ciphers an HTTPS listener takes. */
export interface SecurityPolicy {
  readonly SecurityPolicyId: string;
  readonly SecurityPolicyName: string;
  readonly RegionId: string;
  readonly Ciphers: readonly string[];
  readonly TLSVersions: readonly string[];
}

/** Everything ALB holds, by id. Records are replaced, never changed in place. */
export interface AlbState {
  readonly loadBalancers: Map<string, LoadBalancer>;
  readonly listeners: Map<string, Listener>;
  readonly rules: Map<string, Rule>;
  readonly serverGroups: Map<string, ServerGroup>;
  readonly acls: Map<string, AccessControlList>;
  readonly scripts: Map<string, Script>;
  readonly securityPolicies: Map<string, SecurityPolicy>;
  readonly jobs: Jobs;
}

export function createAlbState(): AlbState {
  return {
    loadBalancers: new Map(),
    listeners: new Map(),
    rules: new Map(),
    serverGroups: new Map(),
    acls: new Map(),
    scripts: new Map(),
    securityPolicies: new Map(),
    jobs: createJobs(),
  };
}
