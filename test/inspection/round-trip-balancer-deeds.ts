import type { Deed } from './round-trip-network.ts';

const NLB = { LoadBalancerId: 'nlb-1' };
const LSN = { ListenerId: 'lsn-1@6443' };
const GROUP = { ServerGroupId: 'sgp-n1' };
const ALB = { LoadBalancerId: 'alb-1' };
const HTTP = { ListenerId: 'lsn-80' };
const HTTPS = { ListenerId: 'lsn-443' };
const TARGETS = { ServerGroupId: 'sgp-a1' };
const zone = (letter: string) => ({ ZoneId: `cn-hangzhou-${letter}`, VSwitchId: `vsw-${letter}` });
const forward = (ServerGroupId: string) => [
  { Type: 'ForwardGroup', Order: 1, ForwardGroupConfig: { ServerGroupTuples: [{ ServerGroupId }] } },
];

/** What people may do to Network Load Balancers, as it is put back. */
export const NLB_DEEDS: readonly Deed[] = [
  ['nlb:UpdateListenerAttribute', { ...LSN, ServerGroupId: 'sgp-n2', IdleTimeout: 10 }],
  [
    'nlb:UpdateListenerAttribute',
    { ...LSN, ProxyProtocolEnabled: true, Cps: 1, ListenerDescription: "mine'; rm -rf ~" },
  ],
  ['nlb:UpdateListenerAttribute', { ListenerId: 'lsn-2@443', 'CertificateIds.1': 'cert-9', SecurityPolicyId: 'tls-9' }],
  ['nlb:StopListener', LSN],
  ['nlb:CreateListener', { ...NLB, ListenerPort: 9999, ListenerProtocol: 'TCP', ServerGroupId: 'sgp-n2' }],
  [
    'nlb:AssociateAdditionalCertificatesWithListener',
    { ListenerId: 'lsn-2@443', AdditionalCertificateIds: ['cert-7', 'cert-8'] },
  ],
  [
    'nlb:DisassociateAdditionalCertificatesWithListener',
    { ListenerId: 'lsn-2@443', AdditionalCertificateIds: ['cert-2'] },
  ],
  [
    'nlb:AddServersToServerGroup',
    { ...GROUP, Servers: [{ ServerId: 'i-3', ServerType: 'Ecs', Port: 6443, Weight: 5 }] },
  ],
  ['nlb:RemoveServersFromServerGroup', { ...GROUP, Servers: [{ ServerId: 'i-2', ServerType: 'Ecs', Port: 6443 }] }],
  [
    'nlb:UpdateServerGroupServersAttribute',
    { ...GROUP, Servers: [{ ServerId: 'i-1', ServerType: 'Ecs', Port: 6443, Weight: 0 }] },
  ],
  [
    'nlb:UpdateServerGroupAttribute',
    { ...GROUP, Scheduler: 'Rr', HealthCheckConfig: { HealthCheckEnabled: false }, PreserveClientIpEnabled: false },
  ],
  ['nlb:UpdateServerGroupAttribute', { ...GROUP, 'HealthCheckConfig.HealthCheckInterval': '50' }],
  ['nlb:LoadBalancerJoinSecurityGroup', { ...NLB, SecurityGroupIds: ['sg-2'] }],
  ['nlb:LoadBalancerLeaveSecurityGroup', { ...NLB, SecurityGroupIds: ['sg-1'] }],
  ['nlb:UpdateLoadBalancerAttribute', { ...NLB, LoadBalancerName: 'my own', CrossZoneEnabled: false }],
  ['nlb:UpdateLoadBalancerProtection', { ...NLB, DeletionProtectionEnabled: false }],
  ['nlb:UpdateLoadBalancerProtection', { ...NLB, ModificationProtectionStatus: 'NonProtection' }],
  ['nlb:UpdateLoadBalancerZones', { ...NLB, ZoneMappings: [zone('h')] }],
  ['nlb:UpdateLoadBalancerZones', { ...NLB, ZoneMappings: [zone('h'), zone('j')] }],
  ['nlb:StartShiftLoadBalancerZones', { ...NLB, ZoneMappings: [zone('i')] }],
  ['nlb:UpdateLoadBalancerAddressTypeConfig', { ...NLB, AddressType: 'Internet' }],
  ['nlb:AttachCommonBandwidthPackageToLoadBalancer', { ...NLB, BandwidthPackageId: 'cbwp-1' }],
  ['nlb:EnableLoadBalancerIpv6Internet', NLB],
  ['nlb:MoveResourceGroup', { ResourceId: 'nlb-1', ResourceType: 'loadbalancer', NewResourceGroupId: 'rg-mine' }],
  ['nlb:UntagResources', { ResourceType: 'loadbalancer', ResourceId: ['nlb-1'], TagKey: ['kubernetes.do.not.delete'] }],
  [
    'nlb:TagResources',
    { ResourceType: 'servergroup', ResourceId: ['sgp-n1'], Tag: [{ Key: 'ack.aliyun.com', Value: 'other' }] },
  ],
  [
    'tag:UntagResources',
    { 'ResourceARN.1': 'arn:acs:nlb:cn-hangzhou:1234567890123456:loadbalancer/nlb-1', 'TagKey.1': 'ack.aliyun.com' },
  ],
  ['nlb:UpdateSecurityPolicyAttribute', { SecurityPolicyId: 'tls-1', TlsVersions: ['TLSv1.0', 'TLSv1.1'] }],
];

/** What people may do to Application Load Balancers, as it is put back. */
export const ALB_DEEDS: readonly Deed[] = [
  ['alb:UpdateListenerAttribute', { ...HTTP, DefaultActions: forward('sgp-a2'), IdleTimeout: 5 }],
  [
    'alb:UpdateListenerAttribute',
    { ...HTTP, XForwardedForConfig: { XForwardedForEnabled: false }, GzipEnabled: false },
  ],
  ['alb:UpdateListenerAttribute', { ...HTTPS, Certificates: [{ CertificateId: 'cert-9' }], Http2Enabled: false }],
  [
    'alb:UpdateListenerLogConfig',
    { ...HTTP, AccessLogRecordCustomizedHeadersEnabled: true, 'AccessLogTracingConfig.TracingEnabled': true },
  ],
  ['alb:StopListener', HTTP],
  ['alb:CreateListener', { ...ALB, ListenerPort: 9999, ListenerProtocol: 'HTTP', DefaultActions: forward('sgp-a2') }],
  ['alb:AssociateAclsWithListener', { ...HTTP, AclIds: ['acl-b'], AclType: 'White' }],
  ['alb:DissociateAclsFromListener', { ...HTTP, AclIds: ['acl-a'] }],
  [
    'alb:AssociateAdditionalCertificatesWithListener',
    { ...HTTPS, Certificates: [{ CertificateId: 'cert-7' }, { CertificateId: 'cert-8' }] },
  ],
  ['alb:DissociateAdditionalCertificatesFromListener', { ...HTTPS, Certificates: [{ CertificateId: 'cert-2' }] }],
  ['alb:AddEntriesToAcl', { AclId: 'acl-a', AclEntries: [{ Entry: '0.0.0.0/1', Description: "all's well" }] }],
  ['alb:RemoveEntriesFromAcl', { AclId: 'acl-a', Entries: ['10.0.0.0/8'] }],
  ['alb:UpdateAclAttribute', { AclId: 'acl-a', AclName: 'renamed' }],
  [
    'alb:UpdateRuleAttribute',
    {
      RuleId: 'rule-a',
      Priority: 7,
      RuleActions: forward('sgp-a2'),
      RuleConditions: [{ Type: 'Path', PathConfig: { Values: ['/x', '/y'] } }],
    },
  ],
  [
    'alb:UpdateRulesAttribute',
    {
      Rules: [
        { RuleId: 'rule-a', Priority: 9 },
        { RuleId: 'rule-b', RuleActions: forward('sgp-a2') },
      ],
    },
  ],
  [
    'alb:CreateRule',
    {
      ...HTTP,
      RuleName: 'mine',
      Priority: 3,
      RuleActions: forward('sgp-a2'),
      RuleConditions: [{ Type: 'Host', HostConfig: { Values: ['c.example.com'] } }],
    },
  ],
  [
    'alb:CreateRules',
    { ...HTTP, Rules: [{ RuleName: 'x', Priority: 4, RuleActions: forward('sgp-a2'), RuleConditions: [] }] },
  ],
  [
    'alb:AddServersToServerGroup',
    { ...TARGETS, Servers: [{ ServerId: 'i-2', ServerType: 'Ecs', Port: 80, Weight: 5 }] },
  ],
  ['alb:RemoveServersFromServerGroup', { ...TARGETS, Servers: [{ ServerId: 'i-1', ServerType: 'Ecs', Port: 30_080 }] }],
  [
    'alb:ReplaceServersInServerGroup',
    {
      ...TARGETS,
      RemovedServers: [{ ServerId: 'i-1', ServerType: 'Ecs', Port: 30_080 }],
      AddedServers: [{ ServerId: 'i-3', ServerType: 'Ecs', Port: 30_080, Weight: 100 }],
    },
  ],
  [
    'alb:UpdateServerGroupServersAttribute',
    { ...TARGETS, Servers: [{ ServerId: 'i-1', ServerType: 'Ecs', Port: 30_080, Weight: 0 }] },
  ],
  [
    'alb:UpdateServerGroupAttribute',
    {
      ...TARGETS,
      Scheduler: 'Wlc',
      HealthCheckConfig: { HealthCheckEnabled: false },
      StickySessionConfig: { StickySessionEnabled: true, StickySessionType: 'Insert', CookieTimeout: 60 },
    },
  ],
  ['alb:UpdateLoadBalancerAttribute', { ...ALB, LoadBalancerName: 'my own' }],
  ['alb:UpdateLoadBalancerAttribute', { ...ALB, 'ModificationProtectionConfig.Status': 'NonProtection' }],
  ['alb:DisableDeletionProtection', { ResourceId: 'alb-1' }],
  ['alb:UpdateLoadBalancerEdition', { ...ALB, LoadBalancerEdition: 'StandardWithWaf' }],
  ['alb:UpdateLoadBalancerZones', { ...ALB, ZoneMappings: [zone('h')] }],
  ['alb:StartShiftLoadBalancerZones', { ...ALB, ZoneMappings: [zone('i')] }],
  ['alb:LoadBalancerLeaveSecurityGroup', { ...ALB, SecurityGroupIds: ['sg-1'] }],
  ['alb:DisableLoadBalancerAccessLog', ALB],
  ['alb:EnableLoadBalancerAccessLog', { ...ALB, LogProject: 'mine', LogStore: 'alb_mine' }],
  ['alb:MoveResourceGroup', { ResourceId: 'sgp-a1', ResourceType: 'servergroup', NewResourceGroupId: 'rg-mine' }],
  ['alb:UnTagResources', { ResourceType: 'loadbalancer', ResourceId: ['alb-1'], TagKey: ['ack.aliyun.com'] }],
  ['alb:CreateAScripts', { ...HTTPS, AScripts: [{ AScriptName: 'x', ScriptContent: 'true', Enabled: true }] }],
  ['alb:UpdateAScripts', { AScripts: [{ AScriptId: 'as-1', ScriptContent: 'false', Enabled: false }] }],
  ['alb:UpdateSecurityPolicyAttribute', { SecurityPolicyId: 'spc-1', TLSVersions: ['TLSv1.0'] }],
];

/** What people may do to elastic IP addresses, as it is put back. */
export const EIP_DEEDS: readonly Deed[] = [
  ['vpc:UnassociateEipAddress', { AllocationId: 'eip-1', InstanceId: 'lb-1', InstanceType: 'SlbInstance' }],
  ['vpc:AssociateEipAddress', { AllocationId: 'eip-2', InstanceId: 'i-1', InstanceType: 'EcsInstance' }],
  ['vpc:ModifyEipAddressAttribute', { AllocationId: 'eip-1', Bandwidth: '1' }],
  ['vpc:DeletionProtection', { InstanceId: 'eip-1', Type: 'EIP', ProtectionEnable: 'false' }],
];

/** What is made again under another id. */
export const BALANCER_PARTS_LOST: readonly Deed[] = [
  ['nlb:DeleteListener', LSN],
  ['nlb:DeleteServerGroup', { ServerGroupId: 'sgp-nfree' }],
  ['alb:DeleteListener', HTTPS],
  ['alb:DeleteRule', { RuleId: 'rule-a' }],
  ['alb:DeleteServerGroup', { ServerGroupId: 'sgp-afree' }],
  ['alb:DeleteAcl', { AclId: 'acl-afree' }],
  ['alb:DeleteAScripts', { AScriptIds: ['as-1'] }],
];

/** What never comes back. */
export const BALANCERS_LOST: readonly Deed[] = [
  ['nlb:DeleteLoadBalancer', NLB],
  ['alb:DeleteLoadBalancer', ALB],
  ['vpc:ReleaseEipAddress', { AllocationId: 'eip-2' }],
];
