import type { TemplateDeed } from '../commands/template-deeds.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Touch } from '../model/operation.ts';
import type { Params } from '../model/params.ts';
import { isEnding } from '../rules/ending.ts';
import { type PrecautionSources, withPrecautions } from './precautions.ts';
import type { Part } from './steps.ts';
import { storedCommandOf } from './stored-command.ts';

/** What this step asks of the world. `deadline`: milliseconds since the epoch. */
export type ExactSources = PrecautionSources;

/** Step 4: what the call really does, and whether what should come before it did. */
export async function exact(event: AuditEvent, part: Part, sources: ExactSources): Promise<Part> {
  return withPrecautions(event, await withDeeds(event, withState(part), sources), sources);
}

function withState(part: Part): Part {
  if (!isEnding(part.cluster)) return part;
  const note = `The cluster is on its way out (${part.cluster.state}): to remove what is left of it is to clean up`;
  return { ...part, notes: [...(part.notes ?? []), note] };
}

/**
 * A command does what its text says: its deeds take the place of `command-run`, on every node that it runs on, and the
 * lines that do them are noted. What nobody can read is `command-unread`.
 */
async function withDeeds(event: AuditEvent, part: Part, sources: ExactSources): Promise<Part> {
  const run = part.touched.find(({ touch }) => touch.effect === 'command-run');
  if (run === undefined) return part;
  const { deeds, problem } = await deedsOf(event, run.touch, sources);
  const touched = part.touched.flatMap((one) =>
    one.touch.effect === 'command-run'
      ? deeds.map(({ effect }) => ({ ...one, touch: { ...one.touch, effect } }))
      : [one],
  );
  return { ...part, touched, notes: [...(part.notes ?? []), ...new Set(deeds.map((deed) => noteOn(deed, problem)))] };
}

async function deedsOf(
  event: AuditEvent,
  { form = 'command' }: Touch,
  sources: ExactSources,
): Promise<{ readonly deeds: readonly TemplateDeed[]; readonly problem?: string }> {
  const { callDeeds } = await import('../commands/call-deeds.ts'); // reads shell and YAML: only commands pay for it
  const params = legible(event.params);
  const stored = await storedCommandOf(event, params, form, sources);
  if (stored === undefined || 'problem' in stored) return { deeds: callDeeds(form, params), ...stored };
  const { parameters = params['Parameters'] } = stored;
  return { deeds: callDeeds(form, { ...params, Parameters: parameters }, stored) };
}

/** Without what is hidden: by the trail, or by ackwatch before it kept the record that is now decided again. */
function legible(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).filter(
      ([, value]) => typeof value !== 'string' || !/^(?:\[redacted\]|\*{3,})$/u.test(value),
    ),
  );
}

function noteOn({ effect, line }: TemplateDeed, problem: string | undefined): string {
  if (effect !== 'command-unread') return `The command does this: ${line}`;
  if (problem !== undefined) return `The text of the command is not known: ${problem}`;
  return line === ''
    ? 'What is typed in a session, no record tells'
    : `This part of the command cannot be read: ${line}`;
}
