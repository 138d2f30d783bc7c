import type { Tag } from '../tags.ts';

/** Settings that differ by protocol, in the cloud's spelling; what was never set is absent. */
export type Attributes = Readonly<Record<string, string | number>>;

export type Protocol = 'tcp' | 'udp' | 'http' | 'https';

/** One backend of a server group (`Port`) or of the load balancer itself (no port). */
export interface Backend {
  readonly ServerId: string;
  readonly Weight: number;
  readonly Type: 'ecs' | 'eni' | 'eci';
  readonly Port?: number;
  readonly ServerIp?: string;
  readonly Description?: string;
  /** Master-slave groups only. */
  readonly ServerType?: 'Master' | 'Slave';
}

export interface LoadBalancer {
  readonly LoadBalancerId: string;
  readonly LoadBalancerName: string;
  readonly LoadBalancerStatus: 'active' | 'inactive' | 'locked';
  readonly RegionId: string;
  readonly MasterZoneId: string;
  readonly SlaveZoneId: string;
  readonly Address: string;
  readonly AddressType: 'internet' | 'intranet';
  readonly AddressIPVersion: 'ipv4' | 'ipv6';
  readonly VpcId: string;
  readonly VSwitchId: string;
  readonly NetworkType: 'vpc' | 'classic';
  readonly InternetChargeType: 'paybytraffic' | 'paybybandwidth';
  readonly Bandwidth: number;
  readonly LoadBalancerSpec: string;
  readonly InstanceChargeType: 'PayBySpec' | 'PayByCLCU';
  readonly PayType: 'PayOnDemand' | 'PrePay';
  readonly CreateTime: string;
  readonly ResourceGroupId: string;
  readonly DeleteProtection: 'on' | 'off';
  readonly ModificationProtectionStatus: 'ConsoleProtection' | 'NonProtection';
  readonly ModificationProtectionReason: string;
  readonly BackendServers: readonly Backend[];
  readonly Tags: readonly Tag[];
}

/** A listener. `Attributes` are the fields of its protocol in the cloud's spelling (see listener-attributes.ts). */
export interface Listener {
  readonly LoadBalancerId: string;
  readonly ListenerPort: number;
  readonly ListenerProtocol: Protocol;
  readonly Status: 'running' | 'stopped';
  readonly Attributes: Attributes;
  /** The older white list of the listener, beside the access control list. */
  readonly AccessControlStatus: 'open_white_list' | 'close';
  readonly SourceItems: readonly string[];
  readonly Tags: readonly Tag[];
}

export interface VServerGroup {
  readonly VServerGroupId: string;
  readonly VServerGroupName: string;
  readonly LoadBalancerId: string;
  readonly CreateTime: string;
  readonly BackendServers: readonly Backend[];
  readonly Tags: readonly Tag[];
}

export interface MasterSlaveGroup {
  readonly MasterSlaveServerGroupId: string;
  readonly MasterSlaveServerGroupName: string;
  readonly LoadBalancerId: string;
  readonly CreateTime: string;
  readonly MasterSlaveBackendServers: readonly Backend[];
  readonly Tags: readonly Tag[];
}

export interface AccessControlList {
  readonly AclId: string;
  readonly AclName: string;
  readonly AddressIPVersion: 'ipv4' | 'ipv6';
  readonly RegionId: string;
  readonly ResourceGroupId: string;
  readonly CreateTime: string;
  readonly AclEntrys: readonly { readonly AclEntryIP: string; readonly AclEntryComment: string }[];
  readonly Tags: readonly Tag[];
}

/** A forwarding rule of an HTTP or HTTPS listener. `Attributes`: scheduler, sticky session, health check. */
export interface Rule {
  readonly RuleId: string;
  readonly RuleName: string;
  readonly LoadBalancerId: string;
  readonly ListenerPort: number;
  readonly ListenerProtocol: Protocol;
  readonly Domain: string;
  readonly Url: string;
  readonly VServerGroupId: string;
  readonly ListenerSync: 'on' | 'off';
  readonly Attributes: Attributes;
}

export interface DomainExtension {
  readonly DomainExtensionId: string;
  readonly LoadBalancerId: string;
  readonly ListenerPort: number;
  readonly Domain: string;
  readonly ServerCertificateId: string;
}

/** A server's certificate, or that of an authority that signs clients'. Keys are not kept. */
export interface Certificate {
  readonly CertificateId: string;
  readonly CertificateName: string;
  readonly Kind: 'server' | 'ca';
  readonly RegionId: string;
  readonly Fingerprint: string;
  readonly ResourceGroupId: string;
  readonly CreateTime: string;
  readonly Tags: readonly Tag[];
}

/** Which TLS versions and ciphers an HTTPS listener takes. */
export interface TlsCipherPolicy {
  readonly InstanceId: string;
  readonly Name: string;
  readonly RegionId: string;
  readonly TLSVersions: readonly string[];
  readonly Ciphers: readonly string[];
  readonly CreateTime: number;
}

/** Everything SLB holds, by id; a listener by `listenerKey`. Records are replaced, never changed in place. */
export interface SlbState {
  readonly loadBalancers: Map<string, LoadBalancer>;
  readonly listeners: Map<string, Listener>;
  readonly vServerGroups: Map<string, VServerGroup>;
  readonly masterSlaveGroups: Map<string, MasterSlaveGroup>;
  readonly acls: Map<string, AccessControlList>;
  readonly rules: Map<string, Rule>;
  readonly domainExtensions: Map<string, DomainExtension>;
  readonly certificates: Map<string, Certificate>;
  readonly tlsCipherPolicies: Map<string, TlsCipherPolicy>;
}

export function createSlbState(): SlbState {
  return {
    loadBalancers: new Map(),
    listeners: new Map(),
    vServerGroups: new Map(),
    masterSlaveGroups: new Map(),
    acls: new Map(),
    rules: new Map(),
    domainExtensions: new Map(),
    certificates: new Map(),
    tlsCipherPolicies: new Map(),
  };
}

/** The key of a listener in `SlbState.listeners`. */
export function listenerKey(loadBalancer: string, port: number, protocol: Protocol): string {
  return `${loadBalancer}/${port}/${protocol}`;
}
