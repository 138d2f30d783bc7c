type Stop = () => unknown;

/** Ends what was started, the last first; one that fails to end keeps no other from it. */
export function createStops() {
  const stops: Stop[] = [];
  let stopping: Promise<void> | undefined;
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.splice(0).toReversed()) {
      try {
        await stop();
      } catch {
        // it is gone already
      }
    }
  };
  /** What starts while all else ends is ended at once. */
  const add = (stop: Stop): void => {
    stops.push(stop);
    if (stopping) void stopping.then(stopAll);
  };
  return {
    add,
    /** Waits for all; those that started are ended later even when others did not. */
    all: async <T extends readonly Promise<unknown>[]>(
      starting: T,
    ): Promise<{ readonly [K in keyof T]: Awaited<T[K]> }> => {
      const settled = await Promise.allSettled(starting);
      for (const one of settled) if (one.status === 'fulfilled' && hasStop(one.value)) add(one.value.stop);
      return (await Promise.all(starting)) as { readonly [K in keyof T]: Awaited<T[K]> };
    },
    isStopping: (): boolean => stopping !== undefined,
    stop: (): Promise<void> => (stopping ??= stopAll()),
  };
}

function hasStop(value: unknown): value is { readonly stop: Stop } {
  return typeof value === 'object' && value !== null && 'stop' in value && typeof value.stop === 'function';
}
