import { createHmac } from 'node:crypto';
import { ChannelError } from '../../errors.ts';
import { post } from '../post.ts';
import type { WebhookMessage } from './message.ts';

/** One program that takes findings. */
interface Target {
  readonly url: string;
  /** Signs; `whsec_…` is base64, anything else is taken as it stands. */
  readonly secret: string;
}

/**
 * Posts one message, signed as Standard Webhooks asks (https://www.standardwebhooks.com): `webhook-signature` is `v1,` and
 * base64 of HMAC-SHA256 over `id.seconds.body`. Without retry. Throws ChannelError; neither address nor secret is part of it.
 */
export async function sendToWebhook({ url, secret }: Target, message: WebhookMessage, now: Date): Promise<void> {
  const { id, contentType, events } = message;
  const body = JSON.stringify(events.length === 1 ? events[0] : events);
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64');
  const headers = {
    'content-type': `${contentType}; charset=utf-8`,
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  const { status, restMs } = await post('The webhook', url, { body, headers });
  if (status >= 200 && status < 300) return;
  throw new ChannelError(kindOf(status), `The webhook answered HTTP ${status}`, { restMs });
}

function kindOf(status: number): ChannelError['kind'] {
  if (status === 429) return 'throttled';
  if (status === 413) return 'too-long';
  if ([401, 403, 404, 405, 410].includes(status)) return 'configuration';
  return status >= 400 && status < 500 && status !== 408 ? 'bug' : 'retry-soon';
}

function keyOf(secret: string): Buffer {
  return secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret);
}
