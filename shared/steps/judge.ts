import type { Match } from '../findings/find.ts';
import type { AuditEvent } from '../model/event.ts';
import type { JudgeContext } from '../model/rule.ts';
import { compareSeverity } from '../model/severity.ts';
import { judge as evaluate } from '../rules/judge.ts';
import type { Part } from './steps.ts';

/** Step 4, pure: every rule that fires on this part of the event, the worst first, ties to the one of fewest roles. */
export function judge(event: AuditEvent, part: Part): readonly Match[] {
  const worst = new Map<string, Match>();
  for (const { owned, touch } of part.touched) {
    const matches = evaluate(event.params, contextOf(event, part, { owned, touch }));
    for (const match of matches) {
      const before = worst.get(match.rule.id);
      if (before === undefined || compareSeverity(match.severity, before.severity) > 0) worst.set(match.rule.id, match);
    }
  }
  return [...worst.values()].toSorted(
    (a, b) => compareSeverity(b.severity, a.severity) || a.rule.roles.length - b.rule.roles.length,
  );
}

/** What a rule is told of one touched resource. */
export function contextOf(
  { service, action }: AuditEvent,
  { cluster, standing, consequences = [], precautions = [] }: Part,
  { owned, touch: { effect, strength } }: Pick<Part['touched'][number], 'owned' | 'touch'>,
): JudgeContext {
  const operation = `${service}:${action}` as const;
  return { resource: owned, cluster, effect, strength, standing, operation, consequences, precautions };
}
