import { serve, type ServerType } from '@hono/node-server';
import { ConfigError } from '../errors.ts';

/** Answers a request; `source` is the address at the other end of the connection. */
export type Answerer = (request: Request, source: string | undefined) => Response | Promise<Response>;

/** A running server. */
export interface Listening {
  readonly origin: string;
  /** Takes no new connection; resolves when the requests in hand are answered, or after some seconds. */
  readonly close: () => Promise<void>;
}

const CLOSE_MS = 10_000;
/** A request that is sent slower than this is not waited for. */
const REQUEST_MS = 30_000;

/** Listens; throws where the port is taken. */
export async function listen(
  answer: Answerer,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const options = { hostname: host, port, serverOptions: { requestTimeout: REQUEST_MS } };
    const fetch: Parameters<typeof serve>[0]['fetch'] = (request, { incoming }) =>
      answer(request, incoming.socket.remoteAddress);
    const made = serve({ ...options, fetch }, () => resolve(made));
    made.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new ConfigError(`Port ${port} is taken: choose another one with --port`) : error);
    });
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () => closed(server),
  };
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), CLOSE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
