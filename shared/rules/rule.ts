import type { Rule } from '../model/rule.ts';

/** Declares a rule; it exists so that a rule file is checked against the contract where it is written. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
