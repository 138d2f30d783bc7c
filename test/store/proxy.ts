import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A network between store and database that can be made to fail. */
export interface Proxy {
  readonly url: string;
  /** From now on the connections that are open carry nothing any more, and nobody is told. New ones do. */
  readonly forgetConnections: () => void;
  /** Cuts a connection, once, when the server confirms what the text names; the confirmation is lost. */
  readonly cutOnAnswer: (text: string) => void;
  /** Ends every connection and refuses new ones. */
  readonly leave: () => Promise<void>;
  /** Takes connections again, under the same address. */
  readonly comeBack: () => Promise<void>;
}

/** Opens one in front of the database for this test. */
export async function proxyTo(databaseUrl: string): Promise<Proxy> {
  const target = new URL(databaseUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  let cut: string | undefined;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    client.pipe(upstream);
    upstream.on('data', (chunk) => {
      if (cut !== undefined && chunk.includes(cut)) {
        cut = undefined;
        client.destroy();
      } else if (!client.destroyed && pairs.has(pair)) client.write(chunk);
    });
    for (const [one, other] of [pair, pair.toReversed()] as [Socket, Socket][]) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const drop = (): void => {
    for (const socket of [...pairs].flat()) socket.destroy();
    pairs.clear();
  };
  await listen(0);
  onTestFinished(() => {
    server.close();
    drop();
  });
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === 'object' && address !== null ? address.port : 0);
  return {
    url: url.href,
    forgetConnections: () => {
      for (const [client, upstream] of pairs) client.unpipe(upstream);
      pairs.clear();
    },
    cutOnAnswer: (text) => (cut = text),
    leave: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      drop();
      await closed;
    },
    comeBack: () => listen(Number(url.port)),
  };
}
