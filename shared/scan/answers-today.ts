import type { Cloud } from '../cloud/cloud.ts';
import { CloudError } from '../errors.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Effect } from '../model/operation.ts';
import { CONSEQUENCES, PRECAUTIONS } from '../model/rule.ts';
import { exact } from '../steps/exact.ts';
import { judge } from '../steps/judge.ts';
import type { Part } from '../steps/steps.ts';
import type { Severity } from '../model/severity.ts';
import type { Store } from '../store/store.ts';

/** What the rules make of an event for one cluster; no rule: silence. */
export interface RulesAnswer {
  readonly rules: readonly string[];
  readonly severity?: Severity;
}

/** What comparing reads. */
export type CompareStore = Pick<Store, 'ownersOf' | 'clusters' | 'finding' | 'decidedOn'>;

/** Effects that inspection tells more exactly once it has read the state. */
const REFINED: Partial<Record<Effect, readonly Effect[]>> = { 'rules-changed': ['rules-widened', 'rules-narrowed'] };

/** Nobody is asked anew: what the cloud says today is not what it said then. */
const SILENT_CLOUD: Cloud = {
  call: () => Promise.reject(new CloudError('Unreachable', 'The cloud is not asked in a comparison')),
};

/**
 * Everything that today's rules can make of the part, the plain answer first: what inspection learned of the state then
 * is not asked again, so each thing that it may have learned gives an answer. `unknown`: the text of a command is kept
 * by the cloud alone.
 */
export async function answersToday(
  event: AuditEvent,
  named: Part,
  store: CompareStore,
): Promise<readonly RulesAnswer[] | 'unknown'> {
  const part = await exact(event, named, { store, cloud: SILENT_CLOUD, deadline: 0 });
  if (part.touched.some(({ touch }) => touch.effect === 'command-unread')) return 'unknown';
  const refinements = [undefined, ...new Set(part.touched.flatMap(({ touch }) => REFINED[touch.effect] ?? []))];
  const consequences = [[], ...CONSEQUENCES.map((one) => [one]), CONSEQUENCES];
  const precautions = [part.precautions ?? [], PRECAUTIONS];
  return refinements.flatMap((effect) =>
    consequences.flatMap((brought) =>
      precautions.map((taken) =>
        answerOf(event, { ...refined(part, effect), consequences: brought, precautions: taken }),
      ),
    ),
  );
}

function refined(part: Part, effect: Effect | undefined): Part {
  if (effect === undefined) return part;
  const touched = part.touched.map((one) =>
    REFINED[one.touch.effect]?.includes(effect) ? { ...one, touch: { ...one.touch, effect } } : one,
  );
  return { ...part, touched };
}

function answerOf(event: AuditEvent, part: Part): RulesAnswer {
  const [worst, ...others] = judge(event, part);
  if (worst === undefined) return { rules: [] };
  return { rules: [worst, ...others].map(({ rule }) => rule.id), severity: worst.severity };
}
