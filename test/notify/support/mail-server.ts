import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** An answer of the mail server that is no yes. */
export function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** A mail server on loopback; it takes every mail from anybody unless the test says otherwise. */
export async function aMailServer(options: SMTPServerOptions = {}) {
  const mails: { readonly raw: string; readonly to: readonly string[]; readonly secure: boolean }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, callback) => {
      void text(stream).then((raw) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ raw, to, secure: session.secure });
        callback();
      });
    },
    ...options,
  });
  server.on('error', () => undefined); // a client that gives up in the middle is what some tests are about
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    mails,
    parsed: (): Promise<readonly ParsedMail[]> => Promise.all(mails.map(({ raw }) => simpleParser(raw))),
    stop: (done?: () => void) => server.close(done),
  };
}
