/** A misfortune that tests order. Without product or action it strikes every call; `times` absent: until lifted. */
export interface Fault {
  readonly product?: string;
  readonly action?: string;
  /** `hang` never answers; `slow` answers after `latencyMs`. */
  readonly kind: 'hang' | 'unavailable' | 'garbage' | 'throttled' | 'slow';
  readonly latencyMs?: number;
  readonly times?: number;
}

/** The misfortunes in force. */
export interface Faults {
  /** Orders one; the returned function lifts it. */
  readonly order: (fault: Fault) => () => void;
  /** The oldest one that strikes this call; counts it. */
  readonly strike: (product: string, action: string) => Fault | undefined;
  readonly clear: () => void;
}

/** None in force. */
export function createFaults(): Faults {
  const inForce = new Map<Fault, number>();
  const matches = (fault: Fault, product: string, action: string): boolean =>
    (fault.product === undefined || fault.product === product) &&
    (fault.action === undefined || fault.action === action);
  return {
    order: (given) => {
      const fault = { ...given };
      inForce.set(fault, given.times ?? Number.POSITIVE_INFINITY);
      return () => void inForce.delete(fault);
    },
    strike: (product, action) => {
      for (const [fault, left] of inForce) {
        if (!matches(fault, product, action)) continue;
        if (left <= 1) inForce.delete(fault);
        else inForce.set(fault, left - 1);
        return fault;
      }
      return undefined;
    },
    clear: () => inForce.clear(),
  };
}
