import { simpleParser } from 'mailparser';
import type { SMTPServerOptions } from 'smtp-server';
import { describe, it } from 'vitest';
import { startFeishu } from '../../infra/local/webhooks/feishu.ts';
import { startProgram } from '../../infra/local/webhooks/program.ts';
import { type Answer as Said, json } from '../../infra/local/webhooks/server.ts';
import { startSlack } from '../../infra/local/webhooks/slack.ts';
import { startWeCom } from '../../infra/local/webhooks/wecom.ts';
import type { ChannelSettings } from '../../shared/config/channels.ts';
import { ChannelError } from '../../shared/errors.ts';
import type { Telling } from '../../shared/notify/channel.ts';
import { openChannels } from '../../shared/notify/channels.ts';
import { toDingTalk } from '../../shared/notify/dingtalk/message.ts';
import { toEmail } from '../../shared/notify/email/message.ts';
import { toFeishu } from '../../shared/notify/feishu/message.ts';
import { toSlack } from '../../shared/notify/slack/message.ts';
import { toWebhook } from '../../shared/notify/webhook/message.ts';
import { toWeCom } from '../../shared/notify/wecom/message.ts';
import { aClosing, aDigest, aMember, aTold, anUpdate } from '../support/finding.ts';
import { HOSTILE_NAMES } from './support/hostile.ts';
import { aMailServer, refusal } from './support/mail-server.ts';
import { aRobot } from './support/robot.ts';

type Kind = ChannelError['kind'];
type Answer = 'takes it' | 'hangs' | Kind;

/** The other side of one channel: it answers one way, and tells what reached it. */
interface OtherSide {
  readonly settings: ChannelSettings;
  readonly received: () => Promise<readonly string[]>;
  readonly stop: () => void | Promise<void>;
}

/** What the contract needs to know of a channel. A new channel is one more of these. */
interface Subject {
  readonly type: ChannelSettings['type'];
  readonly start: (answer: Answer) => Promise<OtherSide>;
  /** The refusals that it can meet. */
  readonly refusals: readonly Kind[];
  /** What its message.ts says, in the form in which `received` tells it. */
  readonly message: (telling: Telling) => string;
  /** The most that the other side takes, and what of a message counts. */
  readonly limit: { readonly most: number; readonly sizeOf: (telling: Telling) => number };
}

const VIEW = { language: 'ja', timeZone: 'Asia/Tokyo', reviewUrl: 'https://review.example.com' } as const;
const KEYWORD = '通知';
const SECRETS = /hunter2|swordfish|alerts@mail\.example/u;
const COMMON = { id: 'ops', passOnAfterMinutes: 5 };

const dingtalk: Subject = {
  type: 'dingtalk',
  refusals: ['retry-soon', 'throttled', 'stop-channel', 'configuration', 'too-long', 'bug'],
  message: (telling) => JSON.stringify(toDingTalk(telling, { ...VIEW, keyword: KEYWORD })),
  limit: { most: 20_000, sizeOf: (telling) => Buffer.byteLength(dingtalk.message(telling)) },
  start: async (answer) => {
    const codes = { throttled: 130101, 'stop-channel': 90030, configuration: 310000, 'too-long': 460101, bug: 40035 };
    const robot = await aRobot((response, request) => {
      if (answer === 'hangs') return;
      if (answer === 'retry-soon') return void request.socket.destroy();
      const errcode = answer === 'takes it' ? 0 : codes[answer];
      response.end(JSON.stringify({ errcode, errmsg: `${request.url}` }));
    });
    return {
      settings: { ...COMMON, type: 'dingtalk', webhook: robot.webhook, secret: 'SEC-swordfish', keyword: KEYWORD },
      received: () => Promise.resolve(robot.bodies),
      stop: robot.stop,
    };
  },
};

const MAILBOX = { from: 'ackwatch <alerts@mail.example>', to: ['ops@example.com'] };

const email: Subject = {
  type: 'email',
  refusals: ['retry-soon', 'configuration', 'too-long'],
  message: (telling) => toEmail(telling, { ...VIEW, ...MAILBOX, channel: 'ops' }).text.trim(),
  limit: {
    most: 8_000_000,
    sizeOf: (telling) => JSON.stringify(toEmail(telling, { ...VIEW, ...MAILBOX, channel: 'x' })).length,
  },
  start: async (answer) => {
    const codes: Partial<Record<Answer, number>> = { 'retry-soon': 451, configuration: 550, 'too-long': 552 };
    const code = codes[answer];
    const options: SMTPServerOptions = {
      onAuth: (_, __, callback) => callback(null, { user: 'anybody' }),
      ...(answer === 'hangs' ? { onMailFrom: () => undefined } : {}),
      ...(code === undefined
        ? {}
        : { onMailFrom: ({ address }, _, callback) => callback(refusal(code, `no, ${address}`)) }),
    };
    const server = await aMailServer(options);
    return {
      settings: { ...COMMON, type: 'email', smtpUrl: `smtp://hunter2:swordfish@127.0.0.1:${server.port}`, ...MAILBOX },
      received: async () => {
        const mails = await Promise.all(server.mails.map(({ raw }) => simpleParser(raw)));
        return mails.map(({ text }) => text?.trim() ?? '');
      },
      stop: server.stop,
    };
  },
};

/** A stand-in that is told what to answer. */
interface Scripted {
  readonly answerNext: (answer: Said | 'hang' | 'reset') => void;
}

function script<R extends Scripted>(receiver: R, answer: Answer, refusals: Partial<Record<Kind, Said>>): R {
  if (answer === 'hangs') receiver.answerNext('hang');
  else if (answer === 'retry-soon') receiver.answerNext('reset');
  else if (answer !== 'takes it') receiver.answerNext(refusals[answer] ?? { status: 599, body: '' });
  return receiver;
}

const feishu: Subject = {
  type: 'feishu',
  refusals: ['retry-soon', 'throttled', 'configuration', 'too-long', 'bug'],
  message: (telling) =>
    toFeishu(telling, { ...VIEW, keyword: KEYWORD })
      .card.elements.map(({ content }) => content)
      .join('\n'),
  limit: {
    most: 20_000,
    sizeOf: (telling) => Buffer.byteLength(JSON.stringify(toFeishu(telling, { ...VIEW, keyword: KEYWORD }))),
  },
  start: async (answer) => {
    const robot = script(await startFeishu({ secret: 'swordfish' }), answer, {
      throttled: json({ code: 11232, msg: 'frequency limited' }),
      configuration: json({ code: 19024, msg: 'Key Words Not Found' }),
      'too-long': { status: 413, body: '' },
      bug: json({ code: 9499, msg: 'Bad Request' }),
    });
    return {
      settings: { ...COMMON, type: 'feishu', webhook: robot.webhook, secret: 'swordfish', keyword: KEYWORD },
      received: () => Promise.resolve(robot.messages),
      stop: robot.stop,
    };
  },
};

const wecom: Subject = {
  type: 'wecom',
  refusals: ['retry-soon', 'throttled', 'configuration', 'too-long', 'bug'],
  message: (telling) => toWeCom(telling, VIEW).markdown.content,
  limit: { most: 4_096, sizeOf: (telling) => Buffer.byteLength(wecom.message(telling)) },
  start: async (answer) => {
    const robot = script(await startWeCom(), answer, {
      throttled: json({ errcode: 45009, errmsg: 'api freq out of limit' }),
      configuration: json({ errcode: 93000, errmsg: 'invalid webhook url' }),
      'too-long': json({ errcode: 40058, errmsg: 'markdown.content exceed max length 4096' }),
      bug: json({ errcode: 40008, errmsg: 'invalid message type' }),
    });
    return {
      settings: { ...COMMON, type: 'wecom', webhook: robot.webhook },
      received: () => Promise.resolve(robot.messages),
      stop: robot.stop,
    };
  },
};

const slack: Subject = {
  type: 'slack',
  refusals: ['retry-soon', 'throttled', 'configuration', 'too-long', 'bug'],
  message: (telling) => toSlack(telling, VIEW).text,
  limit: { most: 40_000, sizeOf: (telling) => slack.message(telling).length },
  start: async (answer) => {
    const robot = script(await startSlack(), answer, {
      throttled: { status: 429, body: 'rate_limited', headers: { 'retry-after': '30' } },
      configuration: { status: 404, body: 'no_service' },
      'too-long': { status: 400, body: 'msg_too_long' },
      bug: { status: 400, body: 'invalid_payload' },
    });
    return {
      settings: { ...COMMON, type: 'slack', webhook: robot.webhook },
      received: () => Promise.resolve(robot.messages),
      stop: robot.stop,
    };
  },
};

const webhook: Subject = {
  type: 'webhook',
  refusals: ['retry-soon', 'throttled', 'configuration', 'too-long', 'bug'],
  message: (telling) => JSON.stringify(toWebhook(telling, VIEW).events),
  limit: { most: 100_000_000, sizeOf: (telling) => webhook.message(telling).length },
  start: async (answer) => {
    const program = script(await startProgram('swordfish'), answer, {
      throttled: { status: 429, body: '' },
      configuration: { status: 401, body: '' },
      'too-long': { status: 413, body: '' },
      bug: { status: 400, body: '' },
    });
    return {
      settings: { ...COMMON, type: 'webhook', url: program.url, secret: 'swordfish' },
      received: () => Promise.resolve(program.messages.map((events) => JSON.stringify(events))),
      stop: program.stop,
    };
  },
};

const SUBJECTS = [dingtalk, email, feishu, wecom, slack, webhook];

/** Opens the subject's channel to another side that answers one way. */
async function opened({ start }: Subject, answer: Answer, onTestFinished: (stop: () => void | Promise<void>) => void) {
  const side = await start(answer);
  onTestFinished(() => side.stop());
  const [channel] = openChannels({ channels: [side.settings], ...VIEW });
  if (!channel) throw new Error('Expected one channel');
  return { channel, side };
}

async function refused(work: Promise<unknown>): Promise<ChannelError> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (error instanceof ChannelError) return error;
  throw new Error('Expected a ChannelError', { cause: error });
}

const TELLINGS: readonly (readonly [string, Telling])[] = [
  ['an alert', aTold()],
  [
    'an alert on several clusters',
    aTold({}, { others: [aMember({ id: 'abcdef', cluster: { id: 'c2', name: 'stage' } })] }),
  ],
  ['an end', aTold({ status: 'resolved' }, { kind: 'resolved' })],
  ['an update', anUpdate()],
  ['a digest', aDigest()],
  ['that another channel is closed', aClosing()],
];

/** As much as the channel is ever asked to tell at once, with names that are as long as can be. */
function manyFindings(capacity: number, name: string): Telling {
  const members = Array.from({ length: capacity }, (_, index) =>
    aMember({
      id: String(index).padStart(24, '0'),
      cluster: { id: `c${index}`, name },
      actor: { type: 'ram-user', name, standing: 'outsider' },
    }),
  );
  const [first, ...others] = members;
  return aDigest({ members: [first ?? aMember(), ...others], fresh: members.map((__, index) => `x ${name}${index}`) });
}

describe.concurrent.each(SUBJECTS)('the channel $type', (subject) => {
  it.for(TELLINGS)('sends what its message says: %s', async ([, telling], { expect, onTestFinished }) => {
    const { channel, side } = await opened(subject, 'takes it', onTestFinished);

    await channel.send(telling);

    expect(await side.received()).toEqual([subject.message(telling)]);
  });

  it('names every finding of what it tells, however short', ({ expect }) => {
    const ids = aDigest().members.map(({ finding }) => finding.id);
    const { others: _, ...told } = aTold();
    const alert: Telling = { ...told, others: aDigest().members };

    for (const telling of [aDigest(), aDigest({ short: true }), alert, { ...alert, short: true }]) {
      const message = subject.message(telling);
      expect(ids.filter((id) => !message.includes(id))).toEqual([]);
    }
  });

  it.for(subject.refusals)(
    'throws one error of kind %s, without a secret',
    async (kind, { expect, onTestFinished }) => {
      const { channel } = await opened(subject, kind, onTestFinished);

      const error = await refused(channel.send(aTold()));

      expect(error.kind).toBe(kind);
      expect(error.cause).toBeUndefined();
      expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(SECRETS);
    },
  );

  it('gives up within three seconds when the other side hangs, and knows that it may have arrived', async ({
    expect,
    onTestFinished,
  }) => {
    const { channel } = await opened(subject, 'hangs', onTestFinished);
    const begun = performance.now();

    const error = await refused(channel.send(aTold()));

    expect(error.kind).toBe('retry-soon');
    expect(error.unanswered).toBe(true);
    expect(performance.now() - begun).toBeLessThan(3_500);
  }, 10_000);

  it('knows that nothing arrived when there is nobody', async ({ expect }) => {
    const [channel] = openChannels({ channels: [SETTINGS[subject.type]], ...VIEW });

    const error = await refused(channel?.send(aTold()) ?? Promise.resolve());

    expect([error.kind, error.unanswered]).toEqual(['retry-soon', false]);
  });
});

/** Nobody listens there. */
const NOBODY = '127.0.0.1:59999';
const SETTINGS: Readonly<Record<ChannelSettings['type'], ChannelSettings>> = {
  dingtalk: { ...COMMON, type: 'dingtalk', webhook: `http://${NOBODY}/`, keyword: KEYWORD },
  email: { ...COMMON, type: 'email', smtpUrl: `smtp://${NOBODY}`, ...MAILBOX },
  feishu: { ...COMMON, type: 'feishu', webhook: `http://${NOBODY}/`, keyword: KEYWORD },
  wecom: { ...COMMON, type: 'wecom', webhook: `http://${NOBODY}/` },
  slack: { ...COMMON, type: 'slack', webhook: `http://${NOBODY}/` },
  webhook: { ...COMMON, type: 'webhook', url: `http://${NOBODY}/`, secret: 'swordfish' },
};

/** Those that escaping makes longest, and an ordinary one. */
const LONGEST_NAMES = [
  ...HOSTILE_NAMES.filter(([what]) => /HTML$|emphasis|endless/u.test(what)),
  ['ordinary names', 'prod'],
] as const;

describe.each(SUBJECTS)('a message over $type', (subject) => {
  it.for(LONGEST_NAMES)(
    'stays under its limit and leaves no finding out, as full as can be, with %s',
    ([, name], { expect }) => {
      const [channel] = openChannels({ channels: [SETTINGS[subject.type]], ...VIEW });
      const telling = manyFindings(channel?.capacity ?? 0, name.slice(0, 500));

      const message = subject.message(telling);

      expect(subject.limit.sizeOf(telling)).toBeLessThanOrEqual(subject.limit.most);
      expect(telling.kind === 'digest' && telling.members.every(({ finding }) => message.includes(finding.id))).toBe(
        true,
      );
    },
  );
});

describe('the channels', () => {
  it('are none where none is configured', ({ expect }) => {
    expect(openChannels({ channels: [], ...VIEW })).toEqual([]);
  });

  it('are all in the contract above', ({ expect }) => {
    expect(SUBJECTS.map(({ type }) => type).toSorted()).toEqual(Object.keys(SETTINGS).toSorted());
  });

  it('take the posts that the configuration gives them, and pass on as it says', ({ expect }) => {
    const [channel] = openChannels({
      channels: [{ ...SETTINGS.dingtalk, perMinute: 9, next: 'mail', passOnAfterMinutes: 2 }],
      ...VIEW,
    });

    expect(channel).toMatchObject({ id: 'ops', perMinute: 9, next: 'mail', passOnAfterMs: 120_000 });
  });
});
