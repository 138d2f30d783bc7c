import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Credentials, FunctionComputeError } from './contract.ts';
import type { FunctionCompute } from './function-compute.ts';
import { authenticate, type SignedRequest } from './authenticate.ts';

/** What answers in front of the host, and for whom. */
export interface FrontStart {
  readonly host: Pick<FunctionCompute, 'invoke' | 'invokeAsync'>;
  readonly accountId: string;
  /** The keys that may call; undefined: nobody's. */
  readonly keyOf: (accessKeyId: string) => Credentials | undefined;
  readonly port?: number;
  readonly now?: () => number;
}

/** A running front. */
export interface Front {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

const INVOCATIONS = /^\/2023-03-30\/functions\/([^/]+)\/invocations$/u;
const MOST_BYTES = 33 * 1_024 * 1_024;

/** The HTTP side of Function Compute 3.0: `POST /2023-03-30/functions/{name}/invocations`, signed, sync or async. */
export async function startFront(start: FrontStart): Promise<Front> {
  const tasks = new Set<string>();
  const server = createServer((incoming, response) => {
    answer(incoming, start, tasks)
      .catch(refusal)
      .then(({ status, headers, body }) => {
        response.writeHead(status, { 'x-fc-request-id': randomUUID(), ...headers }).end(body);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(start.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

async function answer(incoming: IncomingMessage, start: FrontStart, tasks: Set<string>): Promise<Reply> {
  const request = await read(incoming);
  authenticate(request, start);
  const name = INVOCATIONS.exec(request.path)?.[1];
  if (name === undefined || request.method !== 'POST') {
    throw new FunctionComputeError(404, 'PathNotSupported', `${request.method} ${request.path} is not supported`);
  }
  const { qualifier = 'LATEST' } = request.query;
  if (qualifier !== 'LATEST') throw new FunctionComputeError(404, 'AliasNotFound', `'${qualifier}' does not exist`);
  const functionName = decodeURIComponent(name);
  if (request.headers['x-fc-invocation-type']?.toLowerCase() === 'async') {
    return accepted(functionName, request, start, tasks);
  }
  const { kind, payload, ...rest } = await start.host.invoke(functionName, request.body);
  const type =
    payload.length > 0 && /^\s*[[{]/u.test(payload.toString('utf8', 0, 16)) ? 'application/json' : 'text/plain';
  const headers = { 'content-type': type, 'x-fc-invocation-duration': '1' };
  // A function that failed is an answer all the same: 200, and a header that says so.
  if (kind === 'success' || !('errorType' in rest)) return { status: 200, headers, body: payload };
  return { status: 200, headers: { ...headers, 'x-fc-error-type': rest.errorType }, body: payload };
}

function accepted(name: string, { headers, body }: SignedRequest, { host }: FrontStart, tasks: Set<string>): Reply {
  const id = headers['x-fc-async-task-id'];
  const task = id === undefined ? undefined : `${name} ${id}`;
  if (task !== undefined && tasks.has(task)) {
    throw new FunctionComputeError(409, 'StatefulAsyncInvocationAlreadyExists', `task '${id}' already exists`);
  }
  const requestId = host.invokeAsync(name, body);
  if (task !== undefined) tasks.add(task);
  return { status: 202, headers: { 'x-fc-request-id': requestId }, body: '' };
}

function refusal(error: unknown): Reply {
  if (!(error instanceof FunctionComputeError)) throw error;
  const body = JSON.stringify({ RequestId: randomUUID(), Code: error.code, Message: error.message });
  return { status: error.status, headers: { 'content-type': 'application/json' }, body };
}

async function read(incoming: IncomingMessage): Promise<SignedRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new FunctionComputeError(413, 'EntityTooLarge', 'the body is too large');
    chunks.push(chunk);
  }
  const [path = '/', ...query] = (incoming.url ?? '/').split('?');
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(',')]);
  return {
    method: incoming.method ?? 'GET',
    path,
    query: Object.fromEntries(new URLSearchParams(query.join('?'))),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks),
  };
}
