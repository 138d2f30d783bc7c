import { ChannelError } from '../../errors.ts';
import type { Shortfall } from '../channel.ts';
import type { EmailMessage } from './message.ts';
import { verdictOf } from './verdict.ts';

/** The longest that one mail may take from connecting to the last answer, in milliseconds; the outbox tries again. */
const SEND_MS = 3_000;

/**
 * Sends one mail over SMTP, without retry. `smtp://` upgrades with STARTTLS when the server offers it. Throws
 * ChannelError; neither the password nor the address of the server is ever part of it.
 */
export async function sendEmail(
  smtpUrl: string,
  message: EmailMessage,
  timeoutMs = SEND_MS,
): Promise<Shortfall | void> {
  const signal = AbortSignal.timeout(timeoutMs);
  const { createTransport } = await import('nodemailer'); // heavy: loaded with the first mail
  const limits = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const transport = createTransport({ ...serverOf(smtpUrl), ...limits, dnsTimeout: timeoutMs, socketCloseTimeout: 0 });
  try {
    const { rejected } = await transport.sendMail({
      ...message,
      to: [...message.to],
      headers: { ...message.headers },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal,
    });
    const refused = rejected?.length ?? 0;
    if (refused > 0) return { shortfall: `${refused} of ${message.to.length} recipients refused` };
  } catch (error) {
    if (signal.aborted) {
      const why = `The mail server gave no answer in ${timeoutMs} ms`;
      throw new ChannelError('retry-soon', why, { unanswered: true });
    }
    throw verdictOf(error);
  }
}

/** Where and as whom to log in. `?tls.rejectUnauthorized=false` takes a self-signed certificate, `?requireTLS=true` insists on TLS. */
function serverOf(smtpUrl: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(smtpUrl);
  return {
    host: hostname.replace(/^\[|\]$/gu, ''),
    secure: protocol === 'smtps:',
    requireTLS: searchParams.get('requireTLS') === 'true',
    tls: { rejectUnauthorized: searchParams.get('tls.rejectUnauthorized') !== 'false' },
    ...(port === '' ? {} : { port: Number(port) }),
    ...(username === '' ? {} : { auth: { user: decoded(username), pass: decoded(password) } }),
  };
}

/** A password may hold a bare `%`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
