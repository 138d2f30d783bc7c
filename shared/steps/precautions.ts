import type { AuditEvent } from '../model/event.ts';
import type { Effect } from '../model/operation.ts';
import { listOf } from '../model/params.ts';
import type { Precaution } from '../model/rule.ts';
import { screen } from '../operations/screen.ts';
import type { Store } from '../store/store.ts';
import { type Past, type Trail, pastCalls } from './past-calls.ts';
import type { Part } from './steps.ts';

/** What looking back needs of the world. */
export interface PrecautionSources extends Trail {
  readonly store: Pick<Store, 'decidedOn' | 'ownersOf'>;
}

interface Answer {
  readonly found?: Precaution;
  /** What was not found, or could not be learned. */
  readonly note?: string;
}

type LookUp = (event: AuditEvent, part: Part, sources: PrecautionSources) => Promise<Answer>;

/** How far back a precaution may lie. */
const WINDOW_MS = 24 * 3_600_000;

const SOUGHT: Partial<Record<Effect, readonly LookUp[]>> = {
  upgraded: [checked, disksBackedUp],
  'nodes-attached': [instancesBackedUp],
};

/** What came before a call that is right only after something else; what is missing is noted. */
export async function withPrecautions(event: AuditEvent, part: Part, sources: PrecautionSources): Promise<Part> {
  const effects = new Set(part.touched.map(({ touch }) => touch.effect));
  const lookUps = new Set([...effects].flatMap((effect) => SOUGHT[effect] ?? []));
  if (lookUps.size === 0 || event.outcome === 'failure') return part;
  const answers = await Promise.all([...lookUps].map((lookUp) => lookUp(event, part, sources)));
  return {
    ...part,
    precautions: answers.flatMap(({ found }) => found ?? []),
    notes: [...(part.notes ?? []), ...answers.flatMap(({ note }) => note ?? [])],
  };
}

async function checked({ accountId, eventTime }: AuditEvent, { cluster }: Part, { store }: PrecautionSources) {
  const since = new Date(eventTime.getTime() - WINDOW_MS);
  const past = await store.decidedOn(accountId, [cluster.id], since, eventTime);
  const isCheck = past.some(({ operation, outcome }) => {
    const [service = '', action = ''] = operation.split(':');
    return outcome === 'approved' && screen(service, action).touches.some(({ effect }) => effect === 'upgrade-checked');
  });
  if (isCheck) return { found: 'upgrade-checked' as const };
  return { note: 'No check of the cluster is known from the 24 hours before the upgrade' };
}

async function disksBackedUp(event: AuditEvent, { cluster }: Part, { store, ...trail }: PrecautionSources) {
  const past = await backups(event, ['CreateSnapshot'], trail);
  if ('problem' in past) return unknown(past.problem);
  const disks = past.flatMap(({ ids }) => ids);
  const owners = [...(await store.ownersOf(event.accountId, disks)).values()].flat();
  if (owners.some(({ clusterId }) => clusterId === cluster.id)) return { found: 'backed-up' as const };
  return { note: "The trail of the 24 hours before shows no snapshot of one of the cluster's disks" };
}

async function instancesBackedUp(event: AuditEvent, _: Part, { store: __, ...trail }: PrecautionSources) {
  const wanted = listOf(event.params, 'instances');
  const past = await backups(event, ['CreateImage', 'CreateSnapshot'], trail);
  if ('problem' in past) return unknown(past.problem);
  const saved = new Set(past.flatMap(({ ids }) => ids));
  const missing = wanted.filter((id) => !saved.has(id));
  if (wanted.length > 0 && missing.length === 0) return { found: 'backed-up' as const };
  const named = missing.slice(0, 3).join(', ') + (missing.length > 3 ? ` and ${missing.length - 3} more` : '');
  return { note: `The trail of the 24 hours before shows no image or snapshot of ${named || 'the instances'}` };
}

async function backups(event: AuditEvent, actions: readonly string[], trail: Trail): Promise<Past> {
  const since = new Date(event.eventTime.getTime() - WINDOW_MS);
  const answers = await Promise.all(actions.map((action) => pastCalls(event, action, since, trail)));
  const failed = answers.find((answer) => 'problem' in answer);
  return failed ?? answers.flatMap((answer) => ('problem' in answer ? [] : answer));
}

function unknown(problem: string): Answer {
  return { note: `Whether there is a backup is not known: the trail could not be asked (${problem})` };
}
