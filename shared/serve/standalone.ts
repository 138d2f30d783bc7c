import type { Surroundings } from '../open.ts';
import { openReceiver } from '../receive.ts';
import { openReview, type ReviewOptions } from '../review/open.ts';
import type { SignatureCheck } from '../sources/event-bridge-http/verify.ts';
import { openTimed } from '../timed.ts';
import { eventsApp } from './events-app.ts';
import { repeat, untilEnded } from './every.ts';
import { type Answerer, listen } from './server.ts';

/** What the standalone server is started with. */
export interface Standalone {
  readonly surroundings: Surroundings;
  /** The same as variables: the doors read them as they do in the cloud. */
  readonly environment: NodeJS.ProcessEnv;
  readonly host: string;
  readonly port: number;
  /** Absent: whoever reaches the server is believed. */
  readonly signature: SignatureCheck | undefined;
  readonly review: Pick<ReviewOptions, 'settings' | 'isOnLoopback'>;
  readonly signal: AbortSignal;
  readonly onListening: (origin: string) => void;
}

const SWEEP_MS = 10 * 60_000;
const DELIVER_MS = 60_000;
const GRACE_MS = 5_000;

/** The doors of the functions in one process: events over HTTP, both timers, the review page. Until the signal. */
export async function runStandalone(asked: Standalone): Promise<void> {
  const { surroundings, environment, signal, signature } = asked;
  const { accountId, region, log } = surroundings;
  const context = () => ({ accountId, region });
  const receiver = openReceiver(context, environment);
  const timed = openTimed(context, environment);
  const review = openReview({ surroundings, ...asked.review });
  const events = eventsApp({ receive: receiver.receive, signature, isOpen: () => !signal.aborted, log });
  const server = await listen(
    answererOf(events.fetch, (request, source) => review.app.fetch(request, { source })),
    asked,
  );
  asked.onListening(server.origin);
  const loops = [
    repeat({ name: 'sweep', everyMs: SWEEP_MS, task: timed.sweep, signal, log }),
    repeat({ name: 'deliver', everyMs: DELIVER_MS, task: timed.deliver, signal, log }),
  ];
  await untilEnded(loops, signal, GRACE_MS);
  await server.close();
  await Promise.all([receiver.close(), timed.close(), review.close()]);
}

/** Events come by POST; everything else is the page's. */
function answererOf(events: (request: Request) => Response | Promise<Response>, page: Answerer): Answerer {
  return (request, source) => {
    const { pathname } = new URL(request.url);
    const isEvent = pathname === '/healthz' || (pathname === '/events' && request.method === 'POST');
    return isEvent ? events(request) : page(request, source);
  };
}
