/** Calls that wait for an instance or for their next attempt: at least once each, in memory. */
export interface Queue<T> {
  readonly add: (item: T) => void;
  /** Hands out what waits, as far as there is room. Call it when an instance became free. */
  readonly pump: () => void;
  /** Waiting, under way, or to be tried again. */
  readonly size: () => number;
  readonly stop: () => void;
}

/** How the queue works off its items. */
export interface QueueOptions<T> {
  readonly hasRoom: () => boolean;
  /** One attempt, 1 for the first; true when it need not be tried again. */
  readonly attempt: (item: T, attempt: number) => Promise<boolean>;
  readonly maximumRetries: number;
  /** The pause before the attempt of that number, 2 for the first retry. */
  readonly pauseMs: (attempt: number) => number;
  /** The last attempt failed as well. */
  readonly onGivenUp: (item: T) => void;
}

/** Works off in order; what failed comes again after a pause, behind the others. */
export function createQueue<T>(options: QueueOptions<T>): Queue<T> {
  const { hasRoom, attempt, maximumRetries, pauseMs, onGivenUp } = options;
  let waiting: { readonly item: T; readonly attempt: number }[] = [];
  const pauses = new Set<NodeJS.Timeout>();
  let underWay = 0;
  let isStopped = false;

  const pump = (): void => {
    while (!isStopped && waiting.length > 0 && hasRoom()) {
      const next = waiting.shift();
      if (next) void work(next.item, next.attempt);
    }
  };
  const work = async (item: T, number: number): Promise<void> => {
    underWay += 1;
    const isDone = await attempt(item, number);
    underWay -= 1;
    if (isDone || isStopped) return;
    if (number > maximumRetries) return onGivenUp(item);
    const pause = setTimeout(
      () => {
        pauses.delete(pause);
        waiting.push({ item, attempt: number + 1 });
        pump();
      },
      pauseMs(number + 1),
    );
    pauses.add(pause);
  };

  return {
    add: (item) => {
      waiting.push({ item, attempt: 1 });
      pump();
    },
    pump,
    size: () => waiting.length + underWay + pauses.size,
    stop: () => {
      isStopped = true;
      waiting = [];
      for (const pause of pauses) clearTimeout(pause);
      pauses.clear();
    },
  };
}
