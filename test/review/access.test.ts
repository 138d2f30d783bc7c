import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf, newToken } from '../../shared/review/access/secret.ts';
import type { ReviewRole } from '../../shared/store/review-access.ts';
import { emptyDatabase, query } from '../support/database.ts';
import { openStore } from '../../shared/store/postgres.ts';
import { recordFinding } from './support/account.ts';
import { reviewOf } from './support/page.ts';

const PAGE = 'https://review.example.com';
const FINDING = 'a11ce0000000000000000001';

let url: string;
beforeEach(async () => {
  url = await emptyDatabase();
  const store = openStore({ databaseUrl: url });
  await recordFinding(store, { id: FINDING });
  await store.close();
});

/** The page as it stands in the cloud, where everybody has to sign in. */
function open() {
  const { app, store, logged } = reviewOf(url, { isOnLoopback: false, reviewUrl: PAGE });
  const ask = (path: string, about: RequestInit = {}, source = '198.51.100.1') =>
    Promise.resolve(app.request(`${PAGE}${path}`, { redirect: 'manual', ...about }, { source }));
  const issue = async (role: ReviewRole, days = 1) => {
    const { id, token } = newToken();
    await store.issueToken({ id, digest: digestOf(token), name: `${role}@example.com`, role, days });
    return { id, token };
  };
  const signIn = (token: string, next = '', source?: string) =>
    ask('/sign-in', { method: 'POST', body: new URLSearchParams({ token, next }), headers: { Origin: PAGE } }, source);
  const enter = async (role: ReviewRole) => {
    const { token } = await issue(role);
    return cookieOf(await signIn(token));
  };
  return { ask, issue, signIn, enter, store, logged };
}

function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function formKeyIn(response: Response): Promise<string> {
  return /name="key" value="([^"]+)"/u.exec(await response.text())?.[1] ?? '';
}

describe('signing in', () => {
  it('sends whoever opens a link to sign in first, and back to it afterwards', async () => {
    const { ask, issue, signIn } = open();
    const { token } = await issue('viewer');

    const sent = await ask(`/findings/${FINDING}`);
    const page = await ask(sent.headers.get('location') ?? '');
    const back = await signIn(token, `/findings/${FINDING}`);
    const there = await ask(back.headers.get('location') ?? '', { headers: { Cookie: cookieOf(back) } });

    expect(sent.headers.get('location')).toBe(`/sign-in?next=%2Ffindings%2F${FINDING}`);
    expect(await page.text()).toContain(`name="next" value="/findings/${FINDING}"`);
    expect([back.status, back.headers.get('location')]).toEqual([303, `/findings/${FINDING}`]);
    expect(there.status).toBe(200);
  });

  it('keeps the session in a cookie that scripts and other sites do not get', async () => {
    const { issue, signIn } = open();

    const response = await signIn((await issue('viewer')).token);

    const cookie = response.headers.get('set-cookie') ?? '';
    for (const part of ['__Host-ackwatch-session=', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=43200']) {
      expect(cookie).toContain(part);
    }
  });

  it('keeps neither token nor session as such', async () => {
    const { issue, signIn } = open();
    const { token } = await issue('viewer');
    const [, session = ''] = cookieOf(await signIn(token)).split('=');

    const rows = await query(url, 'select row_to_json(t)::text as t from review_tokens t');
    const sessions = await query(url, 'select row_to_json(s)::text as s from review_sessions s');

    expect(JSON.stringify([rows, sessions])).not.toContain(token);
    expect(JSON.stringify([rows, sessions])).not.toContain(session);
    expect(session).toHaveLength(43);
  });

  it.each(['https://elsewhere.example', '//elsewhere.example', String.raw`/\elsewhere.example`, 'findings', '/a b'])(
    'leads nowhere else: %s',
    async (next) => {
      const { issue, signIn } = open();

      const response = await signIn((await issue('viewer')).token, next);

      expect(response.headers.get('location')).toBe('/');
    },
  );

  it('refuses a wrong, an expired and a revoked token, and ends the sessions of the revoked one', async () => {
    const { ask, issue, signIn, store } = open();
    const expired = await issue('viewer');
    await query(url, `update review_tokens set expires_at = now() - interval '1 second'`);
    const revoked = await issue('viewer');
    const cookie = cookieOf(await signIn(revoked.token));
    await store.revokeToken(revoked.id);

    const answers = [await signIn('ackw_wrong'), await signIn(expired.token), await signIn(revoked.token)];
    const kickedOut = await ask('/findings', { headers: { Cookie: cookie } });

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(kickedOut.status).toBe(302);
  });

  it('ends a session after its hours, and when its owner says so', async () => {
    const { ask, enter } = open();
    const first = await enter('viewer');
    const key = await formKeyIn(await ask('/rules', { headers: { Cookie: first } }));
    await ask('/sign-out', { method: 'POST', body: new URLSearchParams({ key }), headers: { Cookie: first } });
    const second = await enter('viewer');
    await query(url, `update review_sessions set expires_at = now() - interval '1 second'`);

    const answers = [first, second].map((cookie) => ask('/findings', { headers: { Cookie: cookie } }));

    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([302, 302]);
  });

  it('takes ten wrong tokens from one address, then makes it wait; others may go on', async () => {
    const { issue, signIn } = open();
    const { token } = await issue('viewer');
    for (let tried = 0; tried < 10; tried += 1) await signIn(`wrong ${tried}`);

    const here = await signIn(token);
    const elsewhere = await signIn(token, '', '198.51.100.2');

    expect([here.status, elsewhere.status]).toEqual([429, 303]);
  });
});

describe('acting', () => {
  const comment = (key: string, about: Record<string, string>) => ({
    method: 'POST',
    body: new URLSearchParams({ key, text: 'seen' }),
    headers: about,
  });

  it('is for reviewers, from their own page', async () => {
    const { ask, enter, store } = open();
    const cookie = await enter('reviewer');
    const key = await formKeyIn(await ask(`/findings/${FINDING}`, { headers: { Cookie: cookie } }));
    const post = `/findings/${FINDING}/comment`;

    const done = await ask(post, comment(key, { Cookie: cookie, Origin: PAGE, 'Sec-Fetch-Site': 'same-origin' }));

    expect(done.status).toBe(303);
    expect(await store.entries(FINDING)).toMatchObject([
      { action: 'comment', by: 'reviewer@example.com', text: 'seen' },
    ]);
  });

  it('is refused to viewers, to strangers, without the key of the visitor, and from other sites', async () => {
    const { ask, enter, store } = open();
    const reviewer = await enter('reviewer');
    const viewer = await enter('viewer');
    const key = await formKeyIn(await ask(`/findings/${FINDING}`, { headers: { Cookie: reviewer } }));
    const viewersKey = await formKeyIn(await ask(`/findings/${FINDING}`, { headers: { Cookie: viewer } }));
    const post = `/findings/${FINDING}/comment`;

    const answers = await Promise.all([
      ask(post, comment(viewersKey, { Cookie: viewer })),
      ask(post, comment(key, {})),
      ask(post, comment('', { Cookie: reviewer })),
      ask(post, comment(viewersKey, { Cookie: reviewer })),
      ask(post, comment(key, { Cookie: reviewer, Origin: 'https://elsewhere.example' })),
      ask(post, comment(key, { Cookie: reviewer, 'Sec-Fetch-Site': 'cross-site' })),
      ask(post, comment(key, { Cookie: reviewer, Origin: 'null' })),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 401, 403, 403, 403, 403, 403]);
    expect(await store.entries(FINDING)).toEqual([]);
  });

  it('never happens by opening an address', async () => {
    const { ask, enter, store } = open();
    const cookie = await enter('reviewer');

    for (const action of ['verdict', 'comment', 'accept', 'suppress', 'reopen']) {
      const answer = await ask(`/findings/${FINDING}/${action}?verdict=test&text=x`, { headers: { Cookie: cookie } });
      expect(answer.status).toBe(404);
    }

    expect(await store.entries(FINDING)).toEqual([]);
  });
});

describe('without signing in', () => {
  const asked = async (isOnLoopback: boolean, address: string, headers: Record<string, string> = {}) => {
    const { app } = reviewOf(url, { isOnLoopback });
    return (await app.request(address, { headers })).status;
  };

  it.each(['http://localhost:8080/', 'http://127.0.0.1/', 'http://[::1]:9/'])(
    'is only for a server on loopback, asked for under its name: %s',
    async (address) => {
      expect([await asked(true, address), await asked(false, address)]).toEqual([200, 302]);
    },
  );

  it.each(['http://review.example.com/', 'http://localhost.example.com/', 'http://10.0.0.1/'])(
    'is not for a name that only leads here: %s',
    async (address) => {
      expect(await asked(true, address)).toBe(302);
    },
  );

  it.each(['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'X-Real-IP', 'Via'])(
    'is not for what a proxy passed on: %s',
    async (header) => {
      expect(await asked(true, 'http://localhost/', { [header]: 'x' })).toBe(302);
    },
  );
});

describe('preferences', () => {
  it('change language, zone and colours of the browser that asked, and lead back', async () => {
    const { app } = reviewOf(url);
    const body = new URLSearchParams({ language: 'ja', zone: 'Asia/Tokyo', theme: 'dark', here: '/rules' });

    const saved = await app.request('http://localhost/preferences', { method: 'POST', body });
    const page = await app.request('http://localhost/rules', { headers: { Cookie: cookieOf(saved) } });

    const text = await page.text();
    expect(saved.headers.get('location')).toBe('/rules');
    expect(text).toContain('<html lang="ja" data-theme="dark">');
    expect(text).toContain('Asia/Tokyo');
  });

  it('fall back where a cookie says nonsense', async () => {
    const { app } = reviewOf(url);

    const page = await app.request('http://localhost/rules', {
      headers: { Cookie: 'ackwatch-view=language%3Dxx%26zone%3DMars%2FBase%26theme%3D%22%3E' },
    });

    expect(await page.text()).toContain('<html lang="en" data-theme="auto">');
  });
});
