import { expect, it } from 'vitest';
import type { World } from '../../shared/steps/steps.ts';
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

/** A deed of ACK that another bus told of, held, and the path as it decides it again some minutes later. */
async function decidedAfter(minutes: number) {
  const now = () => new Date(RECEIVED.getTime() + minutes * MINUTE);
  const store = memoryStore({ now });
  const raw = anEnvelope({}, { aliyuneventbusname: 'ackwatch-members' });
  const of = { accountId: raw.aliyunaccountid, region: raw.aliyunregionid, eventId: raw.data.eventId };
  const decision = { ...of, raw, outcome: 'unverified', via: 'other-bus', receivedAt: RECEIVED } as const;
  await store.record(aRecording({ decision }));
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

it.each([
  [10, 'unverified', 0],
  [61, 'ack-itself', 1],
] as const)('believes %i minutes later that it is %s, what another bus said', async (minutes, outcome, settled) => {
  expect(await decidedAfter(minutes)).toMatchObject({ settled, decision: { outcome } });
});
