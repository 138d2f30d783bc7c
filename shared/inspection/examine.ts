import type { Json, Snapshot } from '../model/change.ts';
import type { AuditEvent } from '../model/event.ts';
import { isContent, same, snapshotOf } from './content.ts';
import { type Expected, expectedOf } from './expected.ts';
import type { Memory } from './memory.ts';
import type { Reading } from './read-all.ts';
import type { Target } from './targets.ts';

/** How long a call may take to show before "nothing changed" is believed: many work on after they have answered. */
export const SETTLE_MS = 60_000;

/** Everything that is known of one target: what was, what was asked for, what is, what should be. */
export interface Examined {
  readonly target: Target;
  readonly before?: Snapshot;
  readonly beforeIs: 'read' | 'new' | 'told-by-the-call' | 'unknown';
  readonly asked: Json | undefined;
  readonly reading?: Snapshot;
  /** Why there is no reading. */
  readonly problem?: string;
  /** Why the reading, if there is one, does not tell the state right after the call. */
  readonly doubt?: 'written-later' | 'older-than-the-call' | 'nothing-yet';
  readonly expected?: Expected;
}

/** Puts one target's readings together with what is remembered of it. `started`: when the reading began. */
export function examine(
  event: AuditEvent,
  named: Target,
  memory: Memory,
  reading: Reading | undefined,
  started: Date,
): Examined {
  const target = withProtocol(named, reading);
  const at = { ...target.ref, accountId: event.accountId, region: event.region, aspect: target.reader.aspect };
  const read =
    reading === undefined || 'problem' in reading
      ? undefined
      : snapshotOf({ ...at, observedAt: reading.at, content: reading.content });
  const [before, beforeIs] = beforeOf(event, target, memory, read, at);
  const asked = before && target.reader.predict?.(event, target.ref.id, before.content);
  const doubt = doubtOf({ event, target, memory, read, before, asked, started });
  const expected = expectedOf(target, memory, before?.content);
  return {
    target,
    beforeIs,
    asked,
    ...(before ? { before } : {}),
    ...(read ? { reading: read } : {}),
    ...(reading !== undefined && 'problem' in reading ? { problem: reading.problem } : {}),
    ...(doubt ? { doubt } : {}),
    ...(expected ? { expected } : {}),
  };
}

/** The state right after the call, where it is known. */
export function afterOf({ reading, doubt }: Examined): Snapshot | undefined {
  return doubt === undefined ? reading : undefined;
}

/** What counts of a state when it is compared with another. */
export function essenceOf({ target }: Pick<Examined, 'target'>, state: Json): Json {
  return target.reader.essence?.(state) ?? state;
}

function beforeOf(
  event: AuditEvent,
  target: Target,
  memory: Memory,
  read: Snapshot | undefined,
  at: Omit<Snapshot, 'hash' | 'content' | 'observedAt'>,
): readonly [Snapshot | undefined, Examined['beforeIs']] {
  const told = { ...at, observedAt: event.eventTime };
  if (target.isNew) return [snapshotOf({ ...told, content: null }), 'new'];
  const remembered = memory.before(target);
  if (remembered) return [remembered, 'read'];
  const content = target.reader.recall?.(event, target.ref.id, read?.content);
  return content === undefined ? [undefined, 'unknown'] : [snapshotOf({ ...told, content }), 'told-by-the-call'];
}

function doubtOf(known: {
  readonly event: AuditEvent;
  readonly target: Target;
  readonly memory: Memory;
  readonly read: Snapshot | undefined;
  readonly before: Snapshot | undefined;
  readonly asked: Json | undefined;
  readonly started: Date;
}): Examined['doubt'] {
  const { event, target, memory, read, before, asked, started } = known;
  if (read === undefined) return undefined;
  if (started.getTime() < event.eventTime.getTime()) return 'older-than-the-call';
  if (memory.isWrittenLater(target)) return 'written-later';
  const equal = (a: Json, b: Json): boolean => same(essenceOf({ target }, a), essenceOf({ target }, b));
  const isRecent = read.observedAt.getTime() - event.eventTime.getTime() < SETTLE_MS;
  if (before === undefined || !isRecent || !equal(read.content, before.content)) return undefined;
  return asked !== undefined && equal(asked, before.content) ? undefined : 'nothing-yet';
}

/** A listener whose protocol only the reading told. */
function withProtocol(target: Target, reading: Reading | undefined): Target {
  const { kind, id } = target.ref;
  if (kind !== 'slb.listener' || id.split('/').length > 2 || reading === undefined || 'problem' in reading)
    return target;
  const protocol = isContent(reading.content) ? reading.content['ListenerProtocol'] : undefined;
  return typeof protocol === 'string' ? { ...target, ref: { kind, id: `${id}/${protocol}` } } : target;
}
