import { afterEach, describe, expect, it } from 'vitest';
import { releaseByPlatform } from '../../../../infra/local/cloud/platform.ts';
import { startCloud } from '../../../../infra/local/cloud/server.ts';
import { demoAccount } from '../../../../infra/local/demo/account.ts';
import type { Delivered } from '../../../../infra/local/dingtalk/robot.ts';
import { type Decided, decisionIn } from '../../../../infra/local/start/decisions.ts';
import { createFeed } from '../../../../infra/local/start/feed.ts';
import { play } from '../../../../infra/local/start/play.ts';
import { signersOf } from '../../../../infra/local/start/signers.ts';
import type { Params } from '../../../../shared/model/params.ts';
import type { Step } from '../../../../infra/local/start/step.ts';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** A demo account whose events are decided as the test says. */
async function aStage(decide: (eventId: string) => { decided?: Partial<Decided>; message?: string }) {
  const demo = demoAccount();
  const cloud = await startCloud({ world: demo.world });
  cleanups.push(cloud.stop);
  const decisions = createFeed<Decided>();
  const messages = createFeed<Delivered>();
  demo.world.trail.subscribe(({ eventId }) => {
    const { decided, message } = decide(eventId);
    if (decided) decisions.push({ eventId, operation: '', at: new Date(), findings: [], ...decided });
    const text = message ?? '';
    if (message) messages.push({ at: new Date(), message: { msgtype: 'markdown', markdown: { title: '', text } } });
  });
  const target = { endpoint: cloud.origin, region: demo.world.region };
  const platform = (params: Params) => releaseByPlatform(demo.world, params);
  return { demo, stage: { target, signers: signersOf(demo), platform, decisions, messages, patienceMs: 100 } };
}

const STEP: Step = {
  title: 'a listener changed',
  as: 'alice',
  call: { product: 'slb', action: 'StopLoadBalancerListener', params: {} },
  isRefused: true,
  expected: { news: 'alert', row: 'R40' },
};

describe('a step of the scenario', () => {
  it('is an alert once the message about its finding is in the group', async () => {
    const { stage } = await aStage(() => ({
      decided: { findings: [{ id: 'f-1', rows: ['R40', 'U05'], severity: 'medium', isAlert: true }] },
      message: 'finding f-1',
    }));

    const played = await play(STEP, stage);

    expect(played).toMatchObject({ got: { news: 'alert', row: 'R40' }, isAsExpected: true, message: 'finding f-1' });
    expect(played.seconds).toBeLessThan(5);
  });

  it('is not as expected when another row leads, or no message comes', async () => {
    const { stage } = await aStage(() => ({
      decided: { findings: [{ id: 'f-1', rows: ['R02'], severity: 'critical', isAlert: true }] },
    }));

    const played = await play(STEP, stage);

    expect(played).toMatchObject({ got: { news: 'error', why: 'no message on f-1' }, isAsExpected: false });
  });

  it('is silent with the reason of the decision; a repeat of the event does not count', async () => {
    let pushed = 0;
    const { stage, demo } = await aStage(() => ({
      decided: { silence: { reason: pushed++ === 0 ? 'duplicate' : 'not-owned', why: 'No cluster owns it' } },
    }));
    const again = demo.world.trail.subscribe((record) => {
      again();
      demo.world.trail.append(record);
    });

    const played = await play({ ...STEP, expected: { news: 'silence', reason: 'not-owned' } }, stage);

    expect(played).toMatchObject({
      got: { news: 'silence', reason: 'not-owned' },
      isAsExpected: true,
      why: 'No cluster owns it',
    });
  });

  it('says so when nothing comes of it: refused, or no decision', async () => {
    const { stage, demo } = await aStage(() => ({}));
    const { loadBalancer, port } = demo.prod.web;
    const params = { LoadBalancerId: loadBalancer, ListenerPort: port };

    const [refused, undecided] = [
      await play(STEP, stage),
      await play({ ...STEP, call: { ...STEP.call, params } }, stage),
    ];

    expect(refused.got).toEqual({ news: 'error', why: 'refused: MissingParameter' });
    expect(undecided.got).toEqual({ news: 'nothing' });
  });

  it('is not as expected when the call is refused and should not be, although people are told', async () => {
    const decided = { findings: [{ id: 'f-1', rows: ['R40'], severity: 'medium', isAlert: true }] } as const;
    const { stage } = await aStage(() => ({ decided, message: 'finding f-1' }));
    const { isRefused: _, ...step } = STEP;

    const played = await play(step, stage);

    expect(played).toMatchObject({ got: { news: 'error', why: 'refused: MissingParameter' }, isAsExpected: false });
  });

  it('shows the further rows that it is about, and misses them', async () => {
    const decided = { findings: [{ id: 'f-1', rows: ['R40', 'R42'], severity: 'medium', isAlert: true }] } as const;
    const { stage } = await aStage(() => ({ decided, message: 'finding f-1' }));
    const about = (also: readonly string[]) => play({ ...STEP, expected: { news: 'alert', row: 'R40', also } }, stage);

    expect(await about(['R42'])).toMatchObject({ got: { row: 'R40', also: ['R42'] }, isAsExpected: true });
    expect(await about(['R03'])).toMatchObject({ got: { row: 'R40' }, isAsExpected: false });
  });

  it('looks again until what it waits for has come', async () => {
    const { stage, demo } = await aStage(() => ({}));
    const ask = { product: 'slb', action: 'DescribeLoadBalancers', params: {} } as const;
    const answers: boolean[] = [];
    const until = () => answers.push(true) === 3;

    await play({ ...STEP, before: { call: ask, paramsOf: () => ({}), until } }, stage);

    expect(answers).toHaveLength(3);
    expect(demo.world.trail.records().at(-1)?.eventName).toBe('StopLoadBalancerListener');
  });

  it('is the deed of the cloud itself, which calls nobody', async () => {
    const { stage, demo } = await aStage(() => ({ decided: { silence: { reason: 'not-owned', why: '' } } }));
    const [InstanceId = ''] = demo.legacy.nodes;
    const call = { product: 'ecs', action: 'Release', params: { InstanceId } } as const;

    const played = await play({ ...STEP, as: 'platform', call }, stage);

    expect(played.got).toEqual({ news: 'silence', reason: 'not-owned' });
    expect(demo.world.trail.records().at(-1)).toMatchObject({ eventType: 'AliyunServiceEvent', eventName: 'Release' });
    expect(demo.world.ecs.instances.has(InstanceId)).toBe(false);
  });

  it('is made by somebody who has a key', async () => {
    const { stage } = await aStage(() => ({}));

    const played = await play({ ...STEP, as: 'nobody' }, stage);

    expect(played.got).toEqual({ news: 'error', why: 'Expected nobody to have a key' });
  });
});

describe('a decision', () => {
  it('is read from the handler and its event', () => {
    const event = { data: { eventId: 'e-1', serviceName: 'Slb', eventName: 'DeleteLoadBalancer' } };
    const answer = {
      findings: [{ id: 'f-1', rows: ['R03', 'R40'], severity: 'critical', isAlert: true }],
      disregarded: [{ eventId: 'e-1', reason: 'duplicate', why: 'again' }],
    };

    const decided = decisionIn({
      requestId: 'r-1',
      functionName: 'actiontrail',
      type: 'async',
      attempt: 1,
      event: Buffer.from(JSON.stringify(event)),
      startedAt: new Date(1_000),
      durationMs: 500,
      coldStart: false,
      answer: { kind: 'success', payload: Buffer.from(JSON.stringify(answer)) },
      lines: [],
    });

    expect(decided).toEqual({
      eventId: 'e-1',
      operation: 'Slb:DeleteLoadBalancer',
      at: new Date(1_500),
      findings: [{ id: 'f-1', rows: ['R03', 'R40'], severity: 'critical', isAlert: true }],
      silence: { reason: 'duplicate', why: 'again' },
    });
  });
});
