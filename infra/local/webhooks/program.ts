import { createHmac } from 'node:crypto';
import { type Checked, type Post, type Receiver, startReceiver } from './server.ts';

/** A CloudEvent as it arrived. */
export interface Arrived {
  readonly specversion: string;
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const FIVE_MINUTES_S = 300;

/** The stand-in for a program that takes signed CloudEvents, one or a batch; a wrong or late signature is refused with 401. */
export async function startProgram(
  secret: string | Buffer,
): Promise<Receiver<readonly Arrived[]> & { readonly url: string }> {
  const receiver = await startReceiver((post) => check(post, secret));
  return { ...receiver, url: `${receiver.origin}/hooks/TOKEN-hunter2` };
}

function check({ headers, body }: Post, secret: string | Buffer): Checked<readonly Arrived[]> {
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) => String(headers[`webhook-${name}`]));
  const right = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  const isInTime = Math.abs(Date.now() / 1_000 - Number(timestamp)) <= FIVE_MINUTES_S;
  if (!isInTime || signature !== `v1,${right}`) return { answer: { status: 401, body: '' } };
  const isBatch = String(headers['content-type']).startsWith('application/cloudevents-batch+json');
  const events = JSON.parse(body) as Arrived | readonly Arrived[];
  if (Array.isArray(events) !== isBatch) return { answer: { status: 400, body: '' } };
  return { taken: [events].flat() as readonly Arrived[], answer: { status: 204, body: '' } };
}
