/** Remembers the nonces of signed requests. */
export interface Nonces {
  /** False when that key has used the nonce before. */
  readonly use: (accessKeyId: string, nonce: string) => boolean;
}

/** A nonce is remembered as long as a time stamp counts: older requests are refused for their time. */
export function createNonces(now: () => number, keptMs: number): Nonces {
  const seen = new Map<string, number>();
  const forget = (): void => {
    for (const [name, at] of seen) {
      if (now() - at <= keptMs) return;
      seen.delete(name);
    }
  };
  return {
    use: (accessKeyId, nonce) => {
      forget();
      const name = `${accessKeyId} ${nonce}`;
      if (seen.has(name)) return false;
      seen.set(name, now());
      return true;
    },
  };
}
