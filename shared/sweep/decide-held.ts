import { type Decision, HELD } from '../model/decision.ts';
import { oneByOne } from '../reconcile/one-by-one.ts';
import { decode, type Decoded } from '../sources/actiontrail/decode.ts';
import type { Sweep } from './asked.ts';

const AT_A_TIME = 200;

/** Events whose owner or actor nobody could tell go through the path again, as if they had just been received then. */
export async function decideHeld({ store, world, now, deadline, log }: Sweep): Promise<number> {
  let settled = 0;
  for (const held of await store.held(AT_A_TIME)) {
    if (now().getTime() > deadline) break;
    const outcomes = await oneByOne(decodedAgain(held, now()), world, log);
    const isStillHeld = outcomes.some(({ disregarded }) =>
      disregarded.some(({ reason }) => UNSETTLED.includes(reason)),
    );
    if (outcomes.length > 0 && !isStillHeld) settled += 1;
  }
  return settled;
}

/** What is held still is there already, or somebody else has settled it. */
const UNSETTLED: readonly Decision['outcome'][] = [...HELD, 'duplicate'];

/** By now the trail would have told otherwise, were it not as another bus said. */
const BELIEVED_MS = 60 * 60_000;

/** As it was received then, by whichever way. */
function decodedAgain({ raw, receivedAt, via }: Decision, now: Date): readonly Decoded[] {
  const isBelieved = via === 'other-bus' && now.getTime() - receivedAt.getTime() > BELIEVED_MS;
  return decode(raw, receivedAt).map((item) => {
    if (item.kind !== 'event') return item;
    const { via: _, ...event } = item.event;
    return { kind: 'event', event: via === undefined || isBelieved ? event : { ...event, via } };
  });
}
