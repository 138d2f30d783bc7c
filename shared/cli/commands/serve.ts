import { ConfigError } from '../../errors.ts';
import { logLine } from '../../function-context.ts';
import { isLoopback } from '../../review/access/local.ts';
import { readReviewSettings } from '../../review/settings.ts';
import { certificateReader } from '../../sources/event-bridge-http/certificate.ts';
import type { SignatureCheck } from '../../sources/event-bridge-http/verify.ts';
import { ACCOUNT_ARGS, openAccount } from '../account.ts';
import { defineCommand, EXIT } from '../command.ts';
import { DATABASE_ARGS, openDatabase } from '../database.ts';

export const serve = defineCommand({
  name: 'serve',
  description:
    'The standalone server: takes events from an HTTP target of EventBridge, sweeps, delivers and shows the review page. Ctrl-C ends it in order.',
  args: {
    ...ACCOUNT_ARGS,
    host: { type: 'string', default: '127.0.0.1', description: 'Address to listen on' },
    port: { type: 'string', default: '8080', description: 'Port to listen on; 0 takes a free one' },
    url: {
      type: 'string',
      description:
        'The address that the target is configured with, such as https://watch.example.com/events: signed requests alone are taken',
    },
    ...DATABASE_ARGS,
  },
  examples: [
    ['ackwatch serve --regions cn-hangzhou', 'on this machine alone, unsigned: for trying out'],
    ['ackwatch serve --host 0.0.0.0 --url https://watch.example.com/events', 'behind a proxy that ends TLS'],
    ['ACKWATCH_EVENTS_TOKEN=… ackwatch serve --url …', 'with the token of the target too'],
  ],
  run: async (args, terminal) => {
    const port = portOf(args.port);
    const isOnLoopback = isLoopback(args.host);
    if (args.url === undefined && !isOnLoopback) {
      throw new ConfigError('Expected --url along with --host: beyond this machine only signed requests are taken');
    }
    const account = await openAccount(args, terminal);
    const signature = args.url === undefined ? undefined : checkOf(args.url, account.regions, terminal.environment);
    const database = await openDatabase(args, terminal);
    try {
      const { migrate } = await import('../../store/migrations/migrate.ts');
      await migrate(database.url);
      // Behind a proxy every request seems to come from this machine, and a proxy is what --url is for.
      const isOwn = isOnLoopback && args.url === undefined;
      const { runStandalone } = await import('../../serve/standalone.ts');
      await runStandalone({
        surroundings: { ...account, config: { ...account.config, databaseUrl: database.url }, log: logLine },
        environment: {
          ...terminal.environment,
          DATABASE_URL: database.url,
          ACKWATCH_REGIONS: account.regions.join(','),
        },
        host: args.host,
        port,
        signature,
        review: { settings: readReviewSettings(terminal.environment), isOnLoopback: isOwn },
        signal: terminal.signal,
        onListening: (origin) => {
          terminal.err(`Listening on ${origin}: the review page, POST /events, GET /healthz`);
          if (signature !== undefined && signature.token === undefined) terminal.err(NO_TOKEN);
        },
      });
      return EXIT.ok;
    } finally {
      await database.close();
    }
  },
});

/** EventBridge signs for whoever configures an address. */
const NO_TOKEN =
  'ACKWATCH_EVENTS_TOKEN is not set: an event bus of any account can send to this address. Give the target a token.';

function checkOf(
  url: string,
  regions: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): SignatureCheck {
  if (!URL.canParse(url) || !/^https?:$/u.test(new URL(url).protocol)) {
    throw new ConfigError(`Expected --url to be a whole address such as https://watch.example.com/events, got ${url}`);
  }
  const token = environment['ACKWATCH_EVENTS_TOKEN'];
  return {
    targetUrl: url,
    token: token === '' ? undefined : token,
    certificate: certificateReader({ regions }),
    now: () => new Date(),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ConfigError(`Expected --port between 0 and 65535, got ${text}`);
}
