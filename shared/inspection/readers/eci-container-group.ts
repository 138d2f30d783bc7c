import { type Content, textIn } from '../content.ts';
import { contentOf, type Fields, membersOf } from '../fields.ts';
import { answerOf, byAction, byId, gone, type Reader } from '../reader.ts';

/** How many ids one call takes. */
const AT_ONCE = 20;

const FIELDS: Fields = {
  ContainerGroupName: 'text',
  Status: 'text',
  Cpu: 'number',
  Memory: 'number',
  RestartPolicy: 'text',
  VSwitchId: 'text',
  SecurityGroupId: 'text',
};

/** The container group that runs a Pod of a virtual node: whether it is there, how big, from which images. */
export const eciContainerGroup: Reader = {
  kind: 'eci.container-group',
  aspect: 'configuration',
  effects: ['deleted', 'restarted', 'spec-changed'],
  batch: AT_ONCE,
  read: async (place, ids) => {
    const params = { ContainerGroupIds: JSON.stringify(ids), Limit: AT_ONCE };
    const { ContainerGroups, TotalCount } = await answerOf(
      place,
      'eci',
      'DescribeContainerGroups',
      params,
      'ContainerGroups',
    );
    return byId(ids, membersOf(ContainerGroups), TotalCount, (group) => [
      textIn(group, 'ContainerGroupId'),
      { ...contentOf(group, FIELDS), Images: imagesIn(group) },
    ]);
  },
  predict: byAction({ DeleteContainerGroup: gone }),
  isGoneForGood: true,
  // Kubernetes knows what the Pod should be: no call here does.
  restore: ({ wanted }) => ({
    possible: false,
    notes: [
      `Delete the Pod ${textIn(wanted, 'ContainerGroupName') ?? ''} with kubectl; its controller makes it again.`,
    ],
  }),
};

function imagesIn(group: Content): Content {
  return Object.fromEntries(
    membersOf(group['Containers']).map((one) => [textIn(one, 'Name') ?? '', textIn(one, 'Image') ?? '']),
  );
}
