import type { OperationTable } from '../model/operation.ts';
import { tagged } from './ack-tags.ts';
import { names } from './names.ts';
import { ADJACENT, on } from './touch.ts';

const lb = on('slb.load-balancer', 'LoadBalancerId');
const listener = on('slb.listener', 'LoadBalancerId/ListenerPort/ListenerProtocol');
/** Calls whose action says the protocol. */
const listenerOnPort = on('slb.listener', 'LoadBalancerId/ListenerPort');
const group = on('slb.vserver-group', 'VServerGroupId');
const pair = on('slb.master-slave-group', 'MasterSlaveServerGroupId', 'MasterSlaveVServerGroupId');
const acl = on('slb.acl', 'AclId');
const rule = on('slb.rule', 'RuleIds', 'RuleId');
const domain = on('slb.domain-extension', 'DomainExtensionId');
const certificate = on('slb.certificate', 'ServerCertificateId', 'CACertificateId');
const policy = on('slb.tls-policy', 'TLSCipherPolicyId');
const newListener = lb('listener-added', { value: ['ListenerPort'] });
const editedListener = listenerOnPort('listener-changed', {
  value: ['VServerGroupId', 'AclId', 'AclStatus', 'AclType', 'Scheduler', 'Bandwidth'],
});
const newSpec = lb('spec-changed', { value: ['LoadBalancerSpec', 'InternetChargeType', 'Bandwidth'] });
const backends = { value: ['BackendServers'] };

/** What each write of ActionTrail's service Slb (CLB) does, and to which resource. */
export const slb: OperationTable = {
  service: 'Slb',
  versions: ['2014-05-15'],
  actions: {
    AddAccessControlListEntry: [acl('acl-changed', { value: ['AclEntrys'] })],
    AddBackendServers: [lb('backends-changed', backends)],
    AddListenerWhiteListItem: [listener('acl-changed', { value: ['SourceItems'] })],
    AddTags: tagged(lb, ['Tags']),
    AddVServerGroupBackendServers: [group('backends-changed', backends)],
    AssociateLoadBalancerWithCen: [lb('attribute-changed')],
    CreateAccessControlList: [on('slb.acl', 'response.AclId')('created')],
    CreateDomainExtension: [
      lb('attribute-changed', { value: ['Domain', 'ServerCertificateId'] }),
      on('slb.domain-extension', 'response.DomainExtensionId')('created'),
    ],
    CreateLoadBalancer: [on('slb.load-balancer', 'response.LoadBalancerId')('created')],
    CreateLoadBalancerHTTPListener: [newListener],
    CreateLoadBalancerHTTPSListener: [newListener],
    CreateLoadBalancerTCPListener: [newListener],
    CreateLoadBalancerTCPSListener: [newListener],
    CreateLoadBalancerUDPListener: [newListener],
    CreateMasterSlaveServerGroup: [
      lb('server-group-added', { value: ['MasterSlaveBackendServers'] }),
      on('slb.master-slave-group', 'response.MasterSlaveServerGroupId')('created'),
    ],
    CreateMasterSlaveVServerGroup: [lb('listener-changed')],
    CreateProtectedDomain: [lb('attribute-changed')],
    CreateRules: [
      lb('rules-added', { value: ['RuleList'] }),
      on('slb.rule', 'response.Rules.Rule.RuleId', 'response.Rules.RuleId')('created'),
    ],
    CreateRulesEx: [lb('listener-changed')],
    CreateVServerGroup: [
      lb('server-group-added', { value: ['VServerGroupName', 'BackendServers'] }),
      on('slb.vserver-group', 'response.VServerGroupId')('created'),
    ],
    DeleteAccessControlList: [acl('acl-changed')],
    DeleteCACertificate: [certificate('attribute-changed', ADJACENT)],
    DeleteDomainExtension: [domain('attribute-changed')],
    DeleteLoadBalancer: [lb('deleted')],
    DeleteLoadBalancerListener: [listener('listener-changed')],
    DeleteMasterSlaveServerGroup: [pair('server-group-deleted')],
    DeleteMasterSlaveVServerGroup: [pair('server-group-deleted')],
    DeleteProtectedDomain: [lb('attribute-changed')],
    DeleteRules: [rule('listener-changed')],
    DeleteRulesEx: [lb('listener-changed')],
    DeleteServerCertificate: [certificate('attribute-changed', ADJACENT)],
    DeleteTLSCipherPolicy: [policy('attribute-changed', ADJACENT)],
    DeleteVServerGroup: [group('server-group-deleted')],
    Modify: [on('slb.load-balancer')('spec-changed')],
    ModifyLoadBalancerInstanceChargeType: [newSpec],
    ModifyLoadBalancerInstanceSpec: [newSpec],
    ModifyLoadBalancerInternetSpec: [newSpec],
    ModifyLoadBalancerPayType: [lb('charge-type-changed', ADJACENT)],
    ModifyVServerGroupBackendServers: [group('backends-changed', { value: ['NewBackendServers'] })],
    MoveResourceGroup: [
      on('slb.load-balancer', 'arn:ResourceId')('resource-group-changed', ADJACENT),
      on('slb.acl', 'ResourceId')('resource-group-changed', {
        ...ADJACENT,
        when: { equals: ['ResourceType', 'acl'] },
      }),
    ],
    Release: [on('slb.load-balancer')('deleted')],
    RemoveAccessControlListEntry: [acl('acl-changed', { value: ['AclEntrys'] })],
    RemoveBackendServers: [lb('backends-changed', backends)],
    RemoveListenerWhiteListItem: [listener('acl-changed', { value: ['SourceItems'] })],
    RemoveTags: tagged(lb, ['Tags']),
    RemoveVServerGroupBackendServers: [group('backends-changed', backends)],
    SetAccessControlListAttribute: [acl('name-changed', ADJACENT)],
    SetBackendServers: [lb('backend-weights-changed', backends)],
    SetDomainExtensionAttribute: [domain('attribute-changed', { value: ['ServerCertificateId'] })],
    SetListenerAccessControlStatus: [listener('acl-changed', { value: ['AccessControlStatus'] })],
    SetLoadBalancerDeleteProtection: [
      lb('protection-changed', { value: ['DeleteProtection'] }),
      lb('delete-protection-lifted', { strength: 'precursor', when: { equals: ['DeleteProtection', 'off'] } }),
    ],
    SetLoadBalancerHTTPListenerAttribute: [editedListener],
    SetLoadBalancerHTTPSListenerAttribute: [editedListener],
    SetLoadBalancerModificationProtection: [
      lb('protection-changed', { value: ['ModificationProtectionStatus'] }),
      lb('modification-protection-lifted', {
        strength: 'precursor',
        when: { equals: ['ModificationProtectionStatus', 'NonProtection'] },
      }),
    ],
    SetLoadBalancerName: [lb('name-changed', { value: ['LoadBalancerName'] })],
    SetLoadBalancerStatus: [lb('stopped', { value: ['LoadBalancerStatus'] })],
    SetLoadBalancerTCPListenerAttribute: [editedListener],
    SetLoadBalancerTCPSListenerAttribute: [editedListener],
    SetLoadBalancerUDPListenerAttribute: [editedListener],
    SetRule: [rule('listener-changed', { value: ['VServerGroupId'] })],
    SetRuleEx: [lb('listener-changed')],
    SetTLSCipherPolicyAttribute: [policy('attribute-changed', { value: ['TLSVersions'] })],
    SetVServerGroupAttribute: [group('backend-weights-changed', { value: ['VServerGroupName', 'BackendServers'] })],
    StartLoadBalancerListener: [listener('listener-changed')],
    StopLoadBalancerListener: [listener('listener-changed')],
    TagResources: tagged(on('slb.load-balancer', 'ResourceId'), ['Tag']),
    UntagResources: tagged(on('slb.load-balancer', 'ResourceId'), ['TagKey']),
  },
  ignored: names(`
    Create CreateLoadBalancerForCloudService CreateLoadBalancerPro CreateTLSCipherPolicy
    DeleteAccessLogsDownloadAttribute EnableHighDefinationMonitor ModifyHighDefinationMonitor Renew
    SetAccessLogsDownloadAttribute SetCACertificateName SetServerCertificateName UploadCACertificate
    UploadServerCertificate
  `),
  fallback: [lb('unknown-change', ADJACENT)],
};
