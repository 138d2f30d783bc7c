import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError } from './api.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { refusals } from './refusals.ts';
import type { WireRequest } from './signature.ts';
import { refusedOnWire, toWire, type WireAnswer } from './wire.ts';
import type { World } from './world.ts';

/** One call as the server saw it, with the error code it answered or the fault that struck it. */
export interface SeenCall {
  readonly product: string;
  readonly action: string;
  readonly accessKeyId: string | undefined;
  readonly code?: string;
}

/** A running stand-in of Alibaba Cloud. */
export interface LocalCloud {
  /** Takes the place of every endpoint: what `ACKWATCH_ENDPOINT` is set to. */
  readonly origin: string;
  /** Every call since the start, in order; tests and benches count them. Emptying the array starts a new count. */
  readonly calls: SeenCall[];
  readonly faults: Faults;
  readonly stop: () => Promise<void>;
}

/** How to start one. `port` 0 takes any free one. `wallClock` judges time stamps and rates. */
export interface CloudStart {
  readonly world: World;
  readonly port?: number;
  readonly wallClock?: () => number;
}

const MOST_BODY_BYTES = 4 * 1024 * 1024;

/** Starts the stand-in on 127.0.0.1. */
export async function startCloud({ world, port = 0, wallClock = Date.now }: CloudStart): Promise<LocalCloud> {
  const gateway = createGateway(world, wallClock);
  const faults = createFaults();
  const calls: SeenCall[] = [];
  const server = createServer((incoming, response) => {
    serve(incoming, response, { gateway, faults, calls }).catch((error: unknown) => {
      world.onBug(error);
      response.destroy();
    });
  });
  // Never closed for being idle: it would break for the caller who just then calls again.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${taken}`,
    calls,
    faults,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Serving {
  readonly gateway: Gateway;
  readonly faults: Faults;
  readonly calls: SeenCall[];
}

async function serve(incoming: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { gateway, faults, calls } = serving;
  const request = await read(incoming);
  const asked = gateway.route(request);
  const accessKeyId = accessKeyIdOf(request);
  if (asked instanceof ApiError) {
    calls.push({ product: 'unknown', action: request.headers['x-acs-action'] ?? '', accessKeyId, code: asked.code });
    return write(response, refusedOnWire(asked));
  }
  const { product, action } = asked.route;
  const seen = { product: product.product, action, accessKeyId };
  const note = (code?: string): void => void calls.push(code === undefined ? seen : { ...seen, code });
  const fault = faults.strike(product.product, action);
  if (fault !== undefined && fault.kind !== 'slow') {
    note(fault.kind);
    return suffer(fault.kind, response, product.product);
  }
  if (fault !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.latencyMs ?? 0));
  const handled = gateway.run(asked, incoming.socket.remoteAddress ?? '127.0.0.1');
  note('error' in handled.outcome ? handled.outcome.error.code : undefined);
  write(response, toWire(handled, product));
}

function suffer(kind: Exclude<Fault['kind'], 'slow'>, response: ServerResponse, product: string): void {
  switch (kind) {
    case 'hang':
      return;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
      return;
    case 'unavailable':
      return write(response, refusedOnWire(refusals.unavailable(), undefined, product));
    case 'throttled':
      return write(response, refusedOnWire(refusals.throttled(), undefined, product));
  }
}

async function read(incoming: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BODY_BYTES) throw new Error('request body too large');
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

function accessKeyIdOf({ headers, query }: WireRequest): string | undefined {
  return /Credential=([^,/]+)/u.exec(headers['authorization'] ?? '')?.[1] ?? query['AccessKeyId'];
}

function write(response: ServerResponse, { status, requestId, body }: WireAnswer): void {
  response
    .writeHead(status, { 'content-type': 'application/json;charset=utf-8', 'x-acs-request-id': requestId })
    .end(JSON.stringify(body));
}
