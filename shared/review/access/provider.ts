import type * as OpenId from 'openid-client';
import type { ReviewSettings } from '../settings.ts';
import type { Claims } from './allowed.ts';
import { isLoopback } from './local.ts';

/** The way through an OpenID provider: there with a fresh secret in a cookie, back with a code. */
export interface Provider {
  /** Shown on the button: the provider's host. */
  readonly name: string;
  /** Where to go, and what to keep in a cookie until the way back. */
  readonly begin: (next: string) => Promise<{ readonly url: URL; readonly way: string }>;
  /** Checks state, nonce, code and signature; throws when one of them is not right. */
  readonly finish: (search: string, way: string) => Promise<{ readonly claims: Claims; readonly next: string }>;
}

const TIMEOUT_SECONDS = 5;

/** Signing in by authorization code with PKCE. `callback` is the address that is registered with the provider. */
export function openProvider(settings: NonNullable<ReviewSettings['provider']>, callback: string): Provider {
  const issuer = new URL(settings.issuer);
  let discovered: Promise<{ client: typeof OpenId; configuration: OpenId.Configuration }> | undefined;
  const open = async () => {
    discovered ??= discover(settings, issuer);
    try {
      return await discovered;
    } catch (error) {
      discovered = undefined; // it may answer the next time
      throw error;
    }
  };
  return {
    name: issuer.host,
    begin: async (next) => {
      const { client, configuration } = await open();
      const way = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        next,
      };
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: callback,
        scope: 'openid profile email',
        state: way.state,
        nonce: way.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(way.verifier),
        code_challenge_method: 'S256',
        ...(isRam(issuer) ? { scope: 'openid profile aliuid' } : {}),
      });
      return { url, way: Buffer.from(JSON.stringify(way)).toString('base64url') };
    },
    finish: async (search, way) => {
      const { client, configuration } = await open();
      const { state, nonce, verifier, next } = wayOf(way);
      const tokens = await client.authorizationCodeGrant(configuration, new URL(`${callback}${search}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      return { claims: tokens.claims() ?? {}, next };
    },
  };
}

async function discover({ clientId, clientSecret }: NonNullable<ReviewSettings['provider']>, issuer: URL) {
  const client = await import('openid-client');
  const configuration = await client.discovery(issuer, clientId, clientSecret, undefined, {
    timeout: TIMEOUT_SECONDS,
    execute: [
      // The signature counts, not only that the token came over TLS.
      client.enableNonRepudiationChecks,
      // A provider on this machine needs no TLS; every other one does.
      ...(isLoopback(issuer.hostname) ? [client.allowInsecureRequests] : []),
    ],
  });
  return { client, configuration };
}

/** RAM names no addresses; it tells the principal under `profile`, its numbers under a scope of its own. */
function isRam({ hostname }: URL): boolean {
  return /^oauth\.(?:aliyun|alibabacloud)\.com$/u.test(hostname);
}

interface Way {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
}

function wayOf(text: string): Way {
  const way = JSON.parse(Buffer.from(text, 'base64url').toString()) as Partial<Record<keyof Way, unknown>>;
  const { state, nonce, verifier, next } = way;
  if (typeof state !== 'string' || typeof nonce !== 'string' || typeof verifier !== 'string') {
    throw new Error('Expected the cookie of a sign-in that was begun here');
  }
  return { state, nonce, verifier, next: typeof next === 'string' ? next : '/' };
}
