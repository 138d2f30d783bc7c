import type { OperationTable } from '../model/operation.ts';
import { tagged } from './ack-tags.ts';
import { names } from './names.ts';
import { ADJACENT, on } from './touch.ts';

const lb = on('nlb.load-balancer', 'LoadBalancerId');
/** A tag or resource-group call names any kind of resource; its id tells which. */
const taggedLb = on('nlb.load-balancer', 'arn:ResourceId');
const taggedGroup = on('nlb.server-group', 'arn:ResourceId');
const listener = on('nlb.listener', 'ListenerId');
const group = on('nlb.server-group', 'ServerGroupId');
const policy = on('nlb.security-policy', 'SecurityPolicyId');
const zones = { value: ['ZoneMappings'] };
const servers = { value: ['Servers'] };

/** What each write of ActionTrail's service Nlb does. It has no access control list: security groups do that work. */
export const nlb: OperationTable = {
  service: 'Nlb',
  versions: ['2022-04-30'],
  actions: {
    AddServersToServerGroup: [group('backends-changed', servers)],
    AssociateAdditionalCertificatesWithListener: [
      listener('attribute-changed', { value: ['AdditionalCertificateIds'] }),
    ],
    AttachCommonBandwidthPackageToLoadBalancer: [lb('attribute-changed', { value: ['BandwidthPackageId'] })],
    CancelShiftLoadBalancerZones: [lb('spec-changed', zones)],
    CreateListener: [
      lb('listener-added', { value: ['ListenerPort', 'ListenerProtocol', 'ServerGroupId'] }),
      on('nlb.listener', 'response.ListenerId')('created'),
    ],
    CreateLoadBalancer: [on('nlb.load-balancer', 'response.LoadbalancerId', 'response.LoadBalancerId')('created')],
    CreateServerGroup: [on('nlb.server-group', 'response.ServerGroupId')('created')],
    DeleteListener: [listener('listener-changed')],
    DeleteLoadBalancer: [lb('deleted')],
    DeleteSecurityPolicy: [policy('attribute-changed', ADJACENT)],
    DeleteServerGroup: [group('server-group-deleted')],
    DetachCommonBandwidthPackageFromLoadBalancer: [lb('attribute-changed', { value: ['BandwidthPackageId'] })],
    DisableLoadBalancerIpv6Internet: [lb('attribute-changed')],
    DisassociateAdditionalCertificatesWithListener: [
      listener('attribute-changed', { value: ['AdditionalCertificateIds'] }),
    ],
    EnableLoadBalancerIpv6Internet: [lb('attribute-changed')],
    LoadBalancerJoinSecurityGroup: [lb('acl-changed', { value: ['SecurityGroupIds'] })],
    LoadBalancerLeaveSecurityGroup: [lb('acl-changed', { value: ['SecurityGroupIds'] })],
    MoveResourceGroup: [taggedLb('resource-group-changed', ADJACENT), taggedGroup('resource-group-changed', ADJACENT)],
    Release: [on('nlb.load-balancer')('deleted')],
    RemoveServersFromServerGroup: [group('backends-changed', servers)],
    StartListener: [listener('listener-changed')],
    StartShiftLoadBalancerZones: [lb('spec-changed', zones)],
    StopListener: [listener('listener-changed')],
    TagResources: [...tagged(taggedLb, ['Tag']), ...tagged(taggedGroup, ['Tag'])],
    UntagResources: [...tagged(taggedLb, ['TagKey']), ...tagged(taggedGroup, ['TagKey'])],
    UpdateListenerAttribute: [
      listener('listener-changed', { value: ['ServerGroupId', 'IdleTimeout', 'ProxyProtocolEnabled', 'Cps'] }),
    ],
    UpdateLoadBalancerAddressTypeConfig: [lb('spec-changed', { value: ['AddressType', 'ZoneMappings'] })],
    UpdateLoadBalancerAttribute: [
      lb('spec-changed', {
        value: ['CrossZoneEnabled', 'Cps', 'TrafficAffinityEnabled', 'SecurityGroupIds'],
        when: {
          any: [
            { present: 'CrossZoneEnabled' },
            { present: 'Cps' },
            { present: 'TrafficAffinityEnabled' },
            { present: 'SecurityGroupIds' },
            { not: { present: 'LoadBalancerName' } },
          ],
        },
      }),
      lb('name-changed', { value: ['LoadBalancerName'], when: { present: 'LoadBalancerName' } }),
    ],
    UpdateLoadBalancerProtection: [
      lb('protection-changed', { value: ['DeletionProtectionEnabled', 'ModificationProtectionStatus'] }),
      lb('delete-protection-lifted', {
        strength: 'precursor',
        when: { equals: ['DeletionProtectionEnabled', 'false'] },
      }),
      lb('modification-protection-lifted', {
        strength: 'precursor',
        when: { equals: ['ModificationProtectionStatus', 'NonProtection'] },
      }),
    ],
    UpdateLoadBalancerZones: [lb('spec-changed', zones)],
    UpdateSecurityPolicyAttribute: [policy('attribute-changed', { ...ADJACENT, value: ['Ciphers', 'TlsVersions'] })],
    UpdateServerGroupAttribute: [
      group('spec-changed', { value: ['HealthCheckConfig', 'Scheduler', 'PreserveClientIpEnabled'] }),
    ],
    UpdateServerGroupServersAttribute: [group('backends-changed', servers)],
  },
  ignored: names('CreateSecurityPolicy SetHdMonitorRegionConfig'),
  fallback: [lb('unknown-change', ADJACENT)],
};
