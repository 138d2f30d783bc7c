import type { Finding } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { Told } from './channel.ts';
import { WORDS } from './words.ts';

/** What is told of a finding's rule. A finding may be older or newer than the rules that run: it is told all the same. */
export function ruleToldOf(finding: Pick<Finding, 'rule'>, rules: readonly Rule[]): Told['rule'] {
  return (
    rules.find(({ id }) => id === finding.rule) ?? {
      title: WORDS.unknownRuleTitle,
      impact: WORDS.unknownRuleImpact,
      recovery: [WORDS.unknownRuleRecovery],
    }
  );
}
