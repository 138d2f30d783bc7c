import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MOST_BYTES, refusalOf, type RobotMessage } from './refusal.ts';
import { createThrottle } from './throttle.ts';

/** How a robot may fail: say nothing at all, answer a web page, or answer an HTTP error. */
export type Misbehaviour = 'hang' | 'html' | 500 | 502 | 503;

/** A message that the group has seen. */
export interface Delivered {
  readonly at: Date;
  readonly message: RobotMessage;
}

/** The stand-in for one custom robot of one DingTalk group. */
export interface Robot {
  /** The whole address with its token. */
  readonly webhook: string;
  /** What the group saw, oldest first. */
  readonly messages: readonly Delivered[];
  /** Every attempt's errcode, refused ones included; undefined where it misbehaved. */
  readonly answers: readonly (number | undefined)[];
  /** When each attempt came, refused or not. */
  readonly posts: readonly Date[];
  /** The next `times` posts go wrong in this way. */
  readonly misbehave: (how: Misbehaviour, times?: number) => void;
  readonly stop: () => Promise<void>;
}

/** How the robot is set up; without a secret it checks no signature, without a keyword no keyword. */
export interface RobotOptions {
  readonly secret?: string;
  readonly keyword?: string;
  /** Messages a minute; beyond that the robot is silent for ten minutes. */
  readonly perMinute?: number;
  readonly port?: number;
  readonly now?: () => Date;
  readonly onMessage?: (delivered: Delivered) => void;
}

/** Starts it on loopback. Like the real one it answers errors with HTTP 200 and an `errcode`. */
export async function startRobot(options: RobotOptions = {}): Promise<Robot> {
  const { perMinute = 20, port = 0, now = () => new Date(), onMessage } = options;
  const token = randomBytes(16).toString('hex');
  const messages: Delivered[] = [];
  const answers: (number | undefined)[] = [];
  const posts: Date[] = [];
  const wrongs: Misbehaviour[] = [];
  const throttle = createThrottle(perMinute);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { body, size } = await bodyOf(request);
    posts.push(now());
    const wrong = wrongs.shift();
    if (wrong !== undefined) {
      answers.push(undefined);
      return fail(wrong, response);
    }
    const checked = refusalOf({ request, body, size }, { ...options, token }, now(), throttle);
    const [errcode, errmsg] = checked.refused ?? [0, 'ok'];
    answers.push(errcode);
    if (checked.message) {
      const delivered = { at: now(), message: checked.message };
      messages.push(delivered);
      onMessage?.(delivered);
    }
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ errcode, errmsg }));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy()); // the client went away
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const { port: listening } = server.address() as AddressInfo;
  return {
    webhook: `http://127.0.0.1:${listening}/robot/send?access_token=${token}`,
    messages,
    answers,
    posts,
    misbehave: (how, times = 1) => wrongs.push(...Array.from({ length: times }, () => how)),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Keeps no more of the body than the robot would read; the rest is only counted. */
async function bodyOf(request: IncomingMessage): Promise<{ readonly body: string; readonly size: number }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (size <= MOST_BYTES) chunks.push(chunk);
    size += chunk.length;
  }
  return { body: Buffer.concat(chunks).toString(), size };
}

function fail(how: Misbehaviour, response: ServerResponse): void {
  if (how === 'hang') return;
  const page = '<html><head><title>nginx</title></head><body>Try later</body></html>';
  response.writeHead(how === 'html' ? 200 : how, { 'content-type': 'text/html' }).end(page);
}
