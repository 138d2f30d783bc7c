import { StoreError } from '../errors.ts';
import type { Decoded } from '../sources/actiontrail/decode.ts';
import { screen } from '../steps/screen.ts';
import type { World } from '../steps/steps.ts';
import { type Outcome, watch } from '../watch.ts';

/**
 * Takes each through the path by itself. One that the path cannot cope with is set aside for a person: were it to end the
 * others, no sweep would ever get past it.
 */
export async function oneByOne(
  items: readonly Decoded[],
  world: World,
  log: (message: string, fields: Readonly<Record<string, unknown>>) => void,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const item of items) {
    try {
      outcomes.push(await watch(undefined, { decode: () => [item], screen, world: () => Promise.resolve(world), log }));
    } catch (error) {
      if (error instanceof StoreError) throw error;
      const why = error instanceof Error ? error.name : 'unknown';
      await world.setAside(item.kind === 'event' ? item.event.raw : item.raw, `could not be decided: ${why}`);
      log('event set aside', { eventId: item.kind === 'event' ? item.event.id : undefined, why });
    }
  }
  return outcomes;
}
