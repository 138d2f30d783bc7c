import type { Finding } from '../model/finding.ts';
import type { Member } from './channel.ts';
import { WORDS } from './words.ts';

/** What can be told of: a rule, or a notice of ackwatch itself. */
export type ToldRule = Member['rule'] & { readonly id: string };

/** What is told of a finding's rule. A finding may be older or newer than the rules that run: it is told all the same. */
export function ruleToldOf(finding: Pick<Finding, 'rule'>, rules: readonly ToldRule[]): Member['rule'] {
  return (
    rules.find(({ id }) => id === finding.rule) ?? {
      title: WORDS.unknownRuleTitle,
      impact: WORDS.unknownRuleImpact,
      recovery: [WORDS.unknownRuleRecovery],
    }
  );
}
