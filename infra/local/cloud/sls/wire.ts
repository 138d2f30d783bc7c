import { createHash, createHmac, randomUUID } from 'node:crypto';
import { encode, isSame, type Signature, type WireRequest } from '../signature.ts';

const HOST = /^([\w-]+)\.[\w-]+\.log\.aliyuncs\.com$/u;
const V4 = /^SLS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/sls\/aliyun_v4_request,Signature=([0-9a-f]+)$/u;

/** The project that the host of a request names; undefined: the request is for another product. */
export function projectOfHost({ headers }: WireRequest): string | undefined {
  return HOST.exec(headers['host'] ?? '')?.[1];
}

/** Reads the signature of version 4. It has no nonce: every request counts as new. */
export function slsSignatureOf(request: WireRequest): Signature | undefined {
  const { headers } = request;
  const [, accessKeyId, day, region, given] = V4.exec(headers['authorization'] ?? '') ?? [];
  if (accessKeyId === undefined || day === undefined || region === undefined || given === undefined) return undefined;
  const stamp = headers['x-log-date'] ?? '';
  return {
    accessKeyId,
    securityToken: headers['x-acs-security-token'],
    nonce: randomUUID(),
    time: stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u, '$1-$2-$3T$4:$5:$6Z'),
    isSignedWith: (secret) => {
      const scope = `${day}/${region}/sls/aliyun_v4_request`;
      const text = `SLS4-HMAC-SHA256\n${stamp}\n${scope}\n${sha256(canonicalRequest(request))}`;
      const key = scope.split('/').reduce<Buffer>((last, part) => hmac(last, part), Buffer.from(`aliyun_v4${secret}`));
      return stamp.startsWith(day) && isSame(given, hmac(key, text).toString('hex'));
    },
  };
}

function canonicalRequest({ method, path, query, headers, body }: WireRequest): string {
  const names = Object.keys(headers).filter((name) => /^(?:content-type|host|x-log-.*|x-acs-.*)$/u.test(name));
  const sorted = names.toSorted();
  const lines = sorted.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('');
  const asked = Object.keys(query)
    .toSorted()
    .map((name) => (query[name] === '' ? name : `${name}=${encode(query[name] ?? '')}`));
  return [method, path, asked.join('&'), lines, sorted.join(';'), sha256(body)].join('\n');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
