import { simpleParser } from 'mailparser';
import type { SMTPServerOptions } from 'smtp-server';
import { describe, it } from 'vitest';
import { ChannelError } from '../../shared/errors.ts';
import type { Told } from '../../shared/notify/channel.ts';
import { openChannels } from '../../shared/notify/channels.ts';
import { toDingTalk } from '../../shared/notify/dingtalk/message.ts';
import { toEmail } from '../../shared/notify/email/message.ts';
import { aTold } from '../support/finding.ts';
import { aMailServer, refusal } from './support/mail-server.ts';
import { aRobot } from './support/robot.ts';

type Settings = Parameters<typeof openChannels>[0];
type Kind = ChannelError['kind'];
type Answer = 'takes it' | 'hangs' | Kind;

/** The other side of one channel: it answers one way, and tells what reached it. */
interface OtherSide {
  readonly settings: Partial<Settings>;
  readonly received: () => Promise<readonly string[]>;
  readonly stop: () => void;
}

/** What the contract needs to know of a channel. A new channel is one more of these. */
interface Subject {
  readonly id: string;
  readonly start: (answer: Answer) => Promise<OtherSide>;
  /** The refusals that it can meet. */
  readonly refusals: readonly Kind[];
  /** What its message.ts says, in the form in which `received` tells it. */
  readonly message: (told: Told) => string;
}

const VIEW = { language: 'ja', timeZone: 'Asia/Tokyo', reviewUrl: 'https://review.example.com' } as const;
const SECRETS = /hunter2|swordfish|alerts@mail\.example/u;

const dingtalk: Subject = {
  id: 'dingtalk',
  refusals: ['retry-soon', 'throttled', 'stop-channel', 'configuration', 'too-long', 'bug'],
  message: (told) => JSON.stringify(toDingTalk(told, { ...VIEW, keyword: '通知' })),
  start: async (answer) => {
    const codes = { throttled: 130101, 'stop-channel': 90030, configuration: 310000, 'too-long': 460101, bug: 40035 };
    const robot = await aRobot((response, request) => {
      if (answer === 'hangs') return;
      if (answer === 'retry-soon') return void request.socket.destroy();
      const errcode = answer === 'takes it' ? 0 : codes[answer];
      response.end(JSON.stringify({ errcode, errmsg: `${request.url}` }));
    });
    return {
      settings: { dingtalk: { webhook: robot.webhook, secret: 'SEC-swordfish', keyword: '通知' } },
      received: () => Promise.resolve(robot.bodies),
      stop: robot.stop,
    };
  },
};

const MAILBOX = { from: 'ackwatch <alerts@mail.example>', to: ['ops@example.com'] };

const email: Subject = {
  id: 'email',
  refusals: ['retry-soon', 'configuration', 'too-long'],
  message: (told) => toEmail(told, { ...VIEW, ...MAILBOX, channel: 'email' }).text.trim(),
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
      settings: { email: { smtpUrl: `smtp://hunter2:swordfish@127.0.0.1:${server.port}`, ...MAILBOX } },
      received: async () => {
        const mails = await Promise.all(server.mails.map(({ raw }) => simpleParser(raw)));
        return mails.map(({ text }) => text?.trim() ?? '');
      },
      stop: server.stop,
    };
  },
};

const SUBJECTS = [dingtalk, email];

/** Opens the subject's channel to another side that answers one way. */
async function opened({ start }: Subject, answer: Answer, onTestFinished: (stop: () => void) => void) {
  const side = await start(answer);
  onTestFinished(() => side.stop());
  const channels = openChannels({ dingtalk: undefined, email: undefined, ...VIEW, ...side.settings });
  const [channel] = channels;
  if (!channel || channels.length > 1) throw new Error('Expected one channel');
  return { channel, side };
}

async function refused(work: Promise<unknown>): Promise<ChannelError> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (error instanceof ChannelError) return error;
  throw new Error('Expected a ChannelError', { cause: error });
}

describe.concurrent.each(SUBJECTS)('the channel $id', (subject) => {
  it('has its name', async ({ expect, onTestFinished }) => {
    const { channel } = await opened(subject, 'takes it', onTestFinished);

    expect(channel.id).toBe(subject.id);
  });

  it('sends what its message says', async ({ expect, onTestFinished }) => {
    const { channel, side } = await opened(subject, 'takes it', onTestFinished);

    await channel.send(aTold());

    expect(await side.received()).toEqual([subject.message(aTold())]);
  });

  it('sends the short form when it is told to', async ({ expect, onTestFinished }) => {
    const { channel, side } = await opened(subject, 'takes it', onTestFinished);

    await channel.send(aTold({}, { short: true }));

    const [received = ''] = await side.received();
    expect(received).toContain('短縮版');
    expect(received.length).toBeLessThan(subject.message(aTold()).length);
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

  it('gives up within three seconds when the other side hangs', async ({ expect, onTestFinished }) => {
    const { channel } = await opened(subject, 'hangs', onTestFinished);
    const begun = performance.now();

    const error = await refused(channel.send(aTold()));

    expect(error.kind).toBe('retry-soon');
    expect(performance.now() - begun).toBeLessThan(3_500);
  }, 10_000);
});

describe('the channels', () => {
  const none = { dingtalk: undefined, email: undefined, ...VIEW };

  it('are none where none is configured', ({ expect }) => {
    expect(openChannels(none)).toEqual([]);
  });

  it('are all in the contract above', ({ expect }) => {
    const all = openChannels({
      ...VIEW,
      dingtalk: { webhook: 'http://x.example', secret: undefined, keyword: 'ackwatch' },
      email: { smtpUrl: 'smtp://x.example', ...MAILBOX },
    } satisfies Settings);

    expect(all.map(({ id }) => id)).toEqual(SUBJECTS.map(({ id }) => id));
  });
});
