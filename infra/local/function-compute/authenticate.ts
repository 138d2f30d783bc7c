import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { signatureOf, type WireRequest } from '../cloud/signature.ts';
import { type Credentials, FunctionComputeError } from './contract.ts';

/** A request as it came over the wire. */
export type SignedRequest = WireRequest;

/** Who may call. */
export interface Guard {
  readonly accountId: string;
  readonly keyOf: (accessKeyId: string) => Credentials | undefined;
  readonly now?: () => number;
}

const TIME_WINDOW_MS = 15 * 60_000;
const FC = /^FC ([^:\s]+):(\S+)$/u;

/**
 * Lets a request pass that somebody with a key signed: with the signature of older SDKs (`FC <id>:<hmac>`, which
 * `@alicloud/fc2` makes) or with ACS3-HMAC-SHA256. Throws FunctionComputeError.
 */
export function authenticate(request: SignedRequest, guard: Guard): void {
  const { headers } = request;
  const [, id, given] = FC.exec(headers['authorization'] ?? '') ?? [];
  if (id === undefined || given === undefined) return authenticateAcs3(request, guard);
  const key = keyFor(id, headers['x-fc-security-token'], guard);
  if (headers['x-fc-account-id'] !== guard.accountId) throw denied('AccessDenied', 'the account is another one');
  checkAge(headers['date'], guard);
  checkBody(request);
  const computed = createHmac('sha256', key.accessKeySecret).update(textToSign(request)).digest('base64');
  if (!isSame(given, computed)) throw denied('SignatureNotMatch', 'the signature does not match');
}

function authenticateAcs3(request: SignedRequest, guard: Guard): void {
  const signature = signatureOf(request, {});
  if (signature === undefined) throw denied('MissingRequiredHeader', "the 'authorization' header is missing");
  const key = keyFor(signature.accessKeyId, signature.securityToken, guard);
  checkAge(signature.time, guard);
  if (!signature.isSignedWith(key.accessKeySecret)) throw denied('SignatureNotMatch', 'the signature does not match');
}

function keyFor(id: string, token: string | undefined, { keyOf }: Guard): Credentials {
  const key = keyOf(id);
  if (key === undefined) throw denied('InvalidAccessKeyID', 'the access key does not exist');
  if (token !== key.securityToken) throw denied('InvalidSecurityToken', 'the security token does not go with the key');
  return key;
}

function checkAge(time: string | undefined, { now = Date.now }: Guard): void {
  const age = Math.abs(now() - Date.parse(time ?? ''));
  if (Number.isNaN(age) || age > TIME_WINDOW_MS) throw denied('RequestTimeTooSkewed', 'the time is too far off');
}

/** The digest is part of what is signed, so that the body is. */
function checkBody({ headers, body }: SignedRequest): void {
  const digest = createHash('md5').update(body).digest('hex');
  const isRight = headers['content-md5'] === Buffer.from(digest, 'utf8').toString('base64');
  if (body.length > 0 && !isRight) throw new FunctionComputeError(400, 'InvalidArgument', 'the content-md5 is wrong');
}

function textToSign({ method, path, headers }: SignedRequest): string {
  const own = Object.keys(headers)
    .filter((name) => name.startsWith('x-fc-'))
    .toSorted()
    .map((name) => `${name}:${headers[name]}\n`);
  const { 'content-md5': md5 = '', 'content-type': type = '', date = '' } = headers;
  return `${method}\n${md5}\n${type}\n${date}\n${own.join('')}${decodeURIComponent(path)}`;
}

function denied(code: string, message: string): FunctionComputeError {
  return new FunctionComputeError(403, code, message);
}

function isSame(given: string, computed: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(computed)];
  return a.length === b.length && timingSafeEqual(a, b);
}
