/** Things that arrive one after the other, and can be waited for. */
export interface Feed<T> {
  readonly push: (item: T) => void;
  /** The first one wanted, arrived already or yet to come; undefined when the time is over. */
  readonly first: (isWanted: (item: T) => boolean, timeoutMs: number) => Promise<T | undefined>;
  /** Tells of every later one. The returned function ends it. */
  readonly listen: (listener: (item: T) => void) => () => void;
}

/** An empty feed. */
export function createFeed<T>(): Feed<T> {
  const items: T[] = [];
  const listeners = new Set<(item: T) => void>();
  const listen = (listener: (item: T) => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    listen,
    push: (item) => {
      items.push(item);
      for (const listener of listeners) listener(item);
    },
    first: async (isWanted, timeoutMs) => {
      const arrived = items.find(isWanted);
      if (arrived !== undefined) return arrived;
      return new Promise((resolve) => {
        const end = (item?: T): void => {
          clearTimeout(timer);
          stop();
          resolve(item);
        };
        const timer = setTimeout(end, timeoutMs);
        const stop = listen((item) => (isWanted(item) ? end(item) : undefined));
      });
    },
  };
}
