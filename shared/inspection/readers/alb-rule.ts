import { objectsOf, textOf } from '../../model/params.ts';
import { isContent, textIn, without } from '../content.ts';
import { membersOf } from '../fields.ts';
import { answerOf, byAction, byId, gone, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';
import { differing } from '../restore/differing.ts';
import { reshaped, type Shape, shaped } from '../structures.ts';

const SHAPE: Shape = {
  fields: { ListenerId: 'text', RuleName: 'text', Direction: 'text', Priority: 'number' },
  lists: ['RuleConditions', 'RuleActions'],
};
const NEW = { Direction: 'Request' };
const FIXED = ['ListenerId', 'Direction'];

/** A forwarding rule (转发规则) of a listener: which requests, and what becomes of them. */
export const albRule: Reader = {
  kind: 'alb.rule',
  aspect: 'configuration',
  effects: ['listener-changed', 'created'],
  batch: 20,
  read: async (place, ids) => {
    const answer = await answerOf(place, 'alb', 'ListRules', { RuleIds: ids, MaxResults: 100 }, 'Rules');
    return byId(ids, membersOf(answer['Rules']), undefined, (rule) => [
      textIn(rule, 'RuleId'),
      { ...NEW, ...shaped(rule, SHAPE) },
    ]);
  },
  predict: byAction({
    DeleteRule: gone,
    DeleteRules: gone,
    CreateRule: ({ params }) => reshaped(NEW, params, ['Tag'], SHAPE),
    UpdateRuleAttribute: ({ params }, _, before) =>
      isContent(before) ? reshaped(before, params, ['RuleId'], SHAPE) : undefined,
    UpdateRulesAttribute: ({ params }, id, before) => {
      const one = objectsOf(params, 'Rules').find((rule) => textOf(rule, 'RuleId') === id);
      return isContent(before) && one !== undefined ? reshaped(before, one, ['RuleId'], SHAPE) : undefined;
    },
  }),
  restore: ({ id, region, present, wanted }) => {
    if (wanted === null) return remedy([command('alb', 'DeleteRule', region, { RuleId: id })]);
    if (!isContent(wanted)) return UNKNOWN;
    if (present === null) {
      return remedy([command('alb', 'CreateRule', region, wanted)], `The new rule gets another id than ${id}.`);
    }
    const changed = without(differing(present, wanted), FIXED);
    if (Object.keys(changed).length === 0) return remedy([]);
    return remedy([command('alb', 'UpdateRuleAttribute', region, { RuleId: id, ...changed })]);
  },
};
