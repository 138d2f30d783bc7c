import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { certificateReader } from '../../shared/sources/event-bridge-http/certificate.ts';
import { refusalOf } from '../../shared/sources/event-bridge-http/verify.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const NOW = new Date('2026-11-24T08:00:00Z');
const TARGET = 'https://watch.example.com/events?source=bus';
const CERTIFICATE = 'https://cn-hangzhou-eventbridge.oss-accelerate.aliyuncs.com/cert.pem';
const BODY = Buffer.from('{"id":"E-1","data":{"name":"\u7f51\u7edc"}}');

interface About {
  readonly at?: Date;
  readonly target?: string;
  readonly token?: string;
  readonly body?: Buffer;
  readonly ending?: string;
}

/** A request as EventBridge signs it; name only what the test is about. */
function signed({ at = NOW, target = TARGET, token, body = BODY, ending = '' }: About = {}) {
  const headers = {
    'x-eventbridge-signature-timestamp': String(at.getTime()),
    'x-eventbridge-hash-method': 'SHA256',
    'x-eventbridge-signature-version': '1.0',
    'x-eventbridge-signature-url': CERTIFICATE,
    ...(token === undefined ? {} : { 'x-eventbridge-signature-token': token }),
  };
  const lines = [target, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join('\n');
  const signature = createSign('RSA-SHA256')
    .update(`${lines}\n`)
    .update(body)
    .update(ending)
    .sign(privateKey, 'base64');
  return { headers: { ...headers, 'x-eventbridge-signature-v2': signature }, body };
}

const CHECK = { targetUrl: TARGET, certificate: () => Promise.resolve(PEM), now: () => NOW };

describe('a signature of EventBridge', () => {
  it('holds, with or without the line’s end after the body', async () => {
    expect(await refusalOf(signed(), CHECK)).toBeUndefined();
    expect(await refusalOf(signed({ ending: '\n' }), CHECK)).toBeUndefined();
  });

  it('holds with the token that the target is configured with', async () => {
    expect(await refusalOf(signed({ token: 'secret' }), { ...CHECK, token: 'secret' })).toBeUndefined();
  });

  it.each([
    ['another body', { ...signed(), body: Buffer.from('{}') }, 'its signature is wrong'],
    ['another address', signed({ target: 'https://evil.example.com/events' }), 'its signature is wrong'],
    ['a minute and more ago', signed({ at: new Date('2026-11-24T07:58:59Z') }), /time stamp/u],
    ['a minute and more ahead', signed({ at: new Date('2026-11-24T08:01:01Z') }), /time stamp/u],
    ['no signature', { headers: {}, body: BODY }, 'it is not signed'],
    [
      'a signature that is no base64',
      { headers: { ...signed().headers, 'x-eventbridge-signature-v2': '!' }, body: BODY },
      'its signature is wrong',
    ],
    [
      'the older hash',
      { headers: { ...signed().headers, 'x-eventbridge-hash-method': 'SHA1' }, body: BODY },
      /hash method/u,
    ],
    [
      'another version',
      { headers: { ...signed().headers, 'x-eventbridge-signature-version': '2.0' }, body: BODY },
      /version/u,
    ],
  ])('is refused for %s', async (_, request, why) => {
    expect(await refusalOf(request, CHECK)).toMatch(why);
  });

  it('is refused with another token, or without any', async () => {
    const check = { ...CHECK, token: 'secret' };

    expect(await refusalOf(signed({ token: 'guess' }), check)).toBe('its token is wrong');
    expect(await refusalOf(signed(), check)).toBe('its token is wrong');
  });

  it('is refused where the certificate is none', async () => {
    const check = { ...CHECK, certificate: () => Promise.resolve('<html>') };

    expect(await refusalOf(signed(), check)).toMatch(/^its certificate cannot be used/u);
  });
});

describe('the certificate of a signature', () => {
  it.each([
    ['another bucket', 'https://evil-eventbridge.oss-accelerate.aliyuncs.com/cert.pem'],
    ['another region than the configured ones', 'https://cn-beijing-eventbridge.oss-accelerate.aliyuncs.com/cert.pem'],
    ['another host', 'https://evil.example.com/cn-hangzhou-eventbridge.oss-accelerate.aliyuncs.com'],
    ['a host that only begins so', 'https://cn-hangzhou-eventbridge.oss-accelerate.aliyuncs.com.evil.example.com/'],
    ['plain http', CERTIFICATE.replace('https', 'http')],
    ['another port', CERTIFICATE.replace('.com/', '.com:8443/')],
    ['a user name', CERTIFICATE.replace('https://', 'https://user@')],
    ['no address', 'cert.pem'],
  ])('is not fetched from %s', async (_, url) => {
    const asked: unknown[] = [];
    const read = certificateReader({
      regions: ['cn-hangzhou'],
      fetch: async (address) => (asked.push(address), new Response(PEM)),
    });

    await expect(read(url)).rejects.toThrow('expected it at https://cn-hangzhou-eventbridge');
    expect(asked).toEqual([]);
  });

  it('is fetched once and kept for an hour', async () => {
    let now = 0;
    const asked: unknown[] = [];
    const read = certificateReader({
      regions: ['cn-hangzhou'],
      fetch: async (address) => (asked.push(address), new Response(PEM)),
      now: () => now,
    });

    expect(await read(CERTIFICATE)).toBe(PEM);
    now = 59 * 60_000;
    await read(CERTIFICATE);
    expect(asked).toHaveLength(1);
    now = 61 * 60_000;
    await read(CERTIFICATE);
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['sends elsewhere', 302, '', 'fetch failed'],
    ['has none', 404, '', 'its address answered 404'],
    ['answers without an end', 200, 'x'.repeat(100_000), 'more than a certificate'],
  ])('is refused where its address %s', async (_, status, body, why) => {
    const server = createServer((__, response) => response.writeHead(status, { location: '/elsewhere' }).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const read = certificateReader({
      regions: ['cn-hangzhou'],
      fetch: (__, options) => fetch(`http://127.0.0.1:${port}/cert.pem`, options),
    });

    await expect(read(CERTIFICATE)).rejects.toThrow(why);
  });
});
