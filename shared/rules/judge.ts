import type { Params } from '../model/params.ts';
import type { JudgeContext, Rule } from '../model/rule.ts';
import { compareSeverity, type Severity } from '../model/severity.ts';
import { catalogue } from './catalogue.ts';
import { isEnding } from './ending.ts';

/** Every rule that fires on one touched resource, the worst first, ties to the rule that names fewest roles. */
export function judge(
  params: Params,
  context: JudgeContext,
): readonly { readonly rule: Rule; readonly severity: Severity }[] {
  if (context.strength === 'approved' || context.standing === 'ack' || context.standing === 'echo') return [];
  const weak = context.strength === 'precursor' || context.strength === 'adjacent';
  return catalogue
    .filter((rule) => rule.roles.includes(context.resource.role) && rule.effects.includes(context.effect))
    .filter(({ when }) => when === undefined || when(params, context))
    .map((rule) => ({ rule, severity: weak ? ('low' as const) : severityOf(rule, context) }))
    .toSorted((a, b) => compareSeverity(b.severity, a.severity) || a.rule.roles.length - b.rule.roles.length);
}

function severityOf({ severity, worse }: Rule, { consequences, cluster }: JudgeContext): Severity {
  if (isEnding(cluster)) return 'low';
  return worse?.consequences.some((one) => consequences.includes(one)) ? worse.severity : severity;
}
