import type { Instance, Served } from './instance.ts';

/** The instances of one function. */
export interface Pool {
  /** Whether a call would find an instance now. */
  readonly hasRoom: () => boolean;
  /** Serves one call on a warm instance, or on a new one. Ask `hasRoom` first. */
  readonly serve: (requestId: string, event: Uint8Array) => Promise<Served>;
  readonly pids: () => readonly number[];
  /** Kills every instance, whatever it does, and waits until all are gone. */
  readonly stop: () => Promise<void>;
}

/** What a pool needs to know. */
export interface PoolOptions {
  readonly start: () => Promise<Instance>;
  readonly maximum: number;
  /** An instance that waited this long is ended. */
  readonly idleMs: number;
  /** Called whenever an instance becomes free. */
  readonly onFree: () => void;
}

/** Keeps instances warm, the last used first. */
export function createPool({ start, maximum, idleMs, onFree }: PoolOptions): Pool {
  const idle = new Map<Instance, NodeJS.Timeout>();
  const alive = new Set<Instance>();
  const calls = new Set<Promise<unknown>>();
  let isStopped = false;

  const take = async (): Promise<Instance> => {
    const [warm, timer] = [...idle].findLast(([instance]) => instance.isAlive()) ?? [];
    clearTimeout(timer);
    if (warm && idle.delete(warm)) return warm;
    const instance = await start();
    alive.add(instance);
    void instance.gone.then(() => forget(instance));
    if (isStopped) await instance.kill();
    return instance;
  };
  const forget = (instance: Instance): void => {
    clearTimeout(idle.get(instance));
    idle.delete(instance);
    alive.delete(instance);
  };
  const putBack = (instance: Instance): void => {
    if (instance.isAlive()) idle.set(instance, setTimeout(() => void instance.kill(), idleMs).unref());
  };
  const serve = async (requestId: string, event: Uint8Array): Promise<Served> => {
    const instance = await take();
    try {
      return await instance.call(requestId, event);
    } finally {
      putBack(instance);
    }
  };

  return {
    hasRoom: () => !isStopped && calls.size < maximum,
    serve: async (requestId, event) => {
      const call = serve(requestId, event);
      calls.add(call);
      try {
        return await call;
      } finally {
        calls.delete(call);
        onFree();
      }
    },
    pids: () => [...alive].map(({ pid }) => pid),
    stop: async () => {
      isStopped = true;
      await Promise.all([...alive].map(({ kill }) => kill()));
      await Promise.allSettled(calls);
    },
  };
}
