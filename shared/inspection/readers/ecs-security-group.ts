import { textOf } from '../../model/params.ts';
import { isContent } from '../content.ts';
import { contentOf, type Fields, membersOf, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, byId, type Reader } from '../reader.ts';
import { command, remedy } from '../restore/command.ts';
import { differing, emptied } from '../restore/differing.ts';

const FIELDS: Fields = { SecurityGroupName: 'text', Description: 'text', SecurityGroupType: 'word', VpcId: 'text' };

/** What a security group is called and of which kind it is; its rules have a reading of their own. */
export const ecsSecurityGroup: Reader = {
  kind: 'ecs.security-group',
  aspect: 'configuration',
  effects: ['name-changed'],
  batch: 100,
  read: async (place, ids) => {
    const params = { SecurityGroupIds: JSON.stringify(ids), PageSize: 100 };
    const { SecurityGroups, TotalCount } = await answerOf(
      place,
      'ecs',
      'DescribeSecurityGroups',
      params,
      'SecurityGroups',
    );
    return byId(ids, membersOf(SecurityGroups), TotalCount, (item) => [
      textOf(item, 'SecurityGroupId'),
      contentOf(item, FIELDS),
    ]);
  },
  predict: byAction({
    ModifySecurityGroupAttribute: ({ params }, _, before) =>
      isContent(before) ? overlaid(before, requested(params, ['SecurityGroupId'], FIELDS)) : undefined,
  }),
  isGoneForGood: true,
  restore: ({ id, region, present, wanted }) => {
    const { SecurityGroupName, Description } = differing(present, wanted);
    const isSet = SecurityGroupName !== undefined || Description !== undefined;
    const params = { SecurityGroupId: id, SecurityGroupName, Description };
    const commands = isSet ? [command('ecs', 'ModifySecurityGroupAttribute', region, params)] : [];
    return remedy(commands, ...emptied(present, wanted, ['Description']));
  },
};
