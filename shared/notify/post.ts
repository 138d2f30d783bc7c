import { request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { ChannelError } from '../errors.ts';

/** One answer of the other side. */
export interface Answered {
  readonly status: number;
  readonly body: string;
  /** From the header `Retry-After`, where it says seconds. */
  readonly restMs: number | undefined;
}

/** The longest that one post may take, in milliseconds; the outbox tries again. */
const POST_MS = 3_000;

/** What never reached the other side. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** An answer is a line of JSON; of anything longer the beginning is enough to say what it is. */
const MOST_BYTES = 64 * 1024;

/**
 * Posts once, without retry and without following anybody elsewhere, over a connection of its own: one that was kept
 * may have died while the instance was frozen. Throws ChannelError; its cause is left out on purpose: it may hold the
 * address, and with it the token. Not `fetch`: loading it costs a cold start as much as the rest of the message.
 */
export async function post(
  name: string,
  url: URL | string,
  { body, headers }: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
  timeoutMs = POST_MS,
): Promise<Answered> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await exchange(new URL(url), { method: 'POST', headers, agent: false, signal }, body);
    const { statusCode = 0, headers: answered } = response;
    return { status: statusCode, body: await beginningOf(response), restMs: restIn(answered['retry-after']) };
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'AbortError';
    const why = isTimeout ? `no answer in ${timeoutMs} ms` : 'no connection';
    throw new ChannelError('retry-soon', `${name} gave ${why}`, {
      unanswered: isTimeout || !NOT_SENT.has(codeOf(error)),
    });
  }
}

function exchange(url: URL, options: RequestOptions, body: string): Promise<IncomingMessage> {
  const request = url.protocol === 'http:' ? overHttp : overHttps;
  return new Promise((resolve, reject) => {
    const sent = request(url, options, resolve);
    sent.once('error', reject);
    sent.end(body);
  });
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES) break;
  }
  return Buffer.concat(chunks).toString();
}

function restIn(retryAfter: string | undefined): number | undefined {
  const seconds = Number(retryAfter);
  return retryAfter !== undefined && Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : undefined;
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
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
