import type { TrailRecord } from '../cloud/actiontrail/record.ts';
import { type Envelope, envelopeOf } from './envelope.ts';
import { compilePattern, type Pattern } from './pattern.ts';

/** How to start one. */
export interface EventBridgeStart {
  /** The rule's filter: `infra/event-filter.json`. */
  readonly pattern: Pattern;
  /** Takes one event; a rejection is tried again. */
  readonly target: (envelope: Envelope) => Promise<void>;
  readonly accountId?: string;
  /** Only events of this region reach its bus. */
  readonly region?: string;
  readonly clock?: () => Date;
  /** Between the deed and the first push. */
  readonly delayMs?: number;
  /** Further tries after the first, and the pause before each. */
  readonly retries?: number;
  readonly backoffMs?: (retry: number) => number;
}

/** A running stand-in of the default event bus with one rule and one target. */
export interface EventBridge {
  /** Takes a record of the trail; subscribe it: `trail.subscribe(bridge.publish)`. */
  readonly publish: (record: TrailRecord) => void;
  /** Pushes each of the next `count` events twice, under one id. */
  readonly duplicateNext: (count?: number) => void;
  /** Holds the next `count` events back and pushes them last first. */
  readonly reverseNext: (count: number) => void;
  /** Resolves when everything published so far was delivered or given up. Events held back are let go. */
  readonly drain: () => Promise<void>;
  readonly delivered: readonly Envelope[];
  /** What the target refused to the last. */
  readonly deadLetters: readonly Envelope[];
  /** Ends it: what is not yet pushed is not pushed any more. */
  readonly stop: () => void;
}

/** Starts the stand-in: at least once, late if so ordered, in any order. */
export function startEventBridge(start: EventBridgeStart): EventBridge {
  const { accountId = '1234567890123456', clock = () => new Date() } = start;
  const matches = compilePattern(start.pattern);
  const delivery = createDelivery(start);
  const held: Envelope[] = [];
  let duplicates = 0;
  let toHold = 0;
  const push = (envelope: Envelope): void => {
    delivery.push(envelope);
    if (duplicates > 0) {
      duplicates -= 1;
      delivery.push(envelope);
    }
  };
  const release = (): void => {
    toHold = 0;
    for (const envelope of held.splice(0).toReversed()) push(envelope);
  };
  return {
    publish: (record) => {
      if (record.eventRW !== 'Write' || (start.region !== undefined && record.acsRegion !== start.region)) return;
      const envelope = envelopeOf(record, accountId, clock());
      if (!matches(envelope)) return;
      if (toHold === 0) return push(envelope);
      held.push(envelope);
      if (held.length >= toHold) release();
    },
    duplicateNext: (count = 1) => void (duplicates += count),
    reverseNext: (count) => void (toHold = count),
    drain: async () => {
      release();
      await delivery.drain();
    },
    delivered: delivery.delivered,
    deadLetters: delivery.deadLetters,
    stop: delivery.stop,
  };
}

function createDelivery(start: EventBridgeStart) {
  const { delayMs = 0, retries = 3, backoffMs = (retry: number) => 200 * 2 ** retry } = start;
  const delivered: Envelope[] = [];
  const deadLetters: Envelope[] = [];
  const running = new Set<Promise<void>>();
  const stopped = new AbortController();
  const deliver = async (envelope: Envelope): Promise<void> => {
    await pause(delayMs, stopped.signal);
    for (let tries = 0; !stopped.signal.aborted; tries += 1) {
      try {
        // Over the wire: the target gets its own copy.
        await start.target(structuredClone(envelope));
        delivered.push(envelope);
        return;
      } catch {
        if (tries >= retries) return void deadLetters.push(envelope);
        await pause(backoffMs(tries), stopped.signal);
      }
    }
  };
  return {
    delivered,
    deadLetters,
    push: (envelope: Envelope): void => {
      const task: Promise<void> = deliver(envelope).finally(() => running.delete(task));
      running.add(task);
    },
    drain: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running);
    },
    stop: () => stopped.abort(),
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
