import { compareSeverity, type Severity } from './severity.ts';

/** What one channel has heard, or is about to hear, of one cluster, rule and actor. Times are the database's. */
export interface Story {
  /** The finding that opened it. */
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly lastAt: Date;
  /** How many findings it has, the first one included. */
  readonly findings: number;
  readonly severity: Severity;
  /** `kind id` of every resource in it. */
  readonly resources: readonly string[];
}

/** What joins a story. */
export interface Joining {
  readonly findingId: string;
  readonly severity: Severity;
  readonly resources: readonly string[];
  readonly isDestructive: boolean;
}

/** A story with one finding more, and when that one is told. */
export interface Joined {
  readonly story: Story;
  /** Resources that were new to the story. */
  readonly fresh: readonly string[];
  /** 0: at once. Else the number of the update that tells it, due so long after the story was opened. */
  readonly update: number;
  readonly dueAfterMs: number;
}

const MINUTE = 60_000;

/** Without news for so long, a story is over: what comes next opens another. */
const WINDOW_MS = 30 * MINUTE;
/** However lively, it is told anew after a day. */
const LONGEST_MS = 24 * 60 * MINUTE;
/** After so many minutes what joined is told; from the last one on, as often again. */
const UPDATES = [1, 5, 15];
const EVERY = 15;
/** An update that is about to be sent takes on no more: what is being written now would come too late for it. */
const CLOSING_MS = 5_000;

/**
 * The first of a story is told at once, and so is what is graver than all before it, and a destructive deed that names a
 * resource new to it; whatever else follows is told with the next update.
 */
export function join(before: Story | undefined, joining: Joining, now: Date): Joined {
  const { findingId, severity, resources, isDestructive } = joining;
  if (before === undefined || isOver(before, now)) {
    const story = { openedBy: findingId, openedAt: now, lastAt: now, findings: 1, severity, resources };
    return { story, fresh: resources, update: 0, dueAfterMs: 0 };
  }
  const fresh = resources.filter((one) => !before.resources.includes(one));
  const isGraver = compareSeverity(severity, before.severity) > 0;
  const story: Story = {
    ...before,
    lastAt: now,
    findings: before.findings + 1,
    severity: isGraver ? severity : before.severity,
    resources: [...before.resources, ...fresh],
  };
  if (isGraver || (isDestructive && fresh.length > 0)) return { story, fresh, update: 0, dueAfterMs: 0 };
  return { story, fresh, ...nextUpdate(now.getTime() - before.openedAt.getTime()) };
}

function isOver({ openedAt, lastAt }: Story, now: Date): boolean {
  return now.getTime() - lastAt.getTime() > WINDOW_MS || now.getTime() - openedAt.getTime() > LONGEST_MS;
}

function nextUpdate(ageMs: number): { readonly update: number; readonly dueAfterMs: number } {
  const minutes = (ageMs + CLOSING_MS) / MINUTE;
  const early = UPDATES.findIndex((due) => due > minutes);
  const update = early >= 0 ? early + 1 : UPDATES.length + Math.floor(minutes / EVERY);
  const due = early >= 0 ? (UPDATES[early] ?? EVERY) : EVERY * (Math.floor(minutes / EVERY) + 1);
  return { update, dueAfterMs: due * MINUTE };
}
