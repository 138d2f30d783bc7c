import { listOf, textOf } from '../../../../shared/model/params.ts';
import { type Answer, type Call, type Operation } from '../api.ts';
import { numberedPage, tokenPage } from '../pages.ts';
import { mandatory, oneOf } from '../parameters.ts';
import { carries, tagsIn } from '../tags.ts';
import { instanceIn, isAmong, isMet, namedInstance, refuseDryRun } from './find.ts';
import { instanceAnswer, instanceRow } from './instance-answer.ts';
import { onlyPrePaid } from './renewal.ts';
import type { EcsState } from './state.ts';
import type { Instance } from './machines.ts';

/** Reading instances. */
export function instanceReads(state: EcsState): Readonly<Record<string, Operation>> {
  const read = (required: readonly string[], run: Operation['run']): Operation => ({ rw: 'Read', required, run });
  return {
    DescribeInstances: read([], (call) => list(state, call)),
    DescribeInstanceStatus: read([], (call) => statuses(state, call)),
    DescribeInstanceAttribute: read(['InstanceId'], (call) => instanceAnswer(namedInstance(state, call))),
    DescribeInstanceAutoRenewAttribute: read([], (call) => renewals(state, call)),
    DescribeInstanceRamRole: read(['InstanceIds'], (call) => ramRoles(state, call)),
    DescribeUserData: read(['InstanceId'], (call) => {
      const { InstanceId, RegionId, UserData } = namedInstance(state, call);
      return { InstanceId, RegionId, UserData };
    }),
  };
}

function list(state: EcsState, call: Call): Answer {
  const { params } = call;
  const found = [...state.instances.values()].filter((each) => isWanted(each, call));
  refuseDryRun(params);
  const row = (each: Instance): Answer => instanceRow(state, each);
  if (textOf(params, 'MaxResults') !== undefined || textOf(params, 'NextToken') !== undefined) {
    const { items, NextToken } = tokenPage(params, found, { usual: 10, least: 10, most: 100 });
    return { Instances: { Instance: items.map(row) }, NextToken, TotalCount: found.length };
  }
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 100 });
  return { Instances: { Instance: items.map(row) }, NextToken: '', ...counts };
}

function isWanted(instance: Instance, { params, region }: Call): boolean {
  return (
    instance.RegionId === region &&
    isAmong(params, 'InstanceIds', instance.InstanceId) &&
    isAmong(params, 'PrivateIpAddresses', instance.PrivateIpAddress) &&
    isAmong(params, 'PublicIpAddresses', instance.PublicIpAddress) &&
    isAmong(params, 'SecurityGroupId', ...instance.SecurityGroupIds) &&
    FILTERS.every((name) => isMet(params, name, instance[name])) &&
    carries(instance.Tags, tagsIn(params, 'Tag'))
  );
}

const FILTERS = [
  'InstanceName',
  'Status',
  'VpcId',
  'VSwitchId',
  'ZoneId',
  'InstanceType',
  'ImageId',
  'InstanceChargeType',
  'KeyPairName',
  'ResourceGroupId',
] as const;

function statuses(state: EcsState, { params, region }: Call): Answer {
  const found = [...state.instances.values()].filter(
    (each) =>
      each.RegionId === region &&
      isAmong(params, 'InstanceId', each.InstanceId) &&
      isMet(params, 'ZoneId', each.ZoneId),
  );
  const { items, counts } = numberedPage(params, found, { usual: 1, most: 50 });
  const InstanceStatus = items.map(({ InstanceId, Status }) => ({ InstanceId, Status }));
  return { InstanceStatuses: { InstanceStatus }, ...counts };
}

function renewals(state: EcsState, { params, region }: Call): Answer {
  const ids = listOf(params, 'InstanceId');
  const status = oneOf('AutoRenewal', 'Normal', 'NotRenewal')(params, 'RenewalStatus');
  if (ids.length === 0 && status === undefined) mandatory(params, 'InstanceId');
  const asked = ids.map((id) => onlyPrePaid(instanceIn(state, id, region)));
  const all = [...state.instances.values()].filter(
    (each) => each.RegionId === region && each.InstanceChargeType === 'PrePaid',
  );
  const found = (ids.length === 0 ? all : asked).filter(
    (each) => status === undefined || each.Renewal.RenewalStatus === status,
  );
  const { items, counts } = numberedPage(params, found, { usual: 50, most: 100 });
  const InstanceRenewAttribute = items.map(({ InstanceId, Renewal }) => ({
    InstanceId,
    ...Renewal,
    AutoRenewEnabled: Renewal.RenewalStatus === 'AutoRenewal',
  }));
  return { InstanceRenewAttributes: { InstanceRenewAttribute }, ...counts };
}

function ramRoles(state: EcsState, { params, region }: Call): Answer {
  const asked = listOf(params, 'InstanceIds').map((id) => instanceIn(state, id, region));
  const { items, counts } = numberedPage(params, asked, { usual: 10, most: 50 });
  const InstanceRamRoleSet = items.map(({ InstanceId, RamRoleName }) => ({ InstanceId, RamRoleName }));
  return { InstanceRamRoleSets: { InstanceRamRoleSet }, RegionId: region, TotalCount: counts.TotalCount };
}
