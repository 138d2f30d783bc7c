import { describe, expect, it } from 'vitest';
import filter from '../../../../infra/event-filter.json' with { type: 'json' };
import type { Envelope } from '../../../../infra/local/event-bridge/envelope.ts';
import { type EventBridgeStart, startEventBridge } from '../../../../infra/local/event-bridge/event-bridge.ts';
import { createWorld } from '../../../../infra/local/cloud/world.ts';
import { decode } from '../../../../shared/sources/actiontrail/decode.ts';

const NOW = new Date('2026-11-24T08:00:00Z');

/** A world whose trail feeds a bridge whose target keeps what it gets. */
function aBridge(more: Partial<EventBridgeStart> = {}) {
  const world = createWorld({ clock: () => NOW });
  const received: Envelope[] = [];
  const bridge = startEventBridge({
    pattern: filter,
    clock: () => NOW,
    backoffMs: () => 1,
    ...more,
    target: async (envelope) => {
      await more.target?.(envelope);
      received.push(envelope);
    },
  });
  world.trail.subscribe(bridge.publish);
  const release = (id: string, serviceName = 'Ecs', region = 'cn-hangzhou') =>
    world.trail.emit({ serviceName, eventName: 'Release', region, references: { 'ACS::ECS::Instance': [id] } });
  return { world, bridge, received, release };
}

const ids = (envelopes: readonly Envelope[]) =>
  envelopes.map((envelope) => envelope.data.referencedResources?.['ACS::ECS::Instance']?.[0]);

describe('the event bus', () => {
  it('pushes a record as data of a CloudEvent that ackwatch can read', async () => {
    const { bridge, received, release } = aBridge();

    const record = release('i-1');
    await bridge.drain();

    expect(received).toEqual([
      {
        id: expect.any(String),
        source: 'acs.ecs',
        specversion: '1.0',
        type: 'ecs:ActionTrail:AliyunServiceEvent',
        datacontenttype: 'application/json;charset=utf-8',
        subject: 'acs.ecs:cn-hangzhou:1234567890123456:actiontrail',
        time: '2026-11-24T08:00:00Z',
        aliyunaccountid: '1234567890123456',
        aliyunoriginalaccountid: '1234567890123456',
        aliyunpublishtime: '2026-11-24T16:00:00.000PRC',
        aliyuneventbusname: 'default',
        aliyunregionid: 'cn-hangzhou',
        aliyunpublishaddr: expect.any(String),
        data: record,
      },
    ]);
    expect(decode(received[0], NOW)).toMatchObject([{ kind: 'event', event: { id: record.eventId } }]);
  });

  it('lets through what the filter asks for, of its region only', async () => {
    const { bridge, received, release } = aBridge({ region: 'cn-hangzhou' });

    release('i-1', 'Ecs');
    release('i-2', 'ECS');
    release('i-3', 'Rds');
    release('i-4', 'Ecs', 'cn-beijing');
    await bridge.drain();

    expect(ids(received)).toEqual(['i-1', 'i-2']);
  });

  it('tries again until the target takes it', async () => {
    let failures = 2;
    const { bridge, received, release } = aBridge({
      target: async () => {
        if (failures > 0) {
          failures -= 1;
          throw new Error('not now');
        }
      },
    });

    release('i-1');
    await bridge.drain();

    expect([received.length, bridge.delivered.length, bridge.deadLetters.length]).toEqual([1, 1, 0]);
  });

  it('gives up after its retries and keeps the event as a dead letter', async () => {
    let tries = 0;
    const pauses: number[] = [];
    const { bridge, release } = aBridge({
      retries: 2,
      backoffMs: (retry) => {
        pauses.push(retry);
        return 1;
      },
      target: async () => {
        tries += 1;
        throw new Error('never');
      },
    });

    release('i-1');
    await bridge.drain();

    expect([tries, pauses, ids(bridge.deadLetters)]).toEqual([3, [0, 1], ['i-1']]);
  });

  it('repeats an event under the same id when told to', async () => {
    const { bridge, received, release } = aBridge();

    bridge.duplicateNext();
    release('i-1');
    release('i-2');
    await bridge.drain();

    expect(ids(received)).toEqual(['i-1', 'i-1', 'i-2']);
    expect(received[0]?.id).toBe(received[1]?.id);
    expect(received[2]?.id).not.toBe(received[1]?.id);
  });

  it('turns the order round when told to, also when fewer events come than it waits for', async () => {
    const { bridge, received, release } = aBridge();

    bridge.reverseNext(3);
    ['i-1', 'i-2', 'i-3', 'i-4'].forEach((id) => release(id));
    bridge.reverseNext(5);
    ['i-5', 'i-6'].forEach((id) => release(id));
    await bridge.drain();

    expect(ids(received)).toEqual(['i-3', 'i-2', 'i-1', 'i-4', 'i-6', 'i-5']);
  });

  it('gives the target a copy: what it does to the event stays with it', async () => {
    const { world, bridge, release } = aBridge({
      target: async (envelope) => void Object.assign(envelope.data, { eventName: 'changed' }),
    });

    release('i-1');
    await bridge.drain();

    expect(world.trail.records()[0]?.eventName).toBe('Release');
  });

  it('pushes nothing more once it is stopped', async () => {
    const { bridge, received, release } = aBridge({ delayMs: 60_000 });

    release('i-1');
    bridge.stop();
    await bridge.drain();

    expect(received).toEqual([]);
  });
});
