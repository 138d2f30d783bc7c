import type { Json } from '../../model/change.ts';
import { textOf } from '../../model/params.ts';
import { isContent, textIn } from '../content.ts';
import { contentOf, type Fields, membersOf, overlaid, requested } from '../fields.ts';
import { groupsBefore, joins, leaves } from '../membership.ts';
import { answerOf, byAction, byId, gone, type Predict, type Reader } from '../reader.ts';
import { restoreInstance } from '../restore/instance.ts';

const AT_ONCE = 100;

const FIELDS: Fields = {
  Status: 'text',
  StoppedMode: 'text',
  InstanceType: 'text',
  InstanceChargeType: 'text',
  ExpiredTime: 'time',
  AutoReleaseTime: 'time',
  DeletionProtection: 'flag',
  SpotStrategy: 'text',
  HostName: 'text',
  SecurityGroupIds: 'list',
  VpcId: 'text',
  VSwitchId: 'text',
  PrivateIpAddress: 'list',
  OperationLocks: 'list',
  ResourceGroupId: 'text',
};

/** A node as ECS sees it: is it there, until when, in which security groups. */
export const ecsInstance: Reader = {
  kind: 'ecs.instance',
  aspect: 'configuration',
  effects: [
    'released',
    'removed',
    'release-scheduled',
    'charge-type-changed',
    'membership-changed',
    'address-changed',
    'delete-protection-lifted',
    'release-protection-lifted',
    'started',
    'stopped',
    'spec-changed',
  ],
  batch: AT_ONCE,
  read: async (place, ids) => {
    const params = { InstanceIds: JSON.stringify(ids), PageSize: AT_ONCE };
    const { Instances, TotalCount } = await answerOf(place, 'ecs', 'DescribeInstances', params, 'Instances');
    return byId(ids, membersOf(Instances), TotalCount, (item) => [textOf(item, 'InstanceId'), instanceIn(item)]);
  },
  predict: byAction({
    DeleteInstance: gone,
    DeleteInstances: gone,
    Release: gone,
    Refund: gone,
    ModifyInstanceAutoReleaseTime: releaseTime,
    SetInstanceAutoReleaseTime: releaseTime,
    JoinSecurityGroup: joins,
    LeaveSecurityGroup: leaves,
    ModifyInstanceAttribute: overlay(),
    ModifyInstanceVpcAttribute: overlay({ SecurityGroupId: 'SecurityGroupIds' }),
    ModifyInstanceChargeType: overlay(),
    StopInstance: stopped,
    StopInstances: stopped,
  }),
  recall: groupsBefore,
  isGoneForGood: true,
  restore: restoreInstance,
};

/** An instance's answer as it is kept. */
function instanceIn(item: Readonly<Record<string, unknown>>): Json {
  const vpc = isContent(item['VpcAttributes']) ? item['VpcAttributes'] : {};
  const locks = membersOf(item['OperationLocks']).map((lock) => textIn(lock, 'LockReason') ?? '');
  return contentOf({ ...vpc, ...item, OperationLocks: locks }, FIELDS);
}

function overlay(aliases: Readonly<Record<string, string>> = {}): Predict {
  return ({ params }, _, before) =>
    isContent(before) ? overlaid(before, requested(params, ['InstanceId', 'InstanceIds'], FIELDS, aliases)) : undefined;
}

/** Without a time the planned release is off. */
function releaseTime({ params }: Parameters<Predict>[0], _: string, before: Json): Json | undefined {
  if (!isContent(before)) return undefined;
  const { AutoReleaseTime: __, ...rest } = before;
  return { ...rest, ...contentOf({ AutoReleaseTime: textOf(params, 'AutoReleaseTime') }, { AutoReleaseTime: 'time' }) };
}

function stopped(_: Parameters<Predict>[0], __: string, before: Json): Json | undefined {
  return isContent(before) ? { ...before, Status: 'Stopped' } : undefined;
}
