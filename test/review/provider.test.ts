import { describe, expect, it } from 'vitest';
import { allowed } from '../../shared/review/access/allowed.ts';
import { openProvider } from '../../shared/review/access/provider.ts';
import { readReviewSettings } from '../../shared/review/settings.ts';
import { emptyDatabase } from '../support/database.ts';
import { reviewOf } from './support/page.ts';
import { startProvider } from './support/provider.ts';

const PAGE = 'https://review.example.com';
const LISTS = { reviewers: ['alice@acme.onaliyun.com'], viewers: ['@example.com'] };

type Saying = Parameters<typeof startProvider>[0];

/** Goes through the provider as a browser does, from the sign-in page to where it ends. */
async function through(saying: Saying, about: { readonly state?: string; readonly dropCookie?: boolean } = {}) {
  const { issuer } = await startProvider(saying);
  const settings = {
    ...LISTS,
    sessionHours: 1,
    provider: { issuer, clientId: 'ackwatch', clientSecret: 'secret of ackwatch' },
  };
  const provider = openProvider(settings.provider, `${PAGE}/sign-in/callback`);
  const { app, store, logged } = reviewOf(await emptyDatabase(), {
    settings,
    provider,
    isOnLoopback: false,
    reviewUrl: PAGE,
  });
  const begun = await app.request(`${PAGE}/sign-in/provider?next=/rules`);
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const consented = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
  const callback = new URL(consented.headers.get('location') ?? '');
  if (about.state !== undefined) callback.searchParams.set('state', about.state);
  const headers = about.dropCookie ? {} : { Cookie: cookie };
  const back = await app.request(callback, { headers });
  return { app, store, logged, begun, back, callback, headers };
}

describe('signing in through a provider', () => {
  it('ends where it began, with the role that the lists give', async () => {
    const { app, back } = await through({ claims: { sub: 's-1', upn: 'Alice@acme.onaliyun.com' } });

    const session = back.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await app.request(`${PAGE}/rules`, { headers: { Cookie: session } });

    expect([back.status, back.headers.get('location')]).toEqual([303, '/rules']);
    expect(await page.text()).toContain('alice@acme.onaliyun.com');
  });

  it('asks with PKCE, state and nonce, and keeps what it needs in a cookie for ten minutes', async () => {
    const { begun } = await through({ claims: { sub: 's-1', upn: 'alice@acme.onaliyun.com' } });

    const asked = new URL(begun.headers.get('location') ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'ackwatch',
      redirect_uri: `${PAGE}/sign-in/callback`,
      code_challenge_method: 'S256',
    });
    expect(asked.get('state')).toHaveLength(43);
    expect(begun.headers.get('set-cookie')).toMatch(/__Host-ackwatch-way=.*Max-Age=600.*HttpOnly.*Secure/u);
  });

  it.each<[string, Saying, Parameters<typeof through>[1]]>([
    ['a token signed with another key', { claims: { sub: 's', upn: 'alice@acme.onaliyun.com' }, isForged: true }, {}],
    ['a token for another sign-in', { claims: { sub: 's', upn: 'alice@acme.onaliyun.com' }, nonce: 'other' }, {}],
    ['a token for another client', { claims: { sub: 's', upn: 'alice@acme.onaliyun.com', aud: 'other' } }, {}],
    ['a token that ran out', { claims: { sub: 's', upn: 'alice@acme.onaliyun.com', exp: 1 } }, {}],
    ['an answer to another question', { claims: { sub: 's', upn: 'alice@acme.onaliyun.com' } }, { state: 'other' }],
  ])('lets nobody in with %s', async (_, saying, about) => {
    const { back, logged } = await through(saying, about);

    expect(back.status).toBe(502);
    expect(back.headers.get('set-cookie')).toBeNull();
    expect(logged).toMatchObject([{ message: 'sign-in through the provider failed' }]);
  });

  it('lets nobody in who did not begin here, nor with the same code twice', async () => {
    const lost = await through({ claims: { sub: 's', upn: 'alice@acme.onaliyun.com' } }, { dropCookie: true });
    const { app, callback, headers } = await through({ claims: { sub: 's', upn: 'alice@acme.onaliyun.com' } });

    const again = await app.request(callback, { headers });

    expect(lost.back.headers.get('location')).toBe('/sign-in');
    expect(again.status).toBe(502);
  });

  it('tells whoever is on no list that they are known but not expected', async () => {
    const { back } = await through({ claims: { sub: 's-9', upn: 'mallory@other.onaliyun.com' } });

    expect(back.status).toBe(403);
    expect(await back.text()).toContain('mallory@other.onaliyun.com');
  });
});

describe('who is allowed', () => {
  it.each([
    [{ sub: 's', upn: 'ALICE@acme.onaliyun.com' }, 'reviewer'],
    [{ sub: 's', email: 'bob@example.com', email_verified: true }, 'viewer'],
    [{ sub: 's', email: 'bob@example.com', email_verified: false }, undefined],
    [{ sub: 's', email: 'bob@example.com' }, undefined],
    [{ sub: 's', preferred_username: 'alice@acme.onaliyun.com', name: 'alice@acme.onaliyun.com' }, undefined],
    [{ sub: 's', email: 'bob@evil-example.com', email_verified: true }, undefined],
    [{ sub: 'alice@acme.onaliyun.com' }, 'reviewer'],
    [{}, undefined],
  ])('%j is %s', (claims, role) => {
    expect(allowed(claims, LISTS).role).toBe(role);
  });
});

describe('the settings', () => {
  const SET = {
    ACKWATCH_REVIEW_ISSUER: 'https://oauth.aliyun.com',
    ACKWATCH_REVIEW_CLIENT_ID: 'id',
    ACKWATCH_REVIEW_CLIENT_SECRET: 'not to be told',
    ACKWATCH_REVIEW_REVIEWERS: ' Alice@acme.onaliyun.com, ,@Example.com',
  };

  it('know who may come in, without regard to case', () => {
    expect(readReviewSettings(SET)).toMatchObject({
      provider: { issuer: 'https://oauth.aliyun.com', clientId: 'id' },
      reviewers: ['alice@acme.onaliyun.com', '@example.com'],
      viewers: [],
      sessionHours: 12,
    });
    expect(readReviewSettings({})).toMatchObject({ provider: undefined, reviewers: [] });
  });

  it.each([
    [{ ACKWATCH_REVIEW_CLIENT_SECRET: '' }, 'ACKWATCH_REVIEW_CLIENT_SECRET'],
    [{ ACKWATCH_REVIEW_REVIEWERS: '' }, 'ACKWATCH_REVIEW_REVIEWERS'],
    [{ ACKWATCH_REVIEW_ISSUER: 'oauth' }, 'ACKWATCH_REVIEW_ISSUER'],
    [{ ACKWATCH_REVIEW_SESSION_HOURS: '1000' }, 'ACKWATCH_REVIEW_SESSION_HOURS'],
  ])('name what is wrong and tell no secret: %j', (about, name) => {
    expect(() => readReviewSettings({ ...SET, ...about })).toThrow(name);
    expect(() => readReviewSettings({ ...SET, ...about })).not.toThrow('not to be told');
  });
});
