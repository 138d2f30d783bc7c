import { isMissing } from '../../cloud/failure.ts';
import type { Json } from '../../model/change.ts';
import { type Content, without } from '../content.ts';
import { inOrder } from '../in-order.ts';
import { answerOf, byAction, gone, oneByOne, type Place, type Reader } from '../reader.ts';
import { inProject, restoreCollection } from '../restore/log-service.ts';

/** What no call sets: when it was made, and what only answers tell. */
const NOT_SET = ['configName', 'createTime', 'lastModifyTime', 'RequestId'];

/** What is collected from the nodes and into which logstore (`project/configName`): of the older kind, or a pipeline. */
export const slsCollectionConfig: Reader = {
  kind: 'sls.collection-config',
  aspect: 'configuration',
  effects: ['log-collection-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const older = await readAs(place, id, 'Config', 'GetConfig').catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    return older ?? readAs(place, id, 'LogtailPipelineConfig', 'GetLogtailPipelineConfig');
  }),
  predict: byAction({ DeleteConfig: gone, DeleteLogtailPipelineConfig: gone }),
  restore: restoreCollection,
};

async function readAs(place: Place, id: string, noun: string, action: string): Promise<Content> {
  const [project, configName] = inProject(id);
  const answer = await answerOf(place, 'sls', action, { project, configName }, { configName });
  // Its settings nest as deep as plugins do, and come as JSON. Plugins run one after the other.
  const settings = without(answer as { readonly [name: string]: Json }, NOT_SET);
  return { noun, ...(inOrder(settings) as Content) };
}
