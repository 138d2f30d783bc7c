/**
 * Answers that are dear to work out and change little: each is kept for a while, and asked for once however many wait
 * for it. One that failed is asked for again.
 */
export function remembered<T>(forMs: number, now: () => Date): (key: string, load: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<T> }>();
  return (key, load) => {
    const at = now().getTime();
    for (const [name, one] of kept) if (at - one.at > forMs) kept.delete(name);
    const known = kept.get(key);
    if (known !== undefined) return known.answer;
    const answer = load();
    kept.set(key, { at, answer });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
