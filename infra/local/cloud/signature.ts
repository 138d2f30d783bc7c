import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A request as it came over the wire: path and header values as sent, query decoded. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What a signed request says of itself. `isSignedWith` recomputes the signature over what really arrived. */
export interface Signature {
  readonly accessKeyId: string;
  readonly securityToken: string | undefined;
  readonly nonce: string | undefined;
  readonly time: string | undefined;
  readonly isSignedWith: (secret: string) => boolean;
}

const ACS3 = /^ACS3-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]+)$/u;

/** Reads an ACS3-HMAC-SHA256 `Authorization` header, else the `Signature` parameter of older SDKs; undefined: unsigned. */
export function signatureOf(request: WireRequest, form: Readonly<Record<string, string>>): Signature | undefined {
  return acs3Of(request) ?? rpcOf(request, form);
}

/** Percent-encoding of RFC 3986, as every signature of Alibaba Cloud wants it. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function acs3Of(request: WireRequest): Signature | undefined {
  const { headers } = request;
  const [, accessKeyId, signedHeaders, given] = ACS3.exec(headers['authorization'] ?? '') ?? [];
  if (accessKeyId === undefined || signedHeaders === undefined || given === undefined) return undefined;
  return {
    accessKeyId,
    securityToken: headers['x-acs-security-token'],
    nonce: headers['x-acs-signature-nonce'],
    time: headers['x-acs-date'],
    isSignedWith: (secret) => {
      const text = `ACS3-HMAC-SHA256\n${sha256(canonicalRequest(request, signedHeaders))}`;
      return isSame(given, createHmac('sha256', secret).update(text).digest('hex'));
    },
  };
}

function canonicalRequest(request: WireRequest, signedHeaders: string): string {
  const { method, path, headers, body } = request;
  const uri = path.replace(/\+/gu, '%20').replace(/\*/gu, '%2A').replace(/%7E/giu, '~');
  const names = signedHeaders.split(';');
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('');
  return [method, uri, sorted(request.query, (key) => key), lines, signedHeaders, sha256(body)].join('\n');
}

function rpcOf(request: WireRequest, form: Readonly<Record<string, string>>): Signature | undefined {
  const { Signature: given, ...signed } = { ...request.query, ...form };
  const accessKeyId = signed['AccessKeyId'];
  if (given === undefined || accessKeyId === undefined || signed['SignatureMethod'] !== 'HMAC-SHA1') return undefined;
  return {
    accessKeyId,
    securityToken: signed['SecurityToken'],
    nonce: signed['SignatureNonce'],
    time: signed['Timestamp'],
    isSignedWith: (secret) => {
      const text = `${request.method}&${encode('/')}&${encode(sorted(signed, encode))}`;
      return isSame(given, createHmac('sha1', `${secret}&`).update(text).digest('base64'));
    },
  };
}

function sorted(query: Readonly<Record<string, string>>, name: (key: string) => string): string {
  const keys = Object.keys(query).toSorted();
  return keys.map((key) => `${name(key)}=${encode(query[key] ?? '')}`).join('&');
}

function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Compares two signatures in the same time, whatever they are. */
export function isSame(given: string, computed: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(computed)];
  return a.length === b.length && timingSafeEqual(a, b);
}
