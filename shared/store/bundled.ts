import { compareSeverity, type Severity } from '../model/severity.ts';
import type { Kind, Waiting } from './outbox.ts';

/** A notification that is due. */
interface DueOne {
  readonly id: string;
  readonly bundle: string;
  readonly kind: Kind;
  readonly severity: Severity;
  readonly mayBeRepeat: boolean;
  readonly waitedMs: number;
}

/** What is due, given oldest first, as it would be told: the worst bundle first, then the oldest. */
export function bundled(due: readonly DueOne[]): readonly Waiting[] {
  const bundles = new Map<string, [DueOne, ...DueOne[]]>();
  for (const one of due) {
    const others = bundles.get(one.bundle);
    if (others) others.push(one);
    else bundles.set(one.bundle, [one]);
  }
  return [...bundles.values()]
    .map(([first, ...others]): Waiting => {
      const all = [first, ...others].toSorted((a, b) => compareSeverity(b.severity, a.severity));
      return {
        kind: first.kind,
        severity: all[0]?.severity ?? first.severity,
        ids: all.map(({ id }) => id),
        mayBeRepeat: all.some(({ mayBeRepeat }) => mayBeRepeat),
        waitedMs: first.waitedMs,
      };
    })
    .toSorted((a, b) => compareSeverity(b.severity, a.severity));
}
