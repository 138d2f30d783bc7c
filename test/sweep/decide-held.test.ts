import { expect, it } from 'vitest';
import type { World } from '../../shared/steps/steps.ts';
import { reconcileMark } from '../../shared/reconcile/reconcile.ts';
import { recordingOf } from '../../shared/steps/record.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { decideHeld } from '../../shared/sweep/decide-held.ts';
import { aDecision, aRecording } from '../store/builders.ts';
import { anEnvelope } from '../support/event.ts';

const MINUTE = 60_000;
const RECEIVED = new Date('2026-11-24T08:00:09Z');
const unasked = (): never => {
  throw new Error('Expected nobody to ask this');
};

/** A deed of ACK that another bus told of, held; decided again when the trail was read up to some minutes after it. */
async function decidedAfter(minutes: number, isComplete = true) {
  const now = () => new Date(RECEIVED.getTime() + 24 * 60 * MINUTE);
  const store = memoryStore({ now });
  const raw = anEnvelope({}, { aliyuneventbusname: 'ackwatch-members' });
  const of = { accountId: raw.aliyunaccountid, region: raw.aliyunregionid, eventId: raw.data.eventId };
  const decision = { ...of, raw, outcome: 'unverified', via: 'other-bus', receivedAt: RECEIVED } as const;
  await store.record(aRecording({ decision }));
  const at = new Date(RECEIVED.getTime() + minutes * MINUTE);
  await store.setMark(reconcileMark(of.accountId, of.region), { at, isComplete });
  const silence = { reason: 'ack-itself', why: 'ACK did it' } as const;
  const world: World = {
    own: () => Promise.resolve({ parts: [], owned: [], gone: [], touchedByAck: [], silence }),
    exact: unasked,
    judge: unasked,
    inspect: unasked,
    find: unasked,
    record: (event, decided) => store.record(recordingOf(event, decided, [])),
    tell: unasked,
    setAside: unasked,
  };
  const [cloud, deadline] = [{ call: unasked }, now().getTime() + MINUTE];
  const asked = {
    store,
    cloud,
    world,
    accountId: of.accountId,
    regions: [of.region],
    now,
    deadline,
    log: () => undefined,
  };
  return { settled: await decideHeld(asked), decision: await store.decision(aDecision(of)) };
}

it('believes what another bus said when the trail was read up to an hour after it', async () => {
  expect(await decidedAfter(61)).toMatchObject({ settled: 1, decision: { outcome: 'ack-itself' } });
});

it.each([
  ['was not read so far, as where nobody lets it be read', 10, true],
  ['was not read to its end', 61, false],
] as const)('goes on holding it, however long, when the trail %s', async (_, minutes, isComplete) => {
  expect(await decidedAfter(minutes, isComplete)).toMatchObject({ settled: 0, decision: { outcome: 'unverified' } });
});
