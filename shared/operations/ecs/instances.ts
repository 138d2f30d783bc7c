import type { OperationTable } from '../../model/operation.ts';
import { ADJACENT, on, type More } from '../touch.ts';

const instance = on('ecs.instance', 'InstanceId');
const listed = on('ecs.instance', 'InstanceIds');
const host = on('ecs.dedicated-host', 'DedicatedHostId', 'DedicatedHostIds');
const supply = on('ecs.auto-provisioning-group', 'AutoProvisioningGroupId');
const conditional = { strength: 'conditional' } as const satisfies More;
const renewal = { ...conditional, value: ['AutoRenew', 'RenewalStatus'] };
const releaseTime = instance('release-scheduled', {
  ...conditional,
  value: ['AutoReleaseTime'],
  when: { present: 'AutoReleaseTime' },
});
const newAddress = { ...ADJACENT, value: ['AllocationId'] };

/** Ecs: life, power, shape, clock, role and addresses of instances, and of what supplies them. */
export const instances: OperationTable['actions'] = {
  AcceptInquiredSystemEvent: [on('ecs.system-event', 'EventId')('maintenance-changed', ADJACENT)],
  AllocatePublicIpAddress: [instance('public-address-added', ADJACENT)],
  AssociateEipAddress: [instance('public-address-added', newAddress)],
  AttachInstanceRamRole: [listed('permission-changed', { value: ['RamRoleName'] })],
  ConvertNatPublicIpToEip: [instance('public-address-added', ADJACENT)],
  CreateInstance: [on('ecs.instance', 'response.InstanceId')('created')],
  CreateSimulatedSystemEvents: [
    instance('release-scheduled', {
      ...conditional,
      value: ['EventType'],
      when: { equals: ['TriggerRealOps', 'true'] },
    }),
  ],
  DeleteAutoProvisioningGroup: [
    supply('supply-deleted', { ...conditional, when: { equals: ['TerminateInstances', 'true'] } }),
  ],
  DeleteInstance: [instance('released')],
  DeleteInstances: [instance('released')],
  DetachInstanceRamRole: [listed('permission-removed', { value: ['RamRoleName'] })],
  ModifyAutoProvisioningGroup: [supply('supply-deleted', ADJACENT)],
  ModifyDedicatedHostAutoReleaseTime: [host('renewal-changed', { ...conditional, value: ['AutoReleaseTime'] })],
  ModifyDedicatedHostAutoRenewAttribute: [host('renewal-changed', renewal)],
  ModifyInstanceAttribute: [
    instance('membership-changed', {
      ...conditional,
      value: ['SecurityGroupIds'],
      when: { present: 'SecurityGroupIds' },
    }),
    instance('os-settings-changed', {
      ...conditional,
      value: ['HostName', 'EnableJumboFrame', 'NetworkInterfaceQueueNumber'],
      when: {
        any: [
          { present: 'HostName' },
          { present: 'UserData' },
          { present: 'Password' },
          { present: 'EnableJumboFrame' },
          { present: 'NetworkInterfaceQueueNumber' },
          { present: 'CpuOptions' },
        ],
      },
    }),
    instance('delete-protection-lifted', {
      strength: 'precursor',
      when: { equals: ['DeletionProtection', 'false'] },
    }),
  ],
  ModifyInstanceAutoReleaseTime: [releaseTime],
  ModifyInstanceAutoRenewAttribute: [
    instance('renewal-changed', {
      ...renewal,
      when: { any: [{ equals: ['AutoRenew', 'false'] }, { oneOf: ['RenewalStatus', ['Normal', 'NotRenewal']] }] },
    }),
  ],
  ModifyInstanceChargeType: [listed('charge-type-changed', { ...ADJACENT, value: ['InstanceChargeType'] })],
  ModifyInstanceClockOptions: [instance('clock-changed', { value: ['PtpStatus'] })],
  ModifyInstanceDeployment: [instance('redeployed', { value: ['DeploymentSetId', 'DedicatedHostId', 'InstanceType'] })],
  ModifyInstanceMetadataOptions: [
    instance('instance-options-changed', { value: ['HttpEndpoint', 'HttpTokens', 'HttpPutResponseHopLimit'] }),
  ],
  ModifyInstanceNetworkOptions: [instance('instance-options-changed', { value: ['BandwidthWeighting'] })],
  ModifyInstanceNetworkSpec: [
    instance('spec-changed', { value: ['InternetMaxBandwidthOut', 'InternetMaxBandwidthIn', 'NetworkChargeType'] }),
  ],
  ModifyInstanceSecurityOptions: [instance('instance-options-changed', { value: ['EnableSecureBoot'] })],
  ModifyInstanceSpec: [instance('spec-changed', { value: ['InstanceType'] })],
  ModifyInstanceVpcAttribute: [
    instance('address-changed', { value: ['PrivateIpAddress', 'VSwitchId', 'VpcId'] }),
    instance('membership-changed', {
      ...conditional,
      value: ['SecurityGroupId'],
      when: { present: 'SecurityGroupId' },
    }),
  ],
  ModifyPrepayInstanceSpec: [instance('spec-changed', { value: ['InstanceType'] })],
  ModifySystemEventAttribute: [instance('maintenance-changed', { ...ADJACENT, value: ['NotBefore'] })],
  RebootInstance: [instance('restarted')],
  RebootInstances: [instance('restarted')],
  RedeployDedicatedHost: [host('redeployed')],
  RedeployInstance: [instance('redeployed')],
  Refund: [on('ecs.instance')('released')],
  Release: [on('ecs.instance')('released')],
  ReleaseDedicatedHost: [host('renewal-changed', conditional)],
  ReleaseEipAddress: [on('vpc.eip', 'AllocationId')('public-address-removed', ADJACENT)],
  ReleasePublicIpAddress: [instance('public-address-removed', ADJACENT)],
  ReplaceSystemDisk: [instance('os-replaced', { value: ['ImageId', 'DiskId'] })],
  RunInstances: [on('ecs.instance', 'response.InstanceIdSets.InstanceIdSet')('created')],
  SendDiagnosticInterrupt: [instance('restarted')],
  SetInstanceAutoReleaseTime: [releaseTime],
  StartInstance: [instance('started', ADJACENT)],
  StartInstances: [instance('started', ADJACENT)],
  StopInstance: [instance('stopped', { value: ['StoppedMode'] })],
  StopInstances: [instance('stopped', { value: ['StoppedMode'] })],
  UnassociateEipAddress: [instance('public-address-removed', newAddress)],
};
