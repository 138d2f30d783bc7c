import type { Decision } from '../model/decision.ts';
import type { ReviewStore } from '../store/review.ts';
import type { CompareStore } from './answers-today.ts';
import { compareDecision, type Difference } from './compare.ts';

/** Which decisions to compare, and with what. */
export interface Comparison {
  readonly from: Date;
  readonly store: CompareStore;
  readonly review: Pick<ReviewStore, 'decisions' | 'decision'>;
  /** Aborted: answers with what it has. */
  readonly signal: AbortSignal;
  readonly onProgress: (compared: number) => void;
}

/** How many came out how; `otherwise` counts events, of which each difference is one on one cluster. */
export interface CompareResult {
  readonly counts: Readonly<Record<'same' | 'by-facts' | 'unreadable' | 'otherwise', number>>;
  readonly differences: readonly Difference[];
}

const PAGE = 200;

/** Decides everything that the database holds since then by the tables and rules of today. Nothing is written. */
export async function compareAll({ from, store, review, signal, onProgress }: Comparison): Promise<CompareResult> {
  const counts = { same: 0, 'by-facts': 0, unreadable: 0, otherwise: 0 };
  const differences: Difference[] = [];
  let compared = 0;
  for await (const decision of decisionsSince(from, review)) {
    if (signal.aborted) break;
    const came = await compareDecision(decision, store);
    counts[typeof came === 'string' ? came : 'otherwise'] += 1;
    if (typeof came !== 'string') differences.push(...came);
    compared += 1;
    if (compared % PAGE === 0) onProgress(compared);
  }
  return { counts, differences };
}

async function* decisionsSince(from: Date, review: Comparison['review']): AsyncGenerator<Decision> {
  let after: string | undefined;
  do {
    const { items, next } = await review.decisions({ from }, { limit: PAGE, after });
    for (const item of items) {
      const whole = await review.decision(item);
      if (whole !== undefined) yield { ...item, ...whole };
    }
    after = next;
  } while (after !== undefined);
}
