import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { StoreError } from '../errors.ts';
import { refusalOf, type SignatureCheck } from '../sources/event-bridge-http/verify.ts';

/** What takes events over HTTP. */
export interface EventsDoor {
  /** Takes the bytes through the path; throws only where another try may help. */
  readonly receive: (body: Buffer) => Promise<unknown>;
  /** Absent: whoever reaches the server is believed, which is for this machine alone. */
  readonly signature?: SignatureCheck | undefined;
  /** Whether the server is still to be sent to. */
  readonly isOpen: () => boolean;
  readonly log: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** EventBridge sends 256 KB an event and 1 MB a batch at most. */
const MOST_BYTES = 2 * 1024 * 1024;

/** `POST /events` as EventBridge's HTTP target calls it, and `GET /healthz`. */
export function eventsApp({ receive, signature, isOpen, log }: EventsDoor): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ isOpen: isOpen() }, isOpen() ? 200 : 503));
  app.post('/events', bodyLimit({ maxSize: MOST_BYTES }), async (c) => {
    if (!isOpen()) return c.json({ error: 'shutting down' }, 503);
    const body = Buffer.from(await c.req.arrayBuffer());
    const refusal = signature && (await refusalOf({ headers: c.req.header(), body }, signature));
    if (refusal !== undefined) {
      log('request refused', { why: refusal });
      return c.json({ error: `The request was refused: ${refusal}` }, 401);
    }
    try {
      return c.json(await receive(body));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      log('event not taken', { why });
      // EventBridge tries again after either; the text of a fault of our own stays in the log.
      return error instanceof StoreError ? c.json({ error: why }, 503) : c.json({ error: 'internal error' }, 500);
    }
  });
  return app;
}
