import { decode } from '../sources/actiontrail/decode.ts';
import { screen } from '../steps/screen.ts';
import { watch } from '../watch.ts';
import type { Sweep } from './asked.ts';

const AT_A_TIME = 200;

/** Events whose owner or actor nobody could tell go through the path again, as if they had just been received then. */
export async function decideHeld({ store, world, now, deadline, log }: Sweep): Promise<number> {
  let settled = 0;
  for (const held of await store.held(AT_A_TIME)) {
    if (now().getTime() > deadline) break;
    const { via } = held;
    const { disregarded, findings } = await watch(held.raw, {
      decode: (raw) =>
        decode(raw, held.receivedAt).map((item) =>
          item.kind === 'event' && via !== undefined ? { ...item, event: { ...item.event, via } } : item,
        ),
      screen,
      world: () => Promise.resolve(world),
      log,
    });
    const isStillHeld = disregarded.some(({ reason }) => reason === 'ownership-unknown' || reason === 'unverified');
    if (findings.length > 0 || !isStillHeld) settled += 1;
  }
  return settled;
}
