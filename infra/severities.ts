import { compareSeverity, SEVERITIES, type Severity } from '../shared/model/severity.ts';
import type { Effect } from '../shared/model/operation.ts';
import type { Role } from '../shared/model/resource.ts';
import type { Rule } from '../shared/model/rule.ts';

/** The README's table of severity × role × effect: what each effect on each role comes to, by the gravest rule that names both. */
export function severityTable(catalogue: readonly Rule[]): string {
  const roles = [...new Set(catalogue.flatMap((rule) => rule.roles))].toSorted();
  const columns = SEVERITIES.toReversed().filter((severity) => severity !== 'informational');
  return [
    `| role | ${columns.join(' | ')} |`,
    `| --- | ${columns.map(() => '---').join(' | ')} |`,
    ...roles.map((role) => {
      const gravest = gravestOn(role, catalogue);
      const cells = columns.map((severity) =>
        [...gravest]
          .filter(([, found]) => found === severity)
          .map(([effect]) => effect)
          .toSorted()
          .join(', '),
      );
      return `| ${role} | ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}

function gravestOn(role: Role, catalogue: readonly Rule[]): ReadonlyMap<Effect, Severity> {
  const gravest = new Map<Effect, Severity>();
  for (const { roles, effects, severity } of catalogue) {
    if (!roles.includes(role)) continue;
    for (const effect of effects) {
      const known = gravest.get(effect);
      if (known === undefined || compareSeverity(severity, known) > 0) gravest.set(effect, severity);
    }
  }
  return gravest;
}
