import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { type Checked, json, type Post, type Receiver, startReceiver } from './server.ts';

const Card = z.object({
  msg_type: z.literal('interactive'),
  timestamp: z.string().optional(),
  sign: z.string().optional(),
  card: z.object({
    header: z.object({ title: z.object({ content: z.string() }), template: z.string() }),
    elements: z.array(z.object({ tag: z.literal('markdown'), content: z.string() })).min(1),
  }),
});

const MOST_BYTES = 20 * 1_024;
const HOUR_S = 3_600;

/** The stand-in for one custom robot of a Feishu group; `messages` are the texts of its cards. */
export async function startFeishu({ secret }: { readonly secret?: string } = {}): Promise<
  Receiver<string> & { readonly webhook: string }
> {
  const receiver = await startReceiver((post) => check(post, secret));
  return { ...receiver, webhook: `${receiver.origin}/open-apis/bot/v2/hook/TOKEN-hunter2` };
}

function check({ path, body }: Post, secret: string | undefined): Checked<string> {
  if (path !== '/open-apis/bot/v2/hook/TOKEN-hunter2')
    return refused(19001, 'param invalid: incoming webhook access token invalid');
  const read = Card.safeParse(parsed(body));
  if (!read.success || Buffer.byteLength(body) > MOST_BYTES) return refused(9499, 'Bad Request');
  const { timestamp = '', sign, card } = read.data;
  if (secret !== undefined && !isSigned(secret, timestamp, sign))
    return refused(19021, 'sign match fail or timestamp is not within one hour from current time');
  return {
    taken: card.elements.map(({ content }) => content).join('\n'),
    answer: json({ code: 0, msg: 'success', StatusCode: 0 }),
  };
}

function isSigned(secret: string, timestamp: string, sign: string | undefined): boolean {
  const isInTime = Math.abs(Date.now() / 1_000 - Number(timestamp)) <= HOUR_S;
  return isInTime && sign === createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');
}

function refused(code: number, msg: string): Checked<string> {
  return { answer: json({ code, msg, data: {} }) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
