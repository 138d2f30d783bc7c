import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

const CHANNEL = 'http.client.request.start';

/** Does this once, when the first request of the process is sent: the time until its answer is free. Throws nothing. */
export function afterFirstRequest(work: () => void): void {
  const onRequest = (message: unknown): void => {
    unsubscribe(CHANNEL, onRequest);
    (message as { readonly request: ClientRequest }).request.once('finish', () => setImmediate(work));
  };
  subscribe(CHANNEL, onRequest);
}
