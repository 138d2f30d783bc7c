import { listOf, objectsOf, type Params, valueOf } from '../../../../shared/model/params.ts';
import type { Call, Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { badParameter, flag, given, integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { tagsIn } from '../tags.ts';
import { later, toMinute } from '../times.ts';
import { freeAddress } from './addresses.ts';
import { anInstance, place } from './defaults.ts';
import { groupIn, refuseDryRun } from './find.ts';
import { becoming, SECONDS } from './lifecycle.ts';
import type { EcsState } from './state.ts';
import type { Instance } from './machines.ts';

const MONTH = 30 * 86_400;
const MOST = 100;

const SAID = {
  InstanceName: text,
  Description: text,
  HostName: text,
  ImageId: text,
  InstanceType: text,
  ZoneId: text,
  InstanceChargeType: oneOf('PostPaid', 'PrePaid'),
  SpotStrategy: oneOf('NoSpot', 'SpotWithPriceLimit', 'SpotAsPriceGo'),
  AutoReleaseTime: text,
  KeyPairName: text,
  RamRoleName: text,
  UserData: text,
  ResourceGroupId: text,
  DeletionProtection: flag,
  InternetMaxBandwidthOut: integer,
} as const;

/** Starting new instances. */
export function runInstancesOperations(state: EcsState): Readonly<Record<string, Operation>> {
  return {
    RunInstances: {
      rw: 'Write',
      run: (call) => {
        const amount = integer(call.params, 'Amount') ?? 1;
        if (amount < 1 || amount > MOST) throw badParameter('Amount');
        const make = prepare(state, call);
        refuseDryRun(call.params);
        const InstanceIdSet = Array.from({ length: amount }, () => place(state, make()).InstanceId);
        return { InstanceIdSets: { InstanceIdSet } };
      },
      references: (call, answer) => {
        const ids = listOf(Object(answer['InstanceIdSets']), 'InstanceIdSet');
        const others = references({
          'ACS::ECS::SecurityGroup': ['SecurityGroupId', 'SecurityGroupIds'],
          'ACS::VPC::VSwitch': ['VSwitchId'],
        })(call, answer);
        return ids.length === 0 ? others : { 'ACS::ECS::Instance': ids, ...others };
      },
    },
    CreateInstance: {
      rw: 'Write',
      required: ['ImageId', 'InstanceType'],
      run: (call) => {
        const { Pending: _, ...instance } = prepare(state, call)();
        return { InstanceId: place(state, { ...instance, Status: 'Stopped' }).InstanceId };
      },
      references: references({ 'ACS::ECS::Instance': ['answer.InstanceId'] }),
    },
  };
}

/** Checks a call and says how to make one instance as it asks. */
function prepare(state: EcsState, { params, region, now }: Call): () => Instance {
  const [first] = objectsOf(params, 'NetworkInterface');
  const where = first !== undefined && valueOf(params, 'VSwitchId') === undefined ? first : params;
  const SecurityGroupIds = [...listOf(where, 'SecurityGroupId'), ...listOf(where, 'SecurityGroupIds')];
  if (SecurityGroupIds.length === 0) mandatory(where, 'SecurityGroupId');
  const groups = SecurityGroupIds.map((id) => groupIn(state, id, region));
  const VSwitchId = mandatory(where, 'VSwitchId');
  const said = given(params, SAID);
  const isPrePaid = said.InstanceChargeType === 'PrePaid';
  const until = later(now, MONTH * (integer(params, 'Period') ?? 1));
  return () => ({
    ...anInstance({
      InstanceId: newId('i'),
      RegionId: region,
      VpcId: groups[0]?.VpcId ?? '',
      VSwitchId,
      SecurityGroupIds,
      PrivateIpAddress: text(params, 'PrivateIpAddress') ?? freeAddress(state, VSwitchId),
      ...said,
      ...(isPrePaid ? { ExpiredTime: toMinute(until), Renewal: renewalIn(params) } : {}),
      CreationTime: toMinute(now),
      StartTime: '',
      Tags: tagsIn(params, 'Tag'),
    }),
    Status: 'Pending',
    ...becoming<Instance['Status']>(now, SECONDS.start, 'Running'),
  });
}

function renewalIn(params: Params): Instance['Renewal'] {
  return {
    RenewalStatus: flag(params, 'AutoRenew') === true ? 'AutoRenewal' : 'Normal',
    Duration: integer(params, 'AutoRenewPeriod') ?? 1,
    PeriodUnit: 'Month',
  };
}
