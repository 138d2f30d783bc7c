import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { ChannelError } from '../../../shared/errors.ts';
import { toEmail } from '../../../shared/notify/email/message.ts';
import { sendEmail } from '../../../shared/notify/email/send.ts';
import { aTold } from '../../support/finding.ts';
import { aMailServer, refusal } from '../support/mail-server.ts';

const VIEW = {
  language: 'zh',
  timeZone: 'Asia/Shanghai',
  reviewUrl: undefined,
  channel: 'email',
  from: 'ackwatch 告警 <alerts@example.com>',
  to: ['ops@example.com', 'security@example.com'],
} as const;
const MAIL = toEmail(aTold(), VIEW);
const UNTRUSTED = '?tls.rejectUnauthorized=false';

const running: { readonly stop: () => void }[] = [];

afterEach(() => {
  for (const server of running.splice(0)) server.stop();
});

async function aServer(options?: SMTPServerOptions) {
  const server = await aMailServer(options);
  running.push(server);
  return server;
}

/** A server that says what the test gives it to say, then nothing more. */
async function aSilentServer(greeting: string) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    socket.write(greeting);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push({
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function failure(work: Promise<unknown>): Promise<ChannelError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ChannelError)) throw new Error('Expected a ChannelError', { cause: error });
  return error;
}

/** Takes only one user. */
const onAuth: SMTPServerOptions['onAuth'] = ({ username, password }, _, callback) =>
  username === 'alerts@example.com' && password === 'hunter2/@: %'
    ? callback(null, { user: username })
    : callback(refusal(535, '5.7.8 Error: authentication failed'));
const USER = `${encodeURIComponent('alerts@example.com')}:${encodeURIComponent('hunter2/@: %')}`;

describe('the e-mail sender', () => {
  it('delivers a mail that a mail reader reads as it was meant', async () => {
    const { port, mails, parsed } = await aServer();

    await sendEmail(`smtp://127.0.0.1:${port}`, MAIL);

    const [mail] = await parsed();
    expect(mails[0]?.to).toEqual(['ops@example.com', 'security@example.com']);
    expect(mail?.from?.text).toBe('"ackwatch 告警" <alerts@example.com>');
    expect(mail?.subject).toBe('[ackwatch] 严重：API Server 负载均衡配置被修改 (prod)');
    expect(mail?.messageId).toBe('<f0e1d2c3b4a5968778695a4b.email@ackwatch>');
    expect(mail?.text?.trim()).toBe(MAIL.text.trim());
    expect(mail?.html).toBe(MAIL.html);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.get('x-ackwatch-finding')).toBe('f0e1d2c3b4a5968778695a4b');
    expect(mail?.headers.get('priority')).toBe('high');
    expect(mail?.attachments).toEqual([]);
  });

  it('logs in with a password that needs escaping, over TLS from the first byte', async () => {
    const { port, mails } = await aServer({ secure: true, authOptional: false, onAuth });

    await sendEmail(`smtps://${USER}@127.0.0.1:${port}${UNTRUSTED}`, MAIL);

    expect(mails.map(({ secure }) => secure)).toEqual([true]);
  });

  it('goes over to TLS where the server offers it', async () => {
    const { port, mails } = await aServer({ disabledCommands: [], authOptional: false, onAuth });

    await sendEmail(`smtp://${USER}@127.0.0.1:${port}${UNTRUSTED}`, MAIL);

    expect(mails.map(({ secure }) => secure)).toEqual([true]);
  });

  it('sends nothing in the clear where TLS is required and not offered', async () => {
    const { port, mails } = await aServer();

    const error = await failure(sendEmail(`smtp://127.0.0.1:${port}?requireTLS=true`, MAIL));

    expect(error.kind).toBe('configuration');
    expect(mails).toEqual([]);
  });

  it('trusts no certificate that nobody vouches for', async () => {
    const secure = await aServer({ secure: true });
    const upgrading = await aServer({ disabledCommands: [] });

    const errors = await Promise.all([
      failure(sendEmail(`smtps://127.0.0.1:${secure.port}`, MAIL)),
      failure(sendEmail(`smtp://127.0.0.1:${upgrading.port}`, MAIL)),
      failure(sendEmail(`smtps://127.0.0.1:${upgrading.port}`, MAIL)),
    ]);

    expect(errors.map(({ kind }) => kind)).toEqual(['configuration', 'configuration', 'configuration']);
    expect(errors[0]?.message).toMatch(/^Mail not sent: the connection failed [A-Z_]*CERT[A-Z_]*$/u);
  });

  it('calls a refused login a matter of configuration, and tells no password', async () => {
    const { port } = await aServer({
      authOptional: false,
      authMethods: ['PLAIN', 'LOGIN'],
      onAuth,
      disabledCommands: [],
    });

    const error = await failure(sendEmail(`smtp://bob:swordfish%25@127.0.0.1:${port}${UNTRUSTED}`, MAIL));

    expect(error.kind).toBe('configuration');
    expect(error.message).toBe('Mail not sent: the login was refused with 535 5.7.8');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/swordfish|bob|127\.0\.0\.1/u);
    expect(error.cause).toBeUndefined();
  });

  it.each([
    [421, '4.7.0 come back later', 'retry-soon'],
    [450, '4.2.0 greylisted', 'retry-soon'],
    [452, '4.2.2 mailbox full for now', 'retry-soon'],
    [550, '5.1.1 no such user', 'configuration'],
    [554, '5.7.1 relay access denied', 'configuration'],
    [552, '5.2.2 mailbox full', 'configuration'],
  ] as const)('takes %i %s for a recipient as %s', async (code, message, kind) => {
    const { port } = await aServer({ onRcptTo: (_, __, callback) => callback(refusal(code, message)) });

    const error = await failure(sendEmail(`smtp://127.0.0.1:${port}`, MAIL));

    expect(error.kind).toBe(kind);
    expect(error.message).toContain(String(code));
  });

  it.each([
    [451, '4.3.0 try again', 'retry-soon'],
    [552, '5.3.4 message too big', 'too-long'],
    [552, 'too much mail data', 'too-long'],
    [554, '5.7.1 looks like spam', 'configuration'],
  ] as const)('takes %i %s for the message as %s', async (code, message, kind) => {
    const { port } = await aServer({
      onData: (stream, _, callback) => void stream.resume().on('end', () => callback(refusal(code, message))),
    });

    expect((await failure(sendEmail(`smtp://127.0.0.1:${port}`, MAIL))).kind).toBe(kind);
  });

  it('counts the recipients that were refused while others were not', async () => {
    const { port, mails } = await aServer({
      onRcptTo: ({ address }, _, callback) =>
        address.startsWith('ops') ? callback() : callback(refusal(550, '5.1.1 no such user')),
    });

    expect(await sendEmail(`smtp://127.0.0.1:${port}`, MAIL)).toEqual({ shortfall: '1 of 2 recipients refused' });
    expect(mails).toHaveLength(1);
  });

  it.each([
    ['never greets', ''],
    ['greets and falls silent', '220 mx.example.com ESMTP\r\n'],
    ['answers no command that follows EHLO', '220 mx.example.com ESMTP\r\n250 mx.example.com\r\n'],
  ])('gives a server up that %s', async (_, greeting) => {
    const url = await aSilentServer(greeting);

    const error = await failure(sendEmail(url, MAIL, 300));

    expect(error).toMatchObject({ kind: 'retry-soon', message: 'The mail server gave no answer in 300 ms' });
  });

  it('tries again later where nobody listens or the name is unknown', async () => {
    const { port, stop } = await aMailServer();
    await new Promise<void>((resolve) => stop(resolve));

    expect((await failure(sendEmail(`smtp://127.0.0.1:${port}`, MAIL))).kind).toBe('retry-soon');
    expect((await failure(sendEmail('smtp://mail.invalid', MAIL))).kind).toBe('retry-soon');
  });

  it('leaves no connection open behind it, not even to a server that hangs', async () => {
    const closed = new Promise<void>((resolve) => {
      const server = createServer((socket) => socket.on('error', () => undefined).on('close', () => resolve()));
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        running.push({ stop: () => server.close() });
        void sendEmail(`smtp://127.0.0.1:${port}`, MAIL, 200).catch(() => undefined);
      });
    });

    await expect(closed).resolves.toBeUndefined();
  });

  it('sends to nobody when the address of a recipient is none', async () => {
    const { port, mails } = await aServer();

    expect((await failure(sendEmail(`smtp://127.0.0.1:${port}`, { ...MAIL, to: ['nobody'] }))).kind).toBe(
      'configuration',
    );
    expect(mails).toEqual([]);
  });
});
