import { afterEach, describe, expect, it } from 'vitest';
import { type RobotOptions, startRobot } from '../../../../infra/local/dingtalk/robot.ts';
import { ChannelError } from '../../../../shared/errors.ts';
import { sendToDingTalk } from '../../../../shared/notify/dingtalk/send.ts';
import { signedUrl } from '../../../../shared/notify/dingtalk/sign.ts';

const SECRET = 'SECexampleonlyexampleonly';
const NOW = new Date('2026-11-24T08:00:00Z');
const MESSAGE = { msgtype: 'markdown', markdown: { title: '[ackwatch] t', text: 'x' } };
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** A robot whose clock the test moves. */
async function aRobot(options: RobotOptions = {}) {
  let now = NOW;
  const robot = await startRobot({ secret: SECRET, now: () => now, ...options });
  cleanups.push(robot.stop);
  const post = async (message: unknown = MESSAGE, init: RequestInit & { url?: URL } = {}) => {
    const response = await fetch(init.url ?? signedUrl(robot.webhook, SECRET, now), {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      ...init,
    });
    return { status: response.status, ...((await response.json()) as { errcode: number; errmsg: string }) };
  };
  return { ...robot, post, later: (ms: number) => (now = new Date(now.getTime() + ms)) };
}

describe('the DingTalk robot', () => {
  it('shows the group a signed message', async () => {
    const robot = await aRobot({ keyword: 'ackwatch' });

    const answer = await robot.post();

    expect(answer).toEqual({ status: 200, errcode: 0, errmsg: 'ok' });
    expect(robot.messages).toEqual([{ at: NOW, message: MESSAGE }]);
  });

  it.each([
    ['a false token', 300005, { url: 'token' }],
    ['no token', 40035, { url: 'no token' }],
    ['a false signature', 310000, { url: 'sign' }],
    ['no signature', 310000, { url: 'unsigned' }],
    ['a timestamp of seconds', 310000, { url: 'seconds' }],
    ['GET', 43002, { method: 'GET', body: null }],
    ['a form', 43004, { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['a body that is no JSON', 400105, { body: '{' }],
    ['an unknown type', 400105, { body: '{"msgtype":"video"}' }],
    ['a markdown message without text', 400105, { body: '{"msgtype":"markdown","markdown":{"title":"ackwatch"}}' }],
    ['more than 20,000 bytes', 460101, { body: JSON.stringify({ ...MESSAGE, more: '三'.repeat(6_700) }) }],
    ['a message without the keyword', 310000, { body: '{"msgtype":"text","text":{"content":"x"}}' }],
  ])('refuses %s, with HTTP 200', async (_, errcode, { url, ...init }: RequestInit & { url?: string }) => {
    const robot = await aRobot({ keyword: 'ackwatch' });
    const address = signedUrl(robot.webhook, SECRET, url === 'seconds' ? new Date(NOW.getTime() / 1_000) : NOW);
    if (url === 'token') address.searchParams.set('access_token', 'f'.repeat(32));
    if (url === 'no token') address.searchParams.delete('access_token');
    if (url === 'sign') address.searchParams.set('sign', 'rczsVDnN/8p7UIE/PQ6uciEWMxt1F65KPvJqCU4WTmk=');

    const answer = await robot.post(MESSAGE, { ...init, url: url === 'unsigned' ? new URL(robot.webhook) : address });

    expect(answer).toMatchObject({ status: 200, errcode });
    expect(robot.messages).toEqual([]);
  });

  it('refuses a signature that is an hour old', async () => {
    const robot = await aRobot();
    const url = signedUrl(robot.webhook, SECRET, NOW);
    robot.later(3_600_001);

    const answer = await robot.post(MESSAGE, { url });

    expect(answer).toMatchObject({ errcode: 310000, errmsg: 'invalid timestamp' });
  });

  it('takes 20 messages a minute, then none for ten minutes', async () => {
    const robot = await aRobot();
    for (let serial = 0; serial < 20; serial++) await robot.post();

    const tooMany = await robot.post();
    robot.later(5 * 60_000);
    const punished = await robot.post();
    robot.later(5 * 60_000);
    const forgiven = await robot.post();

    expect([tooMany, punished, forgiven].map(({ errcode }) => errcode)).toEqual([130101, 130101, 0]);
    expect(robot.messages).toHaveLength(21);
    expect(robot.answers.filter((errcode) => errcode === 130101)).toHaveLength(2);
  });

  it('does not count a refused message', async () => {
    const robot = await aRobot({ perMinute: 1, keyword: 'ackwatch' });
    await robot.post({ msgtype: 'text', text: { content: 'x' } });

    const answer = await robot.post();

    expect(answer.errcode).toBe(0);
  });

  it.each(['hang', 'html', 503] as const)('fails on demand (%s), once, as the sender sees it', async (how) => {
    const robot = await aRobot();
    robot.misbehave(how);

    const failed = sendToDingTalk({ webhook: robot.webhook, secret: SECRET }, MESSAGE, NOW, 100);

    await expect(failed).rejects.toThrow(ChannelError);
    await sendToDingTalk({ webhook: robot.webhook, secret: SECRET }, MESSAGE, NOW, 1_000);
    expect(robot.answers).toEqual([undefined, 0]);
  });
});
