import { createHash, createHmac } from 'node:crypto';

/** The keys that sign; the token where they are those of a role. */
export interface SlsKeys {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string | undefined;
}

/** A request of Log Service before it is signed; `query` not yet encoded. */
export interface SlsRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly region: string;
}

const SCHEME = 'SLS4-HMAC-SHA256';
const TERMINATOR = 'aliyun_v4_request';

/** The headers with Log Service's signature of version 4: bound to the day, the region and every `x-log-` header. */
export function signSls(request: SlsRequest, keys: SlsKeys, at: Date): Readonly<Record<string, string>> {
  const time = at.toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  const day = time.slice(0, 8);
  const content = sha256(request.body ?? '');
  const headers: Record<string, string> = {
    ...request.headers,
    ...(keys.securityToken ? { 'x-acs-security-token': keys.securityToken } : {}),
    'x-log-content-sha256': content,
    'x-log-date': time,
  };
  const scope = [day, request.region, 'sls', TERMINATOR].join('/');
  const text = [SCHEME, time, scope, sha256(canonical({ ...request, headers }, content))].join('\n');
  const key = [day, request.region, 'sls', TERMINATOR].reduce<string | Buffer>(
    hmac,
    `aliyun_v4${keys.accessKeySecret}`,
  );
  const signature = hmac(key, text).toString('hex');
  return { ...headers, authorization: `${SCHEME} Credential=${keys.accessKeyId}/${scope},Signature=${signature}` };
}

/** Percent-encoding as the signature wants it: nothing but letters, digits and `_-~.` stays. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/gu,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function canonical({ method, path, query, headers }: SlsRequest, content: string): string {
  const asked = Object.entries(query)
    .toSorted(byName)
    .map(([name, value]) => (value === '' ? name : `${name}=${percentEncoded(value)}`));
  const lowered = Object.entries(headers).map(([name, value]): [string, string] => [name.toLowerCase(), value.trim()]);
  const signed = lowered.filter(([name]) => isSigned(name)).toSorted(byName);
  const lines = signed.map(([name, value]) => `${name}:${value}\n`).join('');
  return [method, path, asked.join('&'), lines, signed.map(([name]) => name).join(';'), content].join('\n');
}

function isSigned(name: string): boolean {
  return name === 'content-type' || name === 'host' || name.startsWith('x-log-') || name.startsWith('x-acs-');
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
