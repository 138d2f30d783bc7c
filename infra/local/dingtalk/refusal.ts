import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { Throttle } from './throttle.ts';

/** The longest body, in bytes. */
export const MOST_BYTES = 20_000;

const HOUR_MS = 3_600_000;

const at = z.object({
  atMobiles: z.array(z.string()).optional(),
  atUserIds: z.array(z.string()).optional(),
  isAtAll: z.boolean().optional(),
});

/** The two message types that are of use here; the robot knows `link`, `actionCard` and `feedCard` as well. */
const Message = z.discriminatedUnion('msgtype', [
  z.object({
    msgtype: z.literal('markdown'),
    markdown: z.object({ title: z.string(), text: z.string() }),
    at: at.optional(),
  }),
  z.object({ msgtype: z.literal('text'), text: z.object({ content: z.string() }), at: at.optional() }),
]);

/** A message as the robot takes it. */
export type RobotMessage = z.infer<typeof Message>;

/** One post. `size` counts the bytes that arrived. */
export interface Post {
  readonly request: IncomingMessage;
  readonly body: string;
  readonly size: number;
}

/** What the robot checks. */
export interface Security {
  readonly token: string;
  readonly secret?: string;
  readonly keyword?: string;
}

/** The message, or the code and words of the refusal, in the order in which the real robot looks. */
export function refusalOf(
  { request, body, size }: Post,
  { token, secret, keyword }: Security,
  now: Date,
  throttle: Throttle,
):
  | { readonly refused: readonly [errcode: number, errmsg: string]; readonly message?: never }
  | { readonly refused?: never; readonly message: RobotMessage } {
  const refuse = (errcode: number, errmsg: string) => ({ refused: [errcode, errmsg] as const });
  const url = new URL(request.url ?? '/', 'http://robot');
  if (url.pathname !== '/robot/send') return refuse(404, 'the requested path does not exist');
  if (request.method !== 'POST') return refuse(43002, 'require post method');
  if (!/^application\/json\b/iu.test(request.headers['content-type'] ?? ''))
    return refuse(43004, 'require application/json');
  const given = url.searchParams.get('access_token');
  if (given === null) return refuse(40035, 'missing parameter access_token');
  if (!same(given, token)) return refuse(300005, 'token is not exist');
  if (size > MOST_BYTES) return refuse(460101, 'message too long, exceed 20000 bytes');
  if (secret !== undefined) {
    const fault = signatureFault(url.searchParams, secret, now);
    if (fault) return refuse(310000, fault);
  }
  const read = Message.safeParse(parsed(body));
  if (!read.success) return refuse(400105, 'unsupported msgtype, or the message lacks a part');
  if (keyword !== undefined && !textOf(read.data).includes(keyword)) return refuse(310000, 'keywords not in content');
  if (!throttle.admits(now)) return refuse(130101, 'send too fast, exceed 20 times per minute');
  return { message: read.data };
}

function signatureFault(query: URLSearchParams, secret: string, now: Date): string | undefined {
  const timestamp = query.get('timestamp') ?? '';
  const isInTime = /^\d{13}$/u.test(timestamp) && Math.abs(now.getTime() - Number(timestamp)) <= HOUR_MS;
  if (!isInTime) return 'invalid timestamp';
  const right = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  return same(query.get('sign') ?? '', right) ? undefined : 'sign not match';
}

function same(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function textOf(message: RobotMessage): string {
  return message.msgtype === 'text' ? message.text.content : `${message.markdown.title}\n${message.markdown.text}`;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
