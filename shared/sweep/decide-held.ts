import { type Decision, HELD } from '../model/decision.ts';
import { reconcileMark } from '../reconcile/reconcile.ts';
import { oneByOne } from '../reconcile/one-by-one.ts';
import { decode, type Decoded } from '../sources/actiontrail/decode.ts';
import type { Sweep } from './asked.ts';

const AT_A_TIME = 200;

/** Events whose owner or actor nobody could tell go through the path again, as if they had just been received then. */
export async function decideHeld({ store, world, now, deadline, log }: Sweep): Promise<number> {
  let settled = 0;
  for (const held of await store.held(AT_A_TIME)) {
    if (now().getTime() > deadline) break;
    const outcomes = await oneByOne(decodedAgain(held, await isBelieved(held, store)), world, log);
    const isStillHeld = outcomes.some(({ disregarded }) =>
      disregarded.some(({ reason }) => UNSETTLED.includes(reason)),
    );
    if (outcomes.length > 0 && !isStillHeld) settled += 1;
  }
  return settled;
}

/** What is held still is there already, or somebody else has settled it. */
const UNSETTLED: readonly Decision['outcome'][] = [...HELD, 'duplicate'];

/** The trail tells later than a bus does: only so long after an event is it known what the trail says of it. */
const TOLD_LATE_MS = 60 * 60_000;

/** What another bus said is believed once the account's own trail was read far enough and did not say otherwise. */
async function isBelieved({ via, accountId, region, receivedAt }: Decision, store: Sweep['store']): Promise<boolean> {
  if (via !== 'other-bus') return false;
  const read = await store.mark(reconcileMark(accountId, region));
  return read?.isComplete === true && read.at.getTime() - receivedAt.getTime() > TOLD_LATE_MS;
}

/** As it was received then, by whichever way; what is believed counts as if the cloud's own bus had told it. */
function decodedAgain({ raw, receivedAt, via }: Decision, isSure: boolean): readonly Decoded[] {
  return decode(raw, receivedAt).map((item) => {
    if (item.kind !== 'event') return item;
    const { via: _, ...event } = item.event;
    return { kind: 'event', event: via === undefined || isSure ? event : { ...event, via } };
  });
}
