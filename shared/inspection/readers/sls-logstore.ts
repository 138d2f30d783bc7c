import { type Content, isContent } from '../content.ts';
import { contentOf, type Fields, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Reader } from '../reader.ts';
import { inProject, restoreLogstore } from '../restore/log-service.ts';

const FIELDS: Fields = {
  ttl: 'number',
  hot_ttl: 'number',
  infrequentAccessTTL: 'number',
  shardCount: 'number',
  autoSplit: 'flag',
  maxSplitShard: 'number',
  appendMeta: 'flag',
  enable_tracking: 'flag',
  mode: 'text',
  telemetryType: 'text',
};

/** A logstore (`project/logstore`): how long it keeps logs, and in how many shards. */
export const slsLogstore: Reader = {
  kind: 'sls.logstore',
  aspect: 'configuration',
  effects: ['deleted', 'log-collection-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const [project, logstore] = inProject(id);
    const answer = await answerOf(place, 'sls', 'GetLogStore', { project, logstore }, { logstoreName: logstore });
    return contentOf(answer, FIELDS);
  }),
  predict: byAction({
    DeleteLogStore: gone,
    UpdateLogStore: ({ params }, _, before) => {
      const asked = requested(params, ['project', 'logstore', 'logstoreName'], FIELDS);
      return isContent(before) && asked !== undefined && saysAll(before, asked) ? overlaid(before, asked) : undefined;
    },
  }),
  restore: restoreLogstore,
};

/** What a call leaves out goes back to what is usual, but for the number of shards. */
function saysAll(before: Content, asked: Content): boolean {
  return Object.keys(before).every((name) => name === 'shardCount' || name in asked);
}
