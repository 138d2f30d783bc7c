import { objectsOf, textOf } from '../../model/params.ts';
import { isContent, textIn } from '../content.ts';
import { contentOf, type Fields, membersOf, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, byId, gone, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';
import { differing } from '../restore/differing.ts';

const FIELDS: Fields = { AScriptName: 'text', Enabled: 'flag', ScriptContent: 'text' };

/** A script (可编程脚本) that a listener runs on requests. */
export const albScript: Reader = {
  kind: 'alb.script',
  aspect: 'configuration',
  effects: ['listener-changed', 'created'],
  batch: 20,
  read: async (place, ids) => {
    const answer = await answerOf(place, 'alb', 'ListAScripts', { AScriptIds: ids, MaxResults: 100 }, 'AScripts');
    return byId(ids, membersOf(answer['AScripts']), undefined, (script) => [
      textIn(script, 'AScriptId'),
      contentOf(script, { ...FIELDS, ListenerId: 'text' }),
    ]);
  },
  predict: byAction({
    DeleteAScripts: gone,
    UpdateAScripts: ({ params }, id, before) => {
      const one = objectsOf(params, 'AScripts').find((script) => textOf(script, 'AScriptId') === id);
      return isContent(before) && one !== undefined
        ? overlaid(before, requested(one, ['AScriptId'], FIELDS))
        : undefined;
    },
  }),
  restore: ({ id, region, present, wanted }) => {
    if (wanted === null) return remedy([command('alb', 'DeleteAScripts', region, { AScriptIds: [id] })]);
    if (!isContent(wanted)) return UNKNOWN;
    const { ListenerId, ...script } = wanted;
    if (present === null) {
      return remedy(
        [command('alb', 'CreateAScripts', region, { ListenerId, AScripts: [script] })],
        `The new script gets another id than ${id}.`,
      );
    }
    const changed = differing(present, script);
    if (Object.keys(changed).length === 0) return remedy([]);
    return remedy([command('alb', 'UpdateAScripts', region, { AScripts: [{ AScriptId: id, ...changed }] })]);
  },
};
