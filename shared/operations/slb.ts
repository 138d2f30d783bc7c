import type { OperationTable } from '../model/operation.ts';
import { touch } from './touch.ts';

/** What each write of ActionTrail's service Slb does, and to which resource. */
export const slb: OperationTable = {
  service: 'Slb',
  versions: ['2014-05-15'],
  actions: {
    AddAccessControlListEntry: [touch('slb.acl', ['AclId'], 'acl-changed', { value: ['AclEntrys'] })],
    AddBackendServers: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'backends-changed', { value: ['BackendServers'] }),
    ],
    AddListenerWhiteListItem: [
      touch('slb.listener', ['LoadBalancerId/ListenerPort/ListenerProtocol'], 'acl-changed', {
        value: ['SourceItems'],
      }),
    ],
    AddTags: [touch('slb.load-balancer', ['LoadBalancerId'], 'tags-changed', { value: ['Tags'] })],
    AddVServerGroupBackendServers: [
      touch('slb.vserver-group', ['VServerGroupId'], 'backends-changed', { value: ['BackendServers'] }),
    ],
    AssociateLoadBalancerWithCen: [touch('slb.load-balancer', ['LoadBalancerId'], 'attribute-changed')],
    CreateAccessControlList: [touch('slb.acl', ['response.AclId'], 'created')],
    CreateDomainExtension: [touch('slb.load-balancer', ['LoadBalancerId'], 'attribute-changed')],
    CreateLoadBalancer: [touch('slb.load-balancer', ['response.LoadBalancerId'], 'created')],
    CreateLoadBalancerHTTPListener: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'listener-added', { value: ['ListenerPort'] }),
    ],
    CreateLoadBalancerHTTPSListener: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'listener-added', { value: ['ListenerPort'] }),
    ],
    CreateLoadBalancerTCPListener: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'listener-added', { value: ['ListenerPort'] }),
    ],
    CreateLoadBalancerTCPSListener: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'listener-added', { value: ['ListenerPort'] }),
    ],
    CreateLoadBalancerUDPListener: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'listener-added', { value: ['ListenerPort'] }),
    ],
    CreateMasterSlaveServerGroup: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'server-group-added', { value: ['MasterSlaveBackendServers'] }),
      touch('slb.master-slave-group', ['response.MasterSlaveServerGroupId'], 'created'),
    ],
    CreateMasterSlaveVServerGroup: [touch('slb.load-balancer', ['LoadBalancerId'], 'listener-changed')],
    CreateProtectedDomain: [touch('slb.load-balancer', ['LoadBalancerId'], 'attribute-changed')],
    CreateRules: [touch('slb.load-balancer', ['LoadBalancerId'], 'rules-added', { value: ['RuleList'] })],
    CreateRulesEx: [touch('slb.load-balancer', ['LoadBalancerId'], 'listener-changed')],
    CreateVServerGroup: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'server-group-added', {
        value: ['VServerGroupName', 'BackendServers'],
      }),
      touch('slb.vserver-group', ['response.VServerGroupId'], 'created'),
    ],
    DeleteAccessControlList: [touch('slb.acl', ['AclId'], 'acl-changed')],
    DeleteCACertificate: [touch('slb.certificate', ['CACertificateId'], 'attribute-changed', { strength: 'adjacent' })],
    DeleteDomainExtension: [touch('slb.domain-extension', ['DomainExtensionId'], 'attribute-changed')],
    DeleteLoadBalancer: [touch('slb.load-balancer', ['LoadBalancerId'], 'deleted')],
    DeleteLoadBalancerListener: [
      touch('slb.listener', ['LoadBalancerId/ListenerPort/ListenerProtocol'], 'listener-changed'),
    ],
    DeleteMasterSlaveServerGroup: [
      touch('slb.master-slave-group', ['MasterSlaveServerGroupId'], 'server-group-deleted'),
    ],
    DeleteMasterSlaveVServerGroup: [
      touch(
        'slb.master-slave-group',
        ['MasterSlaveVServerGroupId', 'MasterSlaveServerGroupId'],
        'server-group-deleted',
      ),
    ],
    DeleteProtectedDomain: [touch('slb.load-balancer', ['LoadBalancerId'], 'attribute-changed')],
    DeleteRules: [touch('slb.rule', ['RuleIds'], 'listener-changed')],
    DeleteRulesEx: [touch('slb.load-balancer', ['LoadBalancerId'], 'listener-changed')],
    DeleteServerCertificate: [
      touch('slb.certificate', ['ServerCertificateId'], 'attribute-changed', { strength: 'adjacent' }),
    ],
    DeleteTLSCipherPolicy: [
      touch('slb.tls-policy', ['TLSCipherPolicyId'], 'attribute-changed', { strength: 'adjacent' }),
    ],
    DeleteVServerGroup: [touch('slb.vserver-group', ['VServerGroupId'], 'server-group-deleted')],
    Modify: [touch('slb.load-balancer', [], 'spec-changed')],
    ModifyLoadBalancerInstanceChargeType: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'spec-changed', {
        value: ['LoadBalancerSpec', 'InternetChargeType', 'Bandwidth'],
      }),
    ],
    ModifyLoadBalancerInstanceSpec: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'spec-changed', {
        value: ['LoadBalancerSpec', 'InternetChargeType', 'Bandwidth'],
      }),
    ],
    ModifyLoadBalancerInternetSpec: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'spec-changed', {
        value: ['LoadBalancerSpec', 'InternetChargeType', 'Bandwidth'],
      }),
    ],
    ModifyLoadBalancerPayType: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'charge-type-changed', { strength: 'adjacent' }),
    ],
    ModifyVServerGroupBackendServers: [
      touch('slb.vserver-group', ['VServerGroupId'], 'backends-changed', { value: ['NewBackendServers'] }),
    ],
    MoveResourceGroup: [touch('slb.load-balancer', ['ResourceId'], 'attribute-changed', { strength: 'adjacent' })],
    Release: [touch('slb.load-balancer', [], 'deleted')],
    RemoveAccessControlListEntry: [touch('slb.acl', ['AclId'], 'acl-changed', { value: ['AclEntrys'] })],
    RemoveBackendServers: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'backends-changed', { value: ['BackendServers'] }),
    ],
    RemoveListenerWhiteListItem: [
      touch('slb.listener', ['LoadBalancerId/ListenerPort/ListenerProtocol'], 'acl-changed', {
        value: ['SourceItems'],
      }),
    ],
    RemoveTags: [touch('slb.load-balancer', ['LoadBalancerId'], 'tags-changed')],
    RemoveVServerGroupBackendServers: [
      touch('slb.vserver-group', ['VServerGroupId'], 'backends-changed', { value: ['BackendServers'] }),
    ],
    SetAccessControlListAttribute: [touch('slb.acl', ['AclId'], 'name-changed', { strength: 'adjacent' })],
    SetBackendServers: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'backend-weights-changed', { value: ['BackendServers'] }),
    ],
    SetDomainExtensionAttribute: [touch('slb.domain-extension', ['DomainExtensionId'], 'attribute-changed')],
    SetListenerAccessControlStatus: [
      touch('slb.listener', ['LoadBalancerId/ListenerPort/ListenerProtocol'], 'acl-changed', {
        value: ['AccessControlStatus'],
      }),
    ],
    SetLoadBalancerDeleteProtection: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'protection-changed', { value: ['DeleteProtection'] }),
      touch('slb.load-balancer', ['LoadBalancerId'], 'delete-protection-lifted', {
        strength: 'precursor',
        when: { equals: ['DeleteProtection', 'off'] },
      }),
    ],
    SetLoadBalancerHTTPListenerAttribute: [
      touch('slb.listener', ['LoadBalancerId/ListenerPort'], 'listener-changed', {
        value: ['VServerGroupId', 'AclId', 'AclStatus', 'AclType', 'Scheduler', 'Bandwidth'],
      }),
    ],
    SetLoadBalancerHTTPSListenerAttribute: [
      touch('slb.listener', ['LoadBalancerId/ListenerPort'], 'listener-changed', {
        value: ['VServerGroupId', 'AclId', 'AclStatus', 'AclType', 'Scheduler', 'Bandwidth'],
      }),
    ],
    SetLoadBalancerModificationProtection: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'protection-changed', { value: ['ModificationProtectionStatus'] }),
      touch('slb.load-balancer', ['LoadBalancerId'], 'modification-protection-lifted', {
        strength: 'precursor',
        when: { equals: ['ModificationProtectionStatus', 'NonProtection'] },
      }),
    ],
    SetLoadBalancerName: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'name-changed', { value: ['LoadBalancerName'] }),
    ],
    SetLoadBalancerStatus: [
      touch('slb.load-balancer', ['LoadBalancerId'], 'stopped', { value: ['LoadBalancerStatus'] }),
    ],
    SetLoadBalancerTCPListenerAttribute: [
      touch('slb.listener', ['LoadBalancerId/ListenerPort'], 'listener-changed', {
        value: ['VServerGroupId', 'AclId', 'AclStatus', 'AclType', 'Scheduler', 'Bandwidth'],
      }),
    ],
    SetLoadBalancerTCPSListenerAttribute: [
      touch('slb.listener', ['LoadBalancerId/ListenerPort'], 'listener-changed', {
        value: ['VServerGroupId', 'AclId', 'AclStatus', 'AclType', 'Scheduler', 'Bandwidth'],
      }),
    ],
    SetLoadBalancerUDPListenerAttribute: [
      touch('slb.listener', ['LoadBalancerId/ListenerPort'], 'listener-changed', {
        value: ['VServerGroupId', 'AclId', 'AclStatus', 'AclType', 'Scheduler', 'Bandwidth'],
      }),
    ],
    SetRule: [touch('slb.rule', ['RuleId'], 'listener-changed', { value: ['VServerGroupId'] })],
    SetRuleEx: [touch('slb.load-balancer', ['LoadBalancerId'], 'listener-changed')],
    SetTLSCipherPolicyAttribute: [
      touch('slb.tls-policy', ['TLSCipherPolicyId'], 'attribute-changed', { value: ['TLSVersions'] }),
    ],
    SetVServerGroupAttribute: [
      touch('slb.vserver-group', ['VServerGroupId'], 'backend-weights-changed', {
        value: ['VServerGroupName', 'BackendServers'],
      }),
    ],
    StartLoadBalancerListener: [
      touch('slb.listener', ['LoadBalancerId/ListenerPort/ListenerProtocol'], 'listener-changed'),
    ],
    StopLoadBalancerListener: [
      touch('slb.listener', ['LoadBalancerId/ListenerPort/ListenerProtocol'], 'listener-changed'),
    ],
    TagResources: [touch('slb.load-balancer', ['ResourceId'], 'tags-changed', { value: ['Tag'] })],
    UntagResources: [touch('slb.load-balancer', ['ResourceId'], 'tags-changed', { value: ['TagKey'] })],
  },
  ignored: [
    'CreateTLSCipherPolicy',
    'DeleteAccessLogsDownloadAttribute',
    'EnableHighDefinationMonitor',
    'ModifyHighDefinationMonitor',
    'SetAccessLogsDownloadAttribute',
    'SetCACertificateName',
    'SetServerCertificateName',
    'UploadCACertificate',
    'UploadServerCertificate',
    'CreateLoadBalancerPro',
    'CreateLoadBalancerForCloudService',
    'Create',
    'Renew',
  ],
  fallback: [touch('slb.load-balancer', ['LoadBalancerId'], 'unknown-change', { strength: 'adjacent' })],
};
