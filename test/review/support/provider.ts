import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

/** What a test makes the provider say. */
interface Saying {
  readonly claims: Readonly<Record<string, unknown>>;
  /** Signs with a key that it does not publish. */
  readonly isForged?: boolean;
  readonly nonce?: string;
}

/** A real OpenID provider on this machine: discovery, keys, consent without asking, codes with PKCE, signed tokens. */
export async function startProvider(saying: Saying) {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const others = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, { challenge: string; nonce: string; clientId: string }>();
  let issuer = '';

  const routes: Readonly<Record<string, (url: URL, body: URLSearchParams) => { status: number; answer: unknown }>> = {
    '/.well-known/openid-configuration': () =>
      ok({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      }),
    '/keys': () => ok({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] }),
    '/token': (_, body) => {
      const grant = grants.get(body.get('code') ?? '');
      grants.delete(body.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(body.get('code_verifier') ?? '')
        .digest('base64url');
      const isRight = grant?.challenge === challenge && body.get('client_secret') === 'secret of ackwatch';
      if (!isRight) return { status: 400, answer: { error: 'invalid_grant' } };
      const now = Math.floor(Date.now() / 1_000);
      const claims = { iss: issuer, aud: grant.clientId, iat: now, exp: now + 300, nonce: saying.nonce ?? grant.nonce };
      const idToken = signed({ ...claims, ...saying.claims }, saying.isForged ? others.privateKey : keys.privateKey);
      return ok({ access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: idToken });
    },
  };

  const server = createServer((request, response) => void serve(request, response));
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      const get = (name: string) => url.searchParams.get(name) ?? '';
      grants.set(code, { challenge: get('code_challenge'), nonce: get('nonce'), clientId: get('client_id') });
      const back = new URL(get('redirect_uri'));
      back.search = new URLSearchParams({ code, state: get('state') }).toString();
      response.writeHead(302, { Location: back.href }).end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const route = routes[url.pathname];
    const { status, answer } = route?.(url, new URLSearchParams(Buffer.concat(chunks).toString())) ?? {
      status: 404,
      answer: {},
    };
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  }

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  onTestFinished(() => void server.close());
  return { issuer };
}

function ok(answer: unknown) {
  return { status: 200, answer };
}

function signed(claims: object, key: Parameters<ReturnType<typeof createSign>['sign']>[0]): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${part(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key, 'base64url')}`;
}
