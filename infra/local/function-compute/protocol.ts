import type { Credentials } from './contract.ts';

/** What a handler is told about its call; the runner adds `logger`. */
export interface Context {
  readonly requestId: string;
  readonly credentials: Credentials;
  readonly function: {
    readonly name: string;
    readonly handler: string;
    readonly memory: number;
    readonly timeout: number;
  };
  readonly service: { readonly name: string; readonly qualifier: string; readonly versionId: string };
  readonly region: string;
  readonly accountId: string;
}

/** From the host to an instance. */
export type ToRunner =
  | { readonly kind: 'initialize'; readonly requestId: string; readonly context: Context }
  | { readonly kind: 'call'; readonly requestId: string; readonly context: Context; readonly event: Uint8Array };

/** From an instance to the host; sent after everything that the call wrote. */
export interface FromRunner {
  readonly requestId: string;
  readonly ok: boolean;
  readonly payload: Uint8Array;
}

/** With this stdout and stderr end a call, on a line of its own: what comes before it belongs to the call. */
export function endOfCall(requestId: string): string {
  return `\nFC Invoke End RequestId: ${requestId}\n`;
}
