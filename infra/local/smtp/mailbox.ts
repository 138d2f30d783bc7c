import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A mail as it arrived. */
export interface Mail {
  readonly at: Date;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | undefined;
  readonly headers: ReadonlyMap<string, string>;
}

/** A mail server on loopback that keeps what it gets. */
export interface Mailbox {
  /** `smtp://user:password@127.0.0.1:port`: only with these words it takes mail. */
  readonly url: string;
  readonly messages: readonly Mail[];
  /** The next `times` mails are refused with this SMTP code, 451 (come again) or 550 (never). */
  readonly refuse: (code: 451 | 550, times?: number) => void;
  /** The next `times` mails get no answer. */
  readonly hang: (times?: number) => void;
  readonly stop: () => Promise<void>;
}

const USER = 'ackwatch';
const PASSWORD = 'local';

/** Starts it. */
export async function startMailbox({ port = 0 }: { readonly port?: number } = {}): Promise<Mailbox> {
  const messages: Mail[] = [];
  const refusals: (number | 'hang')[] = [];
  const server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true, // loopback only
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onAuth: ({ username, password }, _session, callback) => {
      if (username === USER && password === PASSWORD) callback(null, { user: USER });
      else callback(refusal(535, 'Authentication failed'));
    },
    onData: (stream, session, callback) => {
      simpleParser(stream)
        .then((parsed) => {
          const code = refusals.shift();
          if (code === 'hang') return undefined;
          if (code !== undefined)
            return callback(refusal(code, code === 550 ? 'Mailbox unavailable' : 'Try again later'));
          messages.push(mailOf(parsed, session));
          return callback(null);
        })
        .catch((error: unknown) => callback(error instanceof Error ? error : new Error(String(error))));
    },
  });
  server.on('error', () => undefined); // a client that hung up
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `smtp://${USER}:${PASSWORD}@127.0.0.1:${listening}`,
    messages,
    refuse: (code, times = 1) => refusals.push(...Array.from({ length: times }, () => code)),
    hang: (times = 1) => refusals.push(...Array.from({ length: times }, () => 'hang' as const)),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type Parsed = Awaited<ReturnType<typeof simpleParser>>;

function mailOf({ subject, text, html, headerLines }: Parsed, { envelope }: SMTPServerSession): Mail {
  return {
    at: new Date(),
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map(({ address }) => address),
    subject: subject ?? '',
    text: text ?? '',
    html: typeof html === 'string' ? html : undefined,
    headers: new Map(headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()])),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
