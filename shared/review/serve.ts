import { serve } from '@hono/node-server';
import { isLoopback } from './access/local.ts';
import { openReview, type ReviewOptions } from './open.ts';

/** Where to listen; port 0 is any that is free. */
export interface Listening {
  readonly host: string;
  readonly port: number;
}

/** Serves the page from this process. Without sign-in only where nobody but this machine can reach it. */
export async function serveReview(
  options: Omit<ReviewOptions, 'isOnLoopback'>,
  { host, port }: Listening,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const { app, close } = openReview({ ...options, isOnLoopback: isLoopback(host) });
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: (request, { incoming }) => app.fetch(request, { source: incoming.socket.remoteAddress }),
        hostname: host,
        port,
      },
      (address) => {
        const name = host.includes(':') ? `[${host}]` : host;
        const stop = async () => {
          await new Promise((ended) => server.close(ended));
          await close();
        };
        resolve({ url: `http://${name}:${address.port}`, stop });
      },
    );
    server.once('error', reject);
  });
}
