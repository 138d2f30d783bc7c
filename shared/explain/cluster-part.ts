import type { AuditEvent } from '../model/event.ts';
import type { JudgeContext, Rule } from '../model/rule.ts';
import { catalogue } from '../rules/catalogue.ts';
import { judge } from '../rules/judge.ts';
import { contextOf } from '../steps/judge.ts';
import type { Part } from '../steps/steps.ts';
import type { ClusterPart, ReadAspect, RuleAnswer } from './explanation.ts';
import type { TracedPart } from './trace.ts';

/** What every rule that speaks of the deed makes of it, what was read, and what it came to. */
export function clusterPartOf(event: AuditEvent, { part, inspected }: TracedPart): ClusterPart {
  const answers = part.touched.flatMap((one) => answersOn(event, part, one));
  return {
    cluster: part.cluster.name,
    standing: part.standing,
    notes: [...(part.notes ?? []), ...(inspected?.notes ?? [])],
    rules: answers.toSorted((a, b) => Number(a.answer === 'quiet') - Number(b.answer === 'quiet')),
    read: (inspected?.comparisons ?? []).map(({ resource, aspect, before, after, changes, unknown }): ReadAspect => {
      const times = {
        ...(before ? { before: before.observedAt } : {}),
        ...(after ? { after: after.observedAt } : {}),
      };
      return { resource, aspect, ...times, changes, unknown };
    }),
    ...(inspected === undefined ? {} : { verdict: inspected.verdict }),
  };
}

function answersOn(event: AuditEvent, part: Part, one: Part['touched'][number]): readonly RuleAnswer[] {
  const { owned, touch } = one;
  const context = contextOf(event, part, one);
  const fired = judge(event.params, context);
  return catalogue
    .filter(({ effects }) => effects.includes(touch.effect))
    .map((rule) => {
      const match = fired.find((one) => one.rule.id === rule.id);
      const { id, rows } = rule;
      const begin = { rule: id, rows, resource: owned.id };
      if (match === undefined) return { ...begin, answer: 'quiet', why: whyQuiet(rule, context) };
      const why = `${touch.effect} on a resource in the role of ${owned.role}`;
      return { ...begin, answer: 'fires', severity: match.severity, why };
    });
}

function whyQuiet({ roles }: Rule, { strength, standing, resource }: JudgeContext): string {
  if (!roles.includes(resource.role)) return `it is about ${roles.join(', ')}; this is a ${resource.role}`;
  if (strength === 'approved') return 'this is the supported way to do it';
  if (standing === 'ack' || standing === 'echo') return `the actor's standing is ${standing}`;
  return 'its condition does not hold for these parameters';
}
