import { ChannelError } from '../../errors.ts';

type Kind = ChannelError['kind'];

/** What nodemailer knows of a failure, as far as it is read. */
interface Failure {
  readonly code: string;
  /** The reply code of SMTP; absent where the connection failed. */
  readonly reply: number | undefined;
  /** The enhanced status of RFC 3463, such as `5.3.4`. */
  readonly status: string | undefined;
}

/** Where in the conversation it failed, in words; nodemailer's own text may repeat the server's and is kept out. */
const PLACES: Readonly<Record<string, string>> = {
  EAUTH: 'the login',
  EENVELOPE: 'sender or recipients',
  EMESSAGE: 'the message',
  ETLS: 'TLS',
  EDNS: 'the name of the server',
};

/** Reads a failed attempt as what the outbox does next. The password is never part of the answer. */
export function verdictOf(error: unknown): ChannelError {
  const failure = failureOf(error);
  const place = PLACES[failure.code] ?? 'the connection';
  const answer = failure.reply === undefined ? 'failed' : `was refused with ${failure.reply}`;
  const status = failure.status === undefined ? '' : ` ${failure.status}`;
  return new ChannelError(kindOf(failure), `Mail not sent: ${place} ${answer}${status}`);
}

function kindOf({ code, reply, status }: Failure): Kind {
  if (isTooLong(code, reply, status)) return 'too-long';
  if (reply !== undefined) return reply < 500 ? 'retry-soon' : 'configuration'; // 4xx: greylisting, load, quota
  const isSetting = code === 'EAUTH' || code === 'EENVELOPE' || code === 'ETLS';
  return isSetting ? 'configuration' : 'retry-soon';
}

/** Told by the server (`5.2.3` and `5.3.4`, or 552 about anything but a full mailbox), or by its announced limit. */
function isTooLong(code: string, reply: number | undefined, status: string | undefined): boolean {
  if (status === '5.3.4' || status === '5.2.3') return true;
  if (code === 'EMESSAGE' && reply === undefined) return true;
  return reply === 552 && status !== '5.2.2';
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: '', reply: undefined, status: undefined };
  const { code, responseCode, response } = error as Error & Readonly<Record<string, unknown>>;
  return {
    code: typeof code === 'string' ? code : '',
    reply: typeof responseCode === 'number' ? responseCode : undefined,
    status: typeof response === 'string' ? /\b[245]\.\d{1,3}\.\d{1,3}\b/u.exec(response)?.[0] : undefined,
  };
}
