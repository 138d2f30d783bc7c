import { textOf } from '../../model/params.ts';
import { type Content, isContent, textsIn } from '../content.ts';
import { contentOf, type Fields, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Reader } from '../reader.ts';
import { inProject, restoreMachineGroup } from '../restore/log-service.ts';

const FIELDS: Fields = { groupType: 'text', machineIdentifyType: 'text', machineList: 'list' };
const ATTRIBUTE: Fields = { externalName: 'text', groupTopic: 'text' };

/** The nodes from which logs are collected (`project/group`), and by which configurations. */
export const slsMachineGroup: Reader = {
  kind: 'sls.machine-group',
  aspect: 'configuration',
  effects: ['log-collection-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const [project, machineGroup] = inProject(id);
    const params = { project, machineGroup };
    const [group, applied] = await Promise.all([
      answerOf(place, 'sls', 'GetMachineGroup', params, { groupName: machineGroup }),
      answerOf(place, 'sls', 'GetAppliedConfigs', params, 'configs'),
    ]);
    return { ...contentOf(group, FIELDS), ...attributeIn(group), ...contentOf(applied, { configs: 'list' }) };
  }),
  predict: byAction({
    DeleteMachineGroup: gone,
    // Whether an attribute that is left out stays is not documented.
    UpdateMachineGroup: ({ params }, _, before) =>
      isContent(before) && before['groupAttribute'] === undefined
        ? overlaid(before, requested(params, ['project', 'groupName'], FIELDS))
        : undefined,
    RemoveConfigFromMachineGroup: ({ params }, _, before) => {
      const removed = textOf(params, 'configName');
      if (!isContent(before) || removed === undefined) return undefined;
      return { ...before, configs: textsIn(before, 'configs').filter((name) => name !== removed) };
    },
  }),
  restore: restoreMachineGroup,
};

/** The topic under which its logs are kept apart: an update that does not say it may take it away. */
function attributeIn({ groupAttribute }: Readonly<Record<string, unknown>>): Content {
  const said = isContent(groupAttribute) ? contentOf(groupAttribute, ATTRIBUTE) : {};
  return Object.keys(said).length > 0 ? { groupAttribute: said } : {};
}
