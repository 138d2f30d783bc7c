import { listOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { flag, given, integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { freeAddress, takenIn } from './addresses.ts';
import { groupIn, instanceIn, namedInstance, primaryOf } from './find.ts';
import { wrongStatus } from './instance-status.ts';
import { putGroups } from './memberships.ts';
import type { EcsState } from './state.ts';
import type { Instance } from './machines.ts';

/** Each plain change of an instance: what of the record its call gives. */
const CHANGES: Readonly<Record<string, (params: Params, old: Instance) => Partial<Instance>>> = {
  ModifyInstanceMetadataOptions: (params, old) => ({
    MetadataOptions: {
      ...old.MetadataOptions,
      ...given(params, { HttpEndpoint: text, HttpTokens: text, HttpPutResponseHopLimit: integer }),
    },
  }),
  ModifyInstanceClockOptions: (params) => given(params, { PtpStatus: oneOf('enabled', 'disabled') }),
  ModifyInstanceNetworkOptions: (params) => given(params, { BandwidthWeighting: text }),
  ModifyInstanceSecurityOptions: (params) => given(params, { EnableSecureBoot: flag }),
  ModifyInstanceNetworkSpec: (params) => given(params, { InternetMaxBandwidthOut: integer }),
  ModifyInstanceDeployment: (params) => given(params, { DeploymentSetId: text, InstanceType: text }),
  ModifyInstanceSpec: newType,
  ModifyPrepayInstanceSpec: newType,
};

const ATTRIBUTES = {
  InstanceName: text,
  Description: text,
  HostName: text,
  UserData: text,
  DeletionProtection: flag,
  Recyclable: flag,
  CreditSpecification: text,
  EnableJumboFrame: flag,
  EnableNetworkEncryption: flag,
} as const;

/** Changing what an instance is, but not whether it runs. */
export function instanceChangeOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const write = (run: (call: Call) => Answer): Operation => ({
    rw: 'Write',
    required: ['InstanceId'],
    run,
    references: references({ 'ACS::ECS::Instance': ['InstanceId'] }),
  });
  const plain = Object.entries(CHANGES).map(([action, changed]): [string, Operation] => [
    action,
    write((call) => put(state, namedInstance(state, call), (old) => changed(call.params, old))),
  ]);
  return {
    ...Object.fromEntries(plain),
    ModifyInstanceAttribute: write((call) => modify(state, call)),
    ModifyInstanceVpcAttribute: write((call) => move(state, call)),
    AllocatePublicIpAddress: write((call) => {
      const IpAddress = `47.96.${publicHost(state)}`;
      put(state, namedInstance(state, call), () => ({ PublicIpAddress: IpAddress }));
      return { IpAddress };
    }),
    ReleasePublicIpAddress: write((call) => put(state, namedInstance(state, call), () => ({ PublicIpAddress: '' }))),
    AttachInstanceRamRole: ramRole(state, ({ params }) => mandatory(params, 'RamRoleName')),
    DetachInstanceRamRole: ramRole(state, () => ''),
  };
}

/** The last two numbers of a public address that nobody has. */
function publicHost(state: EcsState): string {
  const taken = new Set([...state.instances.values()].map((each) => each.PublicIpAddress));
  let host = 1;
  while (taken.has(`47.96.0.${host}`)) host += 1;
  return `0.${host}`;
}

function newType(params: Params, { Status, InstanceChargeType }: Instance): Partial<Instance> {
  if (Status !== 'Stopped' && InstanceChargeType === 'PostPaid') throw wrongStatus();
  return { InstanceType: mandatory(params, 'InstanceType') };
}

function put(state: EcsState, old: Instance, changed: (old: Instance) => Partial<Instance>): Answer {
  state.instances.set(old.InstanceId, { ...old, ...changed(old) });
  return {};
}

function modify(state: EcsState, call: Call): Answer {
  const instance = namedInstance(state, call);
  const groups = listOf(call.params, 'SecurityGroupIds').map((id) => groupIn(state, id, call.region));
  const changed = given(call.params, ATTRIBUTES);
  put(state, instance, () => changed);
  if (groups.length > 0) {
    const ids = groups.map((group) => group.SecurityGroupId);
    putGroups(state, { instance: instance.InstanceId }, ids);
  }
  return {};
}

/** Another address, vSwitch or VPC; the instance must stand still for it. */
function move(state: EcsState, call: Call): Answer {
  const { params, region } = call;
  const instance = namedInstance(state, call);
  if (instance.Status !== 'Stopped') throw wrongStatus();
  const VSwitchId = text(params, 'VSwitchId') ?? instance.VSwitchId;
  const asked = text(params, 'PrivateIpAddress');
  const isStaying = VSwitchId === instance.VSwitchId && asked === undefined;
  const PrivateIpAddress = asked ?? (isStaying ? instance.PrivateIpAddress : freeAddress(state, VSwitchId));
  if (PrivateIpAddress !== instance.PrivateIpAddress && takenIn(state, VSwitchId).has(PrivateIpAddress)) {
    throw new ApiError(403, 'InvalidPrivateIpAddress.Duplicated', 'The specified private IP address is duplicated.');
  }
  const groups = listOf(params, 'SecurityGroupId').map((id) => groupIn(state, id, region).SecurityGroupId);
  const where = { VSwitchId, PrivateIpAddress, VpcId: text(params, 'VpcId') ?? instance.VpcId };
  put(state, instance, () => where);
  const primary = primaryOf(state, instance.InstanceId);
  if (primary !== undefined) state.networkInterfaces.set(primary.NetworkInterfaceId, { ...primary, ...where });
  if (groups.length > 0) putGroups(state, { instance: instance.InstanceId }, groups);
  return {};
}

function ramRole(state: EcsState, roleIn: (call: Call) => string): Operation {
  return {
    rw: 'Write',
    required: ['InstanceIds', 'RamRoleName'],
    run: (call) => {
      const RamRoleName = roleIn(call);
      const instances = listOf(call.params, 'InstanceIds').map((id) => instanceIn(state, id, call.region));
      for (const instance of instances) put(state, instance, () => ({ RamRoleName }));
      return { TotalCount: instances.length, FailCount: 0, RamRoleName };
    },
    references: references({ 'ACS::ECS::Instance': ['InstanceIds'], 'ACS::RAM::Role': ['RamRoleName'] }),
  };
}
