import { ChannelError } from '../../errors.ts';

type Kind = ChannelError['kind'];

/** What nodemailer knows of a failure, as far as it is read. Its texts may repeat the server's and are kept out. */
interface Failure {
  /** Nodemailer's own class: `EAUTH`, `EENVELOPE` … */
  readonly code: string;
  /** The reply code of SMTP; absent where the connection failed. */
  readonly reply: number | undefined;
  /** Further detail that is always a constant: the enhanced status of RFC 3463 (`5.3.4`), or the system's (`ECONNREFUSED`). */
  readonly detail: string | undefined;
}

/** Where in the conversation it failed, in words. */
const PLACES: Readonly<Record<string, string>> = {
  EAUTH: 'the login',
  EENVELOPE: 'sender or recipients',
  EMESSAGE: 'the message',
  ETLS: 'TLS',
  EDNS: 'the name of the server',
};

/** Nothing reached the server. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EDNS']);

/** Reads a failed attempt as what the outbox does next. The password is never part of the answer. */
export function verdictOf(error: unknown): ChannelError {
  const failure = failureOf(error);
  const place = PLACES[failure.code] ?? 'the connection';
  const answer = failure.reply === undefined ? 'failed' : `was refused with ${failure.reply}`;
  const detail = failure.detail === undefined ? '' : ` ${failure.detail}`;
  const kind = kindOf(failure);
  const unanswered = failure.reply === undefined && kind === 'retry-soon' && !NOT_SENT.has(failure.detail ?? '');
  return new ChannelError(kind, `Mail not sent: ${place} ${answer}${detail}`, { unanswered });
}

function kindOf({ code, reply, detail = '' }: Failure): Kind {
  if (['5.2.3', '5.3.4'].includes(detail)) return 'too-long';
  if (reply === 552 && detail !== '5.2.2') return 'too-long'; // 5.2.2: the mailbox is full
  if (reply !== undefined) return reply < 500 ? 'retry-soon' : 'configuration'; // 4xx: greylisting, load, quota
  const isSetting = ['EAUTH', 'EENVELOPE', 'ETLS'].includes(code) || /CERT|SSL|TLS|SIGNATURE/u.test(detail);
  return isSetting ? 'configuration' : 'retry-soon';
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: '', reply: undefined, detail: undefined };
  const { code, responseCode, response, originalCode } = error as Error & Readonly<Record<string, unknown>>;
  const status = typeof response === 'string' ? /\b[245]\.\d{1,3}\.\d{1,3}\b/u.exec(response)?.[0] : undefined;
  return {
    code: typeof code === 'string' ? code : '',
    reply: typeof responseCode === 'number' ? responseCode : undefined,
    detail: status ?? (typeof originalCode === 'string' ? originalCode : undefined),
  };
}
