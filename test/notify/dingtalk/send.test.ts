import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { ChannelError } from '../../../shared/errors.ts';
import { sendToDingTalk } from '../../../shared/notify/dingtalk/send.ts';
import { signedUrl } from '../../../shared/notify/dingtalk/sign.ts';
import { aRobot as startRobot } from '../support/robot.ts';

const NOW = new Date('2026-11-24T08:00:00Z');
const SECRET = 'SECexampleonlyexampleonly';
const MESSAGE = { msgtype: 'markdown', markdown: { title: 't', text: 'x' } };
const robots: { readonly stop: () => void }[] = [];

afterEach(() => {
  for (const robot of robots.splice(0)) robot.stop();
});

async function aRobot(answer: Parameters<typeof startRobot>[0]) {
  const robot = await startRobot(answer);
  robots.push(robot);
  return { webhook: robot.webhook, secret: SECRET, bodies: robot.bodies };
}

async function failure(work: Promise<void>): Promise<ChannelError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ChannelError)) throw new Error('Expected a ChannelError');
  return error;
}

describe('the DingTalk sender', () => {
  it('signs as the robot expects (published test vector)', () => {
    const url = signedUrl('https://oapi.dingtalk.com/robot/send?access_token=T', SECRET, new Date(1_700_000_000_000));

    expect(url.search).toBe(
      '?access_token=T&timestamp=1700000000000&sign=rczsVDnN%2F8p7UIE%2FPQ6uciEWMxt1F65KPvJqCU4WTmk%3D',
    );
  });

  it('posts the message to a robot that checks the signature', async () => {
    const robot = await aRobot((response, request) => {
      const query = new URL(request.url ?? '', 'http://x').searchParams;
      const text = `${query.get('timestamp')}\n${SECRET}`;
      const right = createHmac('sha256', SECRET).update(text).digest('base64') === query.get('sign');
      response.end(
        JSON.stringify(right ? { errcode: 0, errmsg: 'ok' } : { errcode: 310000, errmsg: 'sign not match' }),
      );
    });

    await sendToDingTalk(robot, MESSAGE, NOW);

    expect(robot.bodies).toEqual([JSON.stringify(MESSAGE)]);
    expect((await failure(sendToDingTalk({ ...robot, secret: 'wrong' }, MESSAGE, NOW))).kind).toBe('configuration');
  });

  it.each([
    ['{"errcode":130101,"errmsg":"send too fast"}', 'throttled'],
    ['{"errcode":7,"errmsg":"send too fast, exceed 20 times per minute"}', 'throttled'],
    ['{"status":1111,"wait":5,"source":"x5","punish":"deny"}', 'throttled'],
    ['{"errcode":90030,"errmsg":"over limit"}', 'stop-channel'],
    ['{"errcode":460101,"errmsg":"body too long"}', 'too-long'],
    ['{"errcode":-1,"errmsg":"busy"}', 'retry-soon'],
    ['<html>maintenance</html>', 'retry-soon'],
    ['', 'retry-soon'],
  ])('takes %s with HTTP 200 for %s', async (body, kind) => {
    const robot = await aRobot((response) => response.end(body));

    expect((await failure(sendToDingTalk(robot, MESSAGE, NOW))).kind).toBe(kind);
  });

  it('gives a robot that never answers up, and tells no secret', async () => {
    const error = await failure(sendToDingTalk(await aRobot(() => undefined), MESSAGE, NOW, 100));

    expect(error.message).toBe('DingTalk gave no answer in 100 ms');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/hunter2|SEC/u);
  });
});
