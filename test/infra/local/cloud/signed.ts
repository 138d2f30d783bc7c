import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { Key } from '../../../../infra/local/cloud/keys.ts';

/** A request signed by hand, so that one thing about it can be wrong. */
export interface Sent {
  readonly action: string;
  readonly version: string;
  readonly method?: string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly secret?: string;
  readonly token?: string | undefined;
  readonly date?: Date;
  readonly nonce?: string;
  /** Sent in place of what was signed. */
  readonly tampered?: Readonly<Record<string, string>>;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const queryOf = (query: Readonly<Record<string, string>>): string =>
  Object.keys(query)
    .toSorted()
    .map((name) => `${encode(name)}=${encode(query[name] ?? '')}`)
    .join('&');

/** Sends with an ACS3-HMAC-SHA256 signature. */
export async function sendSigned(origin: string, key: Key, sent: Sent): Promise<Response> {
  const { method = 'POST', path = '/', query = {}, form, json, token = key.securityToken } = sent;
  const body = form ? queryOf(form) : json === undefined ? '' : JSON.stringify(json);
  const headers: Record<string, string> = {
    host: new URL(origin).host,
    'x-acs-action': sent.action,
    'x-acs-version': sent.version,
    'x-acs-date': `${(sent.date ?? new Date()).toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': sent.nonce ?? randomUUID(),
    'x-acs-content-sha256': sha256(body),
    ...(token === undefined || token === '' ? {} : { 'x-acs-security-token': token }),
    ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    ...(json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
  };
  const names = Object.keys(headers).toSorted();
  const canonical = [
    method,
    path,
    queryOf(query),
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n');
  const signature = createHmac('sha256', sent.secret ?? key.accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex');
  const credential = `Credential=${key.accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
  const search = queryOf(sent.tampered ?? query);
  return fetch(`${origin}${path}${search === '' ? '' : `?${search}`}`, {
    method,
    headers: { ...headers, authorization: `ACS3-HMAC-SHA256 ${credential}` },
    ...(body === '' ? {} : { body }),
  });
}

/** Sends as older SDKs do: everything in the query, signed with HMAC-SHA1. */
export async function sendOldRpc(origin: string, key: Key, sent: Sent): Promise<Response> {
  const query: Record<string, string> = {
    Action: sent.action,
    Version: sent.version,
    Format: 'JSON',
    AccessKeyId: key.accessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: sent.nonce ?? randomUUID(),
    Timestamp: `${(sent.date ?? new Date()).toISOString().slice(0, 19)}Z`,
    ...(key.securityToken === undefined ? {} : { SecurityToken: key.securityToken }),
    ...sent.query,
  };
  const text = `GET&${encode('/')}&${encode(queryOf(query))}`;
  const Signature = createHmac('sha1', `${sent.secret ?? key.accessKeySecret}&`)
    .update(text)
    .digest('base64');
  return fetch(`${origin}/?${queryOf({ ...query, Signature })}`);
}
