import { ChannelError } from '../errors.ts';

/** One answer of the other side. */
export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** The longest that one post may take, in milliseconds; the outbox tries again. */
const POST_MS = 3_000;

/** What never reached the other side. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * Posts once, without retry and without following anybody elsewhere. Throws ChannelError; its cause is left out on
 * purpose: fetch's errors may hold the address, and with it the token.
 */
export async function post(
  name: string,
  url: URL | string,
  { body, headers }: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
  timeoutMs = POST_MS,
): Promise<Answered> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    const why = isTimeout ? `no answer in ${timeoutMs} ms` : 'no connection';
    throw new ChannelError('retry-soon', `${name} gave ${why}`, {
      unanswered: isTimeout || !NOT_SENT.has(codeOf(error)),
    });
  }
}

/** The members of a JSON answer; of anything else none. */
export function membersOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The headers of a JSON post. */
export const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' } as const;

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
