import type { Json } from '../../model/change.ts';
import { textOf } from '../../model/params.ts';
import { type Content, isContent } from '../content.ts';
import { contentOf, type Fields, membersOf, overlaid, requested } from '../fields.ts';
import { groupsBefore, joins, leaves } from '../membership.ts';
import { answerOf, byAction, byId, gone, type Place, type Predict, type Reader } from '../reader.ts';
import { restoreNetworkInterface } from '../restore/network-interface.ts';

const AT_ONCE = 100;

const FIELDS: Fields = {
  Type: 'text',
  InstanceId: 'text',
  TrunkNetworkInterfaceId: 'text',
  SecurityGroupIds: 'list',
  VSwitchId: 'text',
  NetworkInterfaceName: 'text',
  Description: 'text',
  DeleteOnRelease: 'flag',
  SourceDestCheck: 'flag',
  QueueNumber: 'number',
  ResourceGroupId: 'text',
};

/** A network interface of a node or of pods: where it hangs and in which security groups. */
export const ecsNetworkInterface: Reader = {
  kind: 'ecs.network-interface',
  aspect: 'configuration',
  effects: [
    'deleted',
    'attached',
    'detached',
    'membership-changed',
    'spec-changed',
    'resource-group-changed',
    'unknown-change',
  ],
  batch: AT_ONCE,
  read: async (place, ids) => interfaces(place, ids, configurationIn),
  predict: byAction({
    DeleteNetworkInterface: gone,
    AttachNetworkInterface: ({ params }, _, before) =>
      attachedTo(before, textOf(params, 'InstanceId'), textOf(params, 'TrunkNetworkInstanceId')),
    DetachNetworkInterface: (_, __, before) => attachedTo(before, undefined, undefined),
    JoinSecurityGroup: joins,
    LeaveSecurityGroup: leaves,
    ModifyNetworkInterfaceAttribute: overlay({ SecurityGroupId: 'SecurityGroupIds' }),
    JoinResourceGroup: overlay(),
  }),
  recall: (event, id, after) => {
    if (after === undefined || event.action.toLowerCase() !== 'detachnetworkinterface')
      return groupsBefore(event, id, after);
    return attachedTo(after, textOf(event.params, 'InstanceId'), textOf(event.params, 'TrunkNetworkInstanceId'));
  },
  isGoneForGood: true,
  restore: restoreNetworkInterface,
};

/** Network interfaces by id, each as `entry` sees it; those that are not told do not exist. */
export async function interfaces(
  place: Place,
  ids: readonly string[],
  entry: (item: Readonly<Record<string, unknown>>) => Json,
): Promise<ReadonlyMap<string, Json>> {
  const params = { NetworkInterfaceId: ids, PageSize: AT_ONCE };
  const { NetworkInterfaceSets, TotalCount } = await answerOf(
    place,
    'ecs',
    'DescribeNetworkInterfaces',
    params,
    'NetworkInterfaceSets',
  );
  return byId(ids, membersOf(NetworkInterfaceSets), TotalCount, (item) => [
    textOf(item, 'NetworkInterfaceId'),
    entry(item),
  ]);
}

function configurationIn(item: Readonly<Record<string, unknown>>): Json {
  const attachment = isContent(item['Attachment']) ? item['Attachment'] : {};
  return contentOf({ ...attachment, ...item }, FIELDS);
}

function attachedTo(state: Json, InstanceId?: string, TrunkNetworkInterfaceId?: string): Content | undefined {
  if (!isContent(state)) return undefined;
  const { InstanceId: _, TrunkNetworkInterfaceId: __, ...rest } = state;
  return { ...rest, ...contentOf({ InstanceId, TrunkNetworkInterfaceId }, FIELDS_OF_PLACE) };
}

const FIELDS_OF_PLACE: Fields = { InstanceId: 'text', TrunkNetworkInterfaceId: 'text' };

function overlay(aliases: Readonly<Record<string, string>> = {}): Predict {
  return ({ params }, _, before) =>
    isContent(before)
      ? overlaid(before, requested(params, ['NetworkInterfaceId', 'ResourceId', 'ResourceType'], FIELDS, aliases))
      : undefined;
}
