import type { Cloud } from '../cloud/cloud.ts';
import { besides, compare, verdictOn } from '../inspection/compare.ts';
import { isRules, rulesEffects } from '../inspection/consequences.ts';
import { afterOf, examine, type Examined, SETTLE_MS } from '../inspection/examine.ts';
import type { Inspected } from '../inspection/inspected.ts';
import { type InspectStore, remember, spellings } from '../inspection/memory.ts';
import { neighboursOf } from '../inspection/neighbours.ts';
import { joinedRemedy, putBack } from '../inspection/put-back.ts';
import { readAll, type Reading } from '../inspection/read-all.ts';
import { settledBy } from '../inspection/settled.ts';
import { type Target, targetsOf } from '../inspection/targets.ts';
import { gravest, type Verdict } from '../inspection/verdict.ts';
import type { AuditEvent } from '../model/event.ts';
import type { ResourceRef } from '../model/resource.ts';
import type { Part } from './steps.ts';

/** What inspection needs. `deadline`: milliseconds since the epoch after which it answers with what it has. */
export interface Inspection {
  readonly cloud: Cloud;
  readonly store: InspectStore;
  readonly now: () => Date;
  readonly deadline: number;
}

type Judged = Examined & { readonly verdict: Verdict };

/** How far back an earlier call may lie that the last reading does not show yet: the time between two sweeps, and some. */
const UNSEEN_MS = 15 * 60_000;

/** Step 5: reads what this call can have changed, and only that; puts it beside what was known from before. */
export async function inspect(event: AuditEvent, part: Part, asked: Inspection): Promise<Inspected> {
  if (event.outcome === 'failure') return refused(event);
  const { store, now } = asked;
  const { targets: found, unread } = await targetsOf(event, part.touched);
  const { memory, targets } = await remember(store, event, found);
  const started = now();
  const readings = await read(event, targets, asked);
  const judged = targets.map((target): Judged => {
    const examined = examine(event, target, memory, readings(target), started);
    return { ...examined, verdict: verdictOn(examined) };
  });
  const verdict = unread.length > 0 || judged.length === 0 ? 'changed' : gravest(judged.map((one) => one.verdict));
  const isSure = verdict !== 'no-effect' || !(await isUnseen(event, judged, store));
  const neighbours = targets.some(isRules) ? await neighboursOf(store, event, part.cluster.id) : NOBODY;
  return {
    ...told(event, part, judged, unread),
    ...rulesEffects(judged, part.cluster, neighbours),
    verdict: isSure ? verdict : 'changed',
    restored: settledBy(judged, memory.open),
    ...(judged.some(({ doubt }) => doubt === 'nothing-yet')
      ? { reinspectAt: new Date(now().getTime() + SETTLE_MS) }
      : {}),
  };
}

const NOBODY = { apiServerCidrs: [], nodeCidrs: [] };

/** One reading per aspect, as many resources at once as a call takes. */
async function read(
  event: AuditEvent,
  targets: readonly Target[],
  { cloud, deadline, now }: Inspection,
): Promise<(target: Target) => Reading | undefined> {
  const clusters = new Map(targets.map(({ ref, owned }) => [ref.id, owned.clusterId]));
  const clusterOf = (id: string): string | undefined => clusters.get(id);
  const place = { cloud, region: event.region, deadline, clusterOf };
  const readers = [...new Set(targets.map(({ reader }) => reader))];
  const found = await Promise.all(
    readers.map(async (reader) => {
      const ids = targets.filter((target) => target.reader === reader).map(({ ref }) => ref.id);
      return [reader, await readAll(reader, place, ids, now)] as const;
    }),
  );
  const readings = new Map(found);
  return ({ reader, ref }) => readings.get(reader)?.get(ref.id);
}

/** An earlier call, decided already, may have changed what the last reading from before this one still shows. */
async function isUnseen(event: AuditEvent, judged: readonly Judged[], store: InspectStore): Promise<boolean> {
  const { accountId, eventTime } = event;
  const reads = judged.map(({ before }) => before?.observedAt.getTime() ?? 0);
  const since = Math.max(Math.min(...reads), eventTime.getTime() - UNSEEN_MS);
  const refs = judged.flatMap(({ target }) => spellings(target.ref));
  return (await store.laterWrites(accountId, refs, new Date(since))).size > 0;
}

function told(
  event: AuditEvent,
  { touched }: Part,
  judged: readonly Judged[],
  unread: readonly ResourceRef[],
): Pick<Inspected, 'comparisons' | 'restore' | 'notes' | 'snapshots'> {
  const remedies = judged.map((one) => putBack(one, event.region));
  const { restore, notes } = joinedRemedy(unread.length > 0 ? [...remedies, { possible: 'unknown' }] : remedies);
  const byCommand = new Set(touched.filter(({ touch }) => touch.form !== undefined).map(({ ref }) => ref.id));
  const unreadComparisons = unread.map((resource) => ({
    resource,
    aspect: 'configuration',
    changes: [],
    unknown: [byCommand.has(resource.id) ? INSIDE : 'what this call changes of it is not read'],
  }));
  return {
    comparisons: [...judged.map(compare), ...unreadComparisons],
    restore,
    notes: [...new Set([...notesOn(judged), ...notes])],
    snapshots: judged.flatMap(({ reading }) => (reading ? [reading] : [])),
  };
}

const INSIDE = 'what a command changes inside a node, no API of the cloud tells';

function notesOn(judged: readonly Judged[]): readonly string[] {
  const problems = judged.flatMap(({ problem }) => (problem === undefined ? [] : [problem]));
  const extra = judged.filter((one) => afterOf(one) !== undefined && one.verdict === 'changed').flatMap(besides);
  const names = [...new Set(extra)];
  return [
    ...[...new Set(problems)].map((problem) => `The state after the call is not known: ${problem}.`),
    ...(names.length > 0
      ? [`Differs too since the last reading, though the call did not ask for it: ${names.slice(0, 5).join(', ')}.`]
      : []),
  ];
}

/** A refused call changed nothing, so there is nothing to read and nothing to put back. */
function refused({ errorCode }: AuditEvent): Inspected {
  return {
    comparisons: [],
    restore: { possible: true, commands: [] },
    notes: [`The call was refused${errorCode === undefined ? '' : ` (${errorCode})`}: nothing changed.`],
    snapshots: [],
    consequences: [],
    effects: new Map(),
    verdict: 'changed',
    restored: [],
  };
}
