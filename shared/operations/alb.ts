import type { OperationTable } from '../model/operation.ts';
import { tagged } from './ack-tags.ts';
import { names } from './names.ts';
import { ADJACENT, on } from './touch.ts';

const lb = on('alb.load-balancer', 'LoadBalancerId');
const protectedLb = on('alb.load-balancer', 'ResourceId');
/** A tag or resource-group call names any kind of resource; its id tells which. */
const taggedLb = on('alb.load-balancer', 'arn:ResourceId');
const taggedGroup = on('alb.server-group', 'arn:ResourceId');
const listener = on('alb.listener', 'ListenerId');
const rule = on('alb.rule', 'RuleId', 'RuleIds', 'Rules.RuleId');
const group = on('alb.server-group', 'ServerGroupId');
const acl = on('alb.acl', 'AclId');
const script = on('alb.script', 'AScriptIds', 'AScripts.AScriptId');
const policy = on('alb.security-policy', 'SecurityPolicyId');
const zones = { value: ['ZoneMappings'] };
const servers = { value: ['Servers', 'AddedServers', 'RemovedServers'] };

/** What each write of ActionTrail's service Alb does, and to which resource. */
export const alb: OperationTable = {
  service: 'Alb',
  versions: ['2020-06-16'],
  actions: {
    AddEntriesToAcl: [acl('acl-changed', { value: ['AclEntries'] })],
    AddServersToServerGroup: [group('backends-changed', servers)],
    ApplyHealthCheckTemplateToServerGroup: [group('attribute-changed', { value: ['HealthCheckTemplateId'] })],
    AssociateAclsWithListener: [listener('acl-changed', { value: ['AclIds'] })],
    AssociateAdditionalCertificatesWithListener: [listener('listener-changed', { value: ['Certificates'] })],
    AttachCommonBandwidthPackageToLoadBalancer: [lb('spec-changed', { value: ['BandwidthPackageId'] })],
    CancelShiftLoadBalancerZones: [lb('spec-changed', zones)],
    CreateAScripts: [
      listener('listener-changed', { value: ['AScripts'] }),
      on('alb.script', 'response.AScriptIds.AScriptId')('created'),
    ],
    CreateAcl: [on('alb.acl', 'response.AclId')('created')],
    CreateListener: [
      lb('listener-added', { value: ['ListenerPort', 'ListenerProtocol', 'DefaultActions'] }),
      on('alb.listener', 'response.ListenerId')('created'),
    ],
    CreateLoadBalancer: [on('alb.load-balancer', 'response.LoadBalancerId')('created')],
    CreateRule: [listener('rules-added'), on('alb.rule', 'response.RuleId')('created')],
    CreateRules: [listener('rules-added'), on('alb.rule', 'response.RuleIds.RuleId')('created')],
    CreateServerGroup: [on('alb.server-group', 'response.ServerGroupId')('created')],
    DeleteAScripts: [script('listener-changed')],
    DeleteAcl: [acl('acl-changed', ADJACENT)],
    DeleteListener: [listener('listener-changed')],
    DeleteLoadBalancer: [lb('deleted')],
    DeleteRule: [rule('listener-changed')],
    DeleteRules: [rule('listener-changed')],
    DeleteSecurityPolicy: [policy('attribute-changed', ADJACENT)],
    DeleteServerGroup: [group('server-group-deleted')],
    DetachCommonBandwidthPackageFromLoadBalancer: [lb('spec-changed', { value: ['BandwidthPackageId'] })],
    DisableDeletionProtection: [
      protectedLb('protection-changed', ADJACENT),
      protectedLb('delete-protection-lifted', { strength: 'precursor' }),
    ],
    DisableLoadBalancerAccessLog: [lb('attribute-changed', ADJACENT)],
    DisableLoadBalancerIpv6Internet: [lb('spec-changed')],
    DissociateAclsFromListener: [listener('acl-changed', { value: ['AclIds'] })],
    DissociateAdditionalCertificatesFromListener: [listener('listener-changed', { value: ['Certificates'] })],
    EnableDeletionProtection: [protectedLb('protection-changed', ADJACENT)],
    EnableLoadBalancerAccessLog: [lb('attribute-changed', ADJACENT)],
    EnableLoadBalancerIpv6Internet: [lb('spec-changed')],
    LoadBalancerJoinSecurityGroup: [lb('acl-changed', { value: ['SecurityGroupIds'] })],
    LoadBalancerLeaveSecurityGroup: [lb('acl-changed', { value: ['SecurityGroupIds'] })],
    ModifyCapacityReservation: [lb('spec-changed', { ...ADJACENT, value: ['MinimumLoadBalancerCapacity'] })],
    MoveResourceGroup: [taggedLb('resource-group-changed', ADJACENT), taggedGroup('resource-group-changed', ADJACENT)],
    Release: [on('alb.load-balancer')('deleted')],
    RemoveEntriesFromAcl: [acl('acl-changed', { value: ['Entries'] })],
    RemoveServersFromServerGroup: [group('backends-changed', servers)],
    ReplaceServersInServerGroup: [group('backends-changed', servers)],
    StartListener: [listener('listener-changed')],
    StartShiftLoadBalancerZones: [lb('spec-changed', zones)],
    StopListener: [listener('listener-changed')],
    TagResources: [...tagged(taggedLb, ['Tag']), ...tagged(taggedGroup, ['Tag'])],
    UnTagResources: [...tagged(taggedLb, ['TagKey']), ...tagged(taggedGroup, ['TagKey'])],
    UpdateAScripts: [script('listener-changed', { value: ['AScripts'] })],
    UpdateAclAttribute: [acl('name-changed', ADJACENT)],
    UpdateListenerAttribute: [
      listener('listener-changed', { value: ['DefaultActions', 'Certificates', 'SecurityPolicyId', 'IdleTimeout'] }),
    ],
    UpdateListenerLogConfig: [listener('attribute-changed', ADJACENT)],
    UpdateLoadBalancerAddressTypeConfig: [lb('spec-changed', { value: ['AddressType', 'ZoneMappings'] })],
    UpdateLoadBalancerAttribute: [
      lb('attribute-changed', { value: ['LoadBalancerName', 'ModificationProtectionConfig'] }),
    ],
    UpdateLoadBalancerEdition: [lb('spec-changed', { value: ['LoadBalancerEdition'] })],
    UpdateLoadBalancerZones: [lb('spec-changed', zones)],
    UpdateRuleAttribute: [rule('listener-changed', { value: ['RuleActions', 'RuleConditions', 'Priority'] })],
    UpdateRulesAttribute: [rule('listener-changed', { value: ['Rules'] })],
    UpdateSecurityPolicyAttribute: [policy('attribute-changed', { ...ADJACENT, value: ['Ciphers', 'TLSVersions'] })],
    UpdateServerGroupAttribute: [
      group('attribute-changed', { value: ['HealthCheckConfig', 'Scheduler', 'StickySessionConfig'] }),
    ],
    UpdateServerGroupServersAttribute: [group('backends-changed', servers)],
  },
  ignored: names(`
    CreateHealthCheckTemplate CreateSecurityPolicy DeleteHealthCheckTemplates UpdateHealthCheckTemplateAttribute
  `),
  fallback: [lb('unknown-change', ADJACENT)],
};
