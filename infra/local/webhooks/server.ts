import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One post as it arrived. */
export interface Post {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What the other side says. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A chat service or a program on loopback that takes posts. */
export interface Receiver<M> {
  readonly origin: string;
  /** What was taken, oldest first. */
  readonly messages: readonly M[];
  /** The next posts are answered so, whatever is in them; `hang` answers nothing, `reset` hangs up. */
  readonly answerNext: (...answers: readonly (Answer | 'hang' | 'reset')[]) => void;
  readonly stop: () => Promise<void>;
}

/** What came of one post: a message, or a refusal. */
export type Checked<M> = { readonly taken: M; readonly answer: Answer } | { readonly answer: Answer };

/** The answer of a service that speaks JSON. */
export function json(value: unknown, status = 200): Answer {
  return { status, body: JSON.stringify(value), headers: { 'content-type': 'application/json' } };
}

/** Starts one; `check` reads a post as the real service does. */
export async function startReceiver<M>(check: (post: Post) => Checked<M>): Promise<Receiver<M>> {
  const messages: M[] = [];
  const scripted: (Answer | 'hang' | 'reset')[] = [];
  const server = createServer((request, response) => {
    void postOf(request).then((post) => {
      const forced = scripted.shift();
      if (forced === 'hang') return;
      if (forced === 'reset') return void request.socket.destroy();
      const checked = forced === undefined ? check(post) : { answer: forced };
      if ('taken' in checked) messages.push(checked.taken);
      const { status, body, headers } = checked.answer;
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    messages,
    answerNext: (...answers) => void scripted.push(...answers),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function postOf(request: IncomingMessage): Promise<Post> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://receiver');
  return { path, query, headers: request.headers, body: Buffer.concat(chunks).toString() };
}
