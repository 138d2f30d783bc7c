import { listOf, type Params } from '../../../../shared/model/params.ts';
import type { Answer, Call, Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { asJob } from '../load-balancers/jobs.ts';
import { listingPage } from '../load-balancers/listing.ts';
import { structuresSaid } from '../load-balancers/structures.ts';
import { given, integer, mandatory, objects, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { anAlbRule } from './defaults.ts';
import { listenerIn, missing } from './find.ts';
import type { AlbState, Rule } from './state.ts';

const SETTINGS = { RuleName: text, Priority: integer, RuleActions: structuresSaid, RuleConditions: structuresSaid };

/** Forwarding rules of listeners. */
export function albRuleOperations(state: AlbState): Readonly<Record<string, Operation>> {
  const put = (rules: readonly Rule[]): void => {
    for (const rule of rules) state.rules.set(rule.RuleId, rule);
  };
  const known = (id: string): Rule => {
    const rule = state.rules.get(id);
    if (rule === undefined) throw missing('Rule');
    return rule;
  };
  const updated = (params: Params): Rule => ({ ...known(mandatory(params, 'RuleId')), ...given(params, SETTINGS) });
  const change = (changed: (params: Params) => readonly Rule[], name: string): Operation => ({
    rw: 'Write',
    run: (call) => {
      const rules = changed(call.params);
      return asJob(state.jobs, call, () => put(rules));
    },
    references: references({ 'ACS::ALB::Rule': [name] }),
  });
  const remove = (name: string): Operation => ({
    rw: 'Write',
    required: [name],
    run: (call) => {
      const rules = listOf(call.params, name).map(known);
      return asJob(state.jobs, call, () => rules.forEach(({ RuleId }) => state.rules.delete(RuleId)));
    },
    references: references({ 'ACS::ALB::Rule': [name] }),
  });
  return {
    CreateRule: {
      rw: 'Write',
      required: ['ListenerId', 'Priority', 'RuleActions', 'RuleConditions', 'RuleName'],
      run: (call) => {
        const rule = created(state, call, call.params);
        return asJob(state.jobs, call, () => put([rule]), { RuleId: rule.RuleId });
      },
      references: references({ 'ACS::ALB::Listener': ['ListenerId'], 'ACS::ALB::Rule': ['answer.RuleId'] }),
    },
    CreateRules: {
      rw: 'Write',
      required: ['ListenerId', 'Rules'],
      run: (call) => {
        const rules = objects(call.params, 'Rules').map((said) => created(state, call, said));
        const RuleIds = rules.map(({ RuleId, Priority }) => ({ RuleId, Priority }));
        return asJob(state.jobs, call, () => put(rules), { RuleIds });
      },
      references: references({ 'ACS::ALB::Listener': ['ListenerId'] }),
    },
    UpdateRuleAttribute: change((params) => [updated(params)], 'RuleId'),
    UpdateRulesAttribute: change((params) => objects(params, 'Rules').map(updated), 'RuleId'),
    DeleteRule: remove('RuleId'),
    DeleteRules: remove('RuleIds'),
    ListRules: {
      rw: 'Read',
      run: (call) =>
        listingPage(
          call,
          'Rules',
          [...state.rules.values()],
          [
            ['RuleIds', (one) => [one.RuleId]],
            ['ListenerIds', (one) => [one.ListenerId]],
            ['LoadBalancerIds', (one) => [balancerOf(state, one)]],
          ],
          (one) => answer(state, one),
        ),
    },
  };
}

function created(state: AlbState, call: Call, said: Params): Rule {
  const { ListenerId } = listenerIn(state, call);
  const { RuleActions = [], ...rest } = given(said, { ...SETTINGS, Direction: oneOf('Request', 'Response') });
  return anAlbRule({ RuleId: newId('rule'), ListenerId, RuleActions, ...rest });
}

function answer(state: AlbState, rule: Rule): Answer {
  const Tags = rule.Tags.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value }));
  return { ...rule, LoadBalancerId: balancerOf(state, rule), RuleStatus: 'Available', Tags };
}

function balancerOf(state: AlbState, { ListenerId }: Rule): string {
  return state.listeners.get(ListenerId)?.LoadBalancerId ?? '';
}
