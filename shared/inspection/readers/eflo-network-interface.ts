import { textOf } from '../../model/params.ts';
import { isContent, without } from '../content.ts';
import { contentOf, type Fields, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Reader, theOne } from '../reader.ts';
import { restoreLeni } from '../restore/leni.ts';

const FIELDS: Fields = {
  Type: 'text',
  NodeId: 'text',
  SecurityGroupId: 'text',
  VpcId: 'text',
  VSwitchId: 'text',
  Ip: 'text',
  Description: 'text',
};

/** A network interface of a Lingjun node: where it hangs and in which security group. */
export const efloNetworkInterface: Reader = {
  kind: 'eflo.network-interface',
  aspect: 'configuration',
  effects: ['deleted', 'attached', 'detached', 'spec-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const { Content } = await answerOf(
      place,
      'eflo',
      'ListElasticNetworkInterfaces',
      {
        ElasticNetworkInterfaceId: id,
      },
      'Content.Data',
    );
    const leni = isContent(Content) ? theOne(Content['Data'], 'ElasticNetworkInterfaceId', id) : undefined;
    return leni === undefined ? null : contentOf(leni, FIELDS);
  }),
  predict: byAction({
    DeleteElasticNetworkInterface: gone,
    AttachElasticNetworkInterface: ({ params }, _, before) => {
      const NodeId = textOf(params, 'NodeId');
      return isContent(before) && NodeId !== undefined ? { ...before, NodeId } : undefined;
    },
    DetachElasticNetworkInterface: (_, __, before) => (isContent(before) ? without(before, ['NodeId']) : undefined),
    UpdateElasticNetworkInterface: ({ params }, _, before) =>
      isContent(before) ? overlaid(before, requested(params, ['ElasticNetworkInterfaceId'], FIELDS)) : undefined,
  }),
  recall: ({ action, params }, _, after) => {
    if (!isContent(after)) return undefined;
    const NodeId = textOf(params, 'NodeId');
    if (action.toLowerCase() === 'attachelasticnetworkinterface') return without(after, ['NodeId']);
    const isDetached = action.toLowerCase() === 'detachelasticnetworkinterface';
    return isDetached && NodeId !== undefined ? { ...after, NodeId } : undefined;
  },
  isGoneForGood: true,
  restore: restoreLeni,
};
