import { createHash, createPublicKey, timingSafeEqual, verify as verifySignature } from 'node:crypto';

/** One request of EventBridge's HTTP target, as it came in. */
export interface SignedRequest {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The bytes of the body, untouched. */
  readonly body: Uint8Array;
}

/** What a signature is held against. */
export interface SignatureCheck {
  /** The address that the target is configured with, path and query included. */
  readonly targetUrl: string;
  /** The token that the target is configured with, if any. */
  readonly token?: string | undefined;
  /** The certificate behind that address, as PEM; throws for an address that is not EventBridge's. */
  readonly certificate: (url: string) => Promise<string>;
  readonly now: () => Date;
}

/** How old a signature may be, or how far ahead a clock. */
const WINDOW_MS = 60_000;

const PREFIX = 'x-eventbridge-signature-';
const SIGNATURE = `${PREFIX}v2`;

/**
 * Verifies signature v2 of an EventBridge HTTP target. Answers undefined where it holds, else why it does not; an older
 * version is refused. https://help.aliyun.com/en/eventbridge/user-guide/signature-algorithm
 */
export async function refusalOf(request: SignedRequest, check: SignatureCheck): Promise<string | undefined> {
  const { headers, body } = request;
  const signature = headers[SIGNATURE];
  const timestamp = headers[`${PREFIX}timestamp`];
  const url = headers[`${PREFIX}url`];
  if (signature === undefined || timestamp === undefined || url === undefined) return 'it is not signed';
  if (headers['x-eventbridge-hash-method'] !== 'SHA256') return 'its hash method is not SHA256';
  if (headers[`${PREFIX}version`] !== '1.0') return 'its signature version is not 1.0';
  if (!isRecent(timestamp, check.now())) return 'its time stamp is more than a minute away from now';
  if (check.token !== undefined && !isSame(headers[`${PREFIX}token`] ?? '', check.token)) return 'its token is wrong';
  const key = await keyFrom(() => check.certificate(url));
  if (typeof key === 'string') return key;
  const signed = Buffer.concat([Buffer.from(`${headLines(headers, check.targetUrl)}\n`), body]);
  const bytes = Buffer.from(signature, 'base64');
  // EventBridge's own reference adds a line's end to the body; the documentation does not.
  const forms = [signed, Buffer.concat([signed, Buffer.from('\n')])];
  return forms.some((form) => verifySignature('RSA-SHA256', form, key, bytes)) ? undefined : 'its signature is wrong';
}

function headLines(headers: SignedRequest['headers'], targetUrl: string): string {
  const names = [
    `${PREFIX}timestamp`,
    'x-eventbridge-hash-method',
    `${PREFIX}version`,
    `${PREFIX}url`,
    `${PREFIX}token`,
  ];
  const lines = names.flatMap((name) => (headers[name] === undefined ? [] : [`${name}: ${headers[name]}`]));
  return [targetUrl, ...lines].join('\n');
}

function isRecent(timestamp: string, now: Date): boolean {
  return /^\d{13}$/u.test(timestamp) && Math.abs(now.getTime() - Number(timestamp)) <= WINDOW_MS;
}

/** Takes the same time whatever is wrong. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

async function keyFrom(read: () => Promise<string>) {
  try {
    return createPublicKey(await read());
  } catch (error) {
    return error instanceof Error
      ? `its certificate cannot be used: ${error.message}`
      : 'its certificate cannot be used';
  }
}
