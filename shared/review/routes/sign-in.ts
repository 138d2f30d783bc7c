import { Hono } from 'hono';
import { allowed } from '../access/allowed.ts';
import { dropCookie, readCookie, writeCookie } from '../access/cookies.ts';
import { isFromHere } from '../access/local.ts';
import { digestOf, isSame, newSecret } from '../access/secret.ts';
import { type Refusal, signIn } from '../pages/sign-in.ts';
import type { App, Call, Review } from '../review.ts';
import type { ReviewRole } from '../../store/review-access.ts';
import { SIGN_IN } from '../words/sign-in.ts';
import { show } from './show.ts';

const WAY_SECONDS = 600;
const REFUSALS = 10;
const REFUSAL_MINUTES = 15;

/** In and out. */
export function signInRoutes(review: Review): App {
  const { store, provider, log } = review;
  const app: App = new Hono();
  const page = (c: Call, next: string, refusal?: Refusal) => {
    const status = { wrong: 401, tooMany: 429, refused: 403, failed: 502 } as const;
    const content = signIn({ next, provider: provider?.name, refusal }, c.get('view'));
    return show(c, SIGN_IN.title, content, refusal ? status[refusal.why] : 200);
  };
  app.get('/sign-in', async (c) => {
    const next = safeNext(c.req.query('next'));
    if (c.get('view').visitor) return c.redirect(`${c.get('view').base}${next}`);
    return page(c, next);
  });
  app.post('/sign-in', async (c) => {
    if (!isFromHere(c.req.raw, review.reviewUrl)) return c.text('Not from this page', 403);
    const { token, next: asked } = await c.req.parseBody();
    const next = safeNext(typeof asked === 'string' ? asked : undefined);
    const source = c.env?.source ?? 'unknown';
    if ((await store.refusals(source, REFUSAL_MINUTES)) >= REFUSALS) return page(c, next, { why: 'tooMany' });
    const known = typeof token === 'string' ? await store.tokenOf(digestOf(token.trim())) : undefined;
    if (known) return enter(c, review, { ...known, via: `token ${known.id}` }, next);
    await store.noteRefusal(source);
    log('sign-in refused', { source });
    return page(c, next, { why: 'wrong' });
  });
  app.get('/sign-in/provider', async (c) => {
    if (provider === undefined) return c.notFound();
    try {
      const { url, way } = await provider.begin(safeNext(c.req.query('next')));
      writeCookie(c, 'way', way, { isSecure: c.get('isSecure'), seconds: WAY_SECONDS });
      return c.redirect(url.href, 302);
    } catch (error) {
      return failed(c, error);
    }
  });
  app.get('/sign-in/callback', async (c) => {
    const way = readCookie(c, 'way', c.get('isSecure'));
    if (provider === undefined || way === undefined) return c.redirect(`${c.get('view').base}/sign-in`);
    try {
      const { claims, next } = await provider.finish(new URL(c.req.url).search, way);
      const { name, role } = allowed(claims, review.settings);
      if (role === undefined) return await page(c, '/', { why: 'refused', name });
      return await enter(c, review, { name, role, via: provider.name }, safeNext(next));
    } catch (error) {
      return failed(c, error);
    }
  });
  app.post('/sign-out', async (c) => {
    const { view, session } = c.var;
    const { key } = await c.req.parseBody();
    if (session !== undefined && typeof key === 'string' && isSame(key, view.formKey)) {
      await store.endSession(digestOf(session));
    }
    dropCookie(c, 'session', c.get('isSecure'));
    return c.redirect(`${view.base}/sign-in`, 303);
  });
  return app;

  function failed(c: Call, error: unknown) {
    log('sign-in through the provider failed', { error: error instanceof Error ? error.message : String(error) });
    return page(c, '/', { why: 'failed' });
  }
}

async function enter(
  c: Call,
  { store, settings }: Review,
  who: { readonly name: string; readonly role: ReviewRole; readonly via: string },
  next: string,
): Promise<Response> {
  const secret = newSecret();
  const { name, role, via } = who;
  await store.openSession({ digest: digestOf(secret), name, role, via, minutes: settings.sessionHours * 60 });
  writeCookie(c, 'session', secret, { isSecure: c.get('isSecure'), seconds: settings.sessionHours * 3_600 });
  return c.redirect(`${c.get('view').base}${next}`, 303);
}

/** A path of this page and nothing else: `//elsewhere` leads elsewhere, and so does a backslash. */
export function safeNext(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(next) ? next : '/';
}
