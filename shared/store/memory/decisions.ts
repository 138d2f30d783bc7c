import { type Decision, HELD } from '../../model/decision.ts';
import type { ResourceRef } from '../../model/resource.ts';
import { WITHOUT_WRITE } from '../outcomes.ts';
import { spellings } from '../spellings.ts';
import type { EventKey, Store } from '../store.ts';
import { bounded } from './bounded.ts';

interface Entry {
  readonly decision: Decision;
  /** How often a held event was decided again without being settled. */
  readonly tries: number;
}

/** Which events count as writes to a resource. */
export interface WriteQuery {
  readonly accountId: string;
  readonly ref: ResourceRef;
  readonly after: Date;
  readonly upTo?: Date;
  readonly except: readonly Decision['outcome'][];
}

/** What became of events. `isRefused` tells whether the call of an event was refused: then it wrote nothing. */
export function decisions(limit: number, isRefused: (event: EventKey) => boolean) {
  const entries = bounded<Entry>(limit);
  const isWrite = (decision: Decision, { accountId, ref, after, upTo, except }: WriteQuery): boolean => {
    const ids = spellings(ref);
    const { eventTime, outcome, resources } = decision;
    const isInTime = eventTime > after && (upTo === undefined || eventTime <= upTo);
    const isMeant = decision.accountId === accountId && resources.some((id) => ids.includes(id));
    return isInTime && isMeant && !except.includes(outcome) && !isRefused(decision);
  };
  const isWrittenTo = (query: WriteQuery): boolean => entries.values().some(({ decision }) => isWrite(decision, query));
  /** Whoever wrote last to one of the resources in a span of time. */
  const lastWriter = (query: Omit<WriteQuery, 'ref' | 'except'> & { readonly refs: readonly ResourceRef[] }) => {
    const hits = entries
      .values()
      .filter(({ decision }) => query.refs.some((ref) => isWrite(decision, { ...query, ref, except: WITHOUT_WRITE })));
    return hits.toSorted((a, b) => +b.decision.eventTime - +a.decision.eventTime)[0]?.decision.actor;
  };
  const store: Pick<Store, 'isDecided' | 'undecided' | 'decision' | 'held' | 'laterWrites'> = {
    isDecided: (event) => Promise.resolve(entries.get(keyOf(event)) !== undefined),
    undecided: (events) => Promise.resolve(events.filter((event) => isUndecided(entries.get(keyOf(event))?.decision))),
    decision: (event) => Promise.resolve(entries.get(keyOf(event))?.decision),
    held: (count) => {
      const held = entries.values().filter(({ decision }) => HELD.includes(decision.outcome));
      const inOrder = held.toSorted((a, b) => a.tries - b.tries || +a.decision.eventTime - +b.decision.eventTime);
      return Promise.resolve(inOrder.slice(0, count).map(({ decision }) => decision));
    },
    laterWrites: (accountId, refs, after) => {
      const hit = refs.filter((ref) => isWrittenTo({ accountId, ref, after, except: WITHOUT_WRITE }));
      return Promise.resolve(new Set(hit.map(({ id }) => id)));
    },
  };
  /** Whether this decision is the one that counts. */
  const decide = (decision: Decision): boolean => {
    const known = entries.get(keyOf(decision));
    const settles = !HELD.includes(decision.outcome);
    if (known === undefined || (settles && HELD.includes(known.decision.outcome))) {
      entries.set(keyOf(decision), { decision, tries: 0 });
      return true;
    }
    if (!settles) entries.set(keyOf(decision), { ...known, tries: known.tries + 1 });
    return false;
  };
  const all = (): readonly Decision[] => entries.values().map(({ decision }) => decision);
  return { store, all, decide, isWrittenTo, lastWriter };
}

function isUndecided(decision: Decision | undefined): boolean {
  return decision === undefined || (decision.via === 'other-bus' && HELD.includes(decision.outcome));
}

function keyOf({ accountId, region, eventId }: EventKey): string {
  return JSON.stringify([accountId, region, eventId]);
}
