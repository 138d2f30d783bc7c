import { createHmac } from 'node:crypto';

/**
 * The robot's address with `timestamp` and `sign`: base64 of HMAC-SHA256 over `milliseconds\nsecret`, keyed with the
 * secret. The robot refuses a timestamp more than an hour off. Without a secret the address stays as it is.
 */
export function signedUrl(webhook: string, secret: string | undefined, now: Date): URL {
  const url = new URL(webhook);
  if (secret === undefined) return url;
  const timestamp = String(now.getTime());
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return url;
}
