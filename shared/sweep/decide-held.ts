import type { Decision } from '../model/decision.ts';
import { oneByOne } from '../reconcile/one-by-one.ts';
import { decode, type Decoded } from '../sources/actiontrail/decode.ts';
import type { Sweep } from './asked.ts';

const AT_A_TIME = 200;

/** Events whose owner or actor nobody could tell go through the path again, as if they had just been received then. */
export async function decideHeld({ store, world, now, deadline, log }: Sweep): Promise<number> {
  let settled = 0;
  for (const held of await store.held(AT_A_TIME)) {
    if (now().getTime() > deadline) break;
    const outcomes = await oneByOne(decodedAgain(held), world, log);
    const isStillHeld = outcomes.some(({ disregarded }) => disregarded.some(({ reason }) => HELD.includes(reason)));
    if (outcomes.length > 0 && !isStillHeld) settled += 1;
  }
  return settled;
}

const HELD: readonly string[] = ['ownership-unknown', 'unverified'];

/** As it was received then, by whichever way. */
function decodedAgain({ raw, receivedAt, via }: Decision): readonly Decoded[] {
  return decode(raw, receivedAt).map((item) =>
    item.kind === 'event' && via !== undefined ? { ...item, event: { ...item.event, via } } : item,
  );
}
