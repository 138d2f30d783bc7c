import { plus, serversAsked, serversIn, serversOf } from '../backends.ts';
import { isContent } from '../content.ts';
import { contentOf, type Fields } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';

const FIELDS: Fields = { MasterSlaveServerGroupName: 'text', LoadBalancerId: 'text' };
const SERVERS = 'MasterSlaveBackendServers';

/** A primary/secondary server group (主备服务器组): it is created and deleted, never edited. */
export const slbMasterSlaveGroup: Reader = {
  kind: 'slb.master-slave-group',
  aspect: 'configuration',
  effects: ['server-group-deleted', 'created'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const params = { MasterSlaveServerGroupId: id };
    const answer = await answerOf(place, 'slb', 'DescribeMasterSlaveServerGroupAttribute', params, {
      MasterSlaveServerGroupId: id,
    });
    return { ...contentOf(answer, FIELDS), [SERVERS]: serversIn(answer[SERVERS]) };
  }),
  predict: byAction({
    DeleteMasterSlaveServerGroup: gone,
    DeleteMasterSlaveVServerGroup: gone,
    CreateMasterSlaveServerGroup: ({ params }) => ({
      ...contentOf(params, FIELDS),
      [SERVERS]: plus([], serversAsked(params, SERVERS)),
    }),
  }),
  restore: ({ id, region, present, wanted }) => {
    if (wanted === null) {
      return remedy([command('slb', 'DeleteMasterSlaveServerGroup', region, { MasterSlaveServerGroupId: id })]);
    }
    if (present !== null || !isContent(wanted)) return UNKNOWN;
    const { LoadBalancerId, MasterSlaveServerGroupName } = wanted;
    const params = {
      LoadBalancerId,
      MasterSlaveServerGroupName,
      [SERVERS]: JSON.stringify(serversOf(wanted, SERVERS)),
    };
    return remedy(
      [command('slb', 'CreateMasterSlaveServerGroup', region, params)],
      `The new server group gets another id than ${id}: point the listeners that used the old one at it.`,
    );
  },
};
