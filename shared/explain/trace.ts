import type { Match } from '../findings/find.ts';
import type { Inspected } from '../inspection/inspected.ts';
import type { Decided, Owned, Part, World } from '../steps/steps.ts';

/** What the path did with the part of an event that concerns one cluster. */
export interface TracedPart {
  /** As it was judged at last. */
  readonly part: Part;
  readonly matches: readonly Match[];
  readonly inspected?: Inspected;
}

/** What the path did with one event. */
export interface Trace {
  readonly owned: () => Owned | undefined;
  readonly parts: () => readonly TracedPart[];
  readonly decided: () => Decided | undefined;
}

/** The same world, listened to; nothing is recorded, and nobody is told. */
export function traced(world: World): { readonly world: World; readonly trace: Trace } {
  const parts = new Map<string, TracedPart>();
  let owned: Owned | undefined;
  let decided: Decided | undefined;
  const tracing: World = {
    ...world,
    own: async (...asked) => (owned = await world.own(...asked)),
    judge: (event, part) => {
      const matches = world.judge(event, part);
      parts.set(part.cluster.id, { ...parts.get(part.cluster.id), part, matches });
      return matches;
    },
    inspect: async (event, part) => {
      const inspected = await world.inspect(event, part);
      parts.set(part.cluster.id, { part, matches: [], ...parts.get(part.cluster.id), inspected });
      return inspected;
    },
    record: (_, what) => {
      decided = what;
      return Promise.resolve('recorded');
    },
    tell: () => Promise.resolve(),
    setAside: () => Promise.resolve(),
  };
  return {
    world: tracing,
    trace: { owned: () => owned, parts: () => [...parts.values()], decided: () => decided },
  };
}
