import { isTimeZone } from '../../config/time-zone.ts';
import { createMiddleware } from 'hono/factory';
import type { Language } from '../../model/text.ts';
import type { Call, Review } from '../review.ts';
import { type Theme, THEMES, type View, type Visitor } from '../view.ts';
import { clockOf } from '../parts/zoned.ts';
import { readCookie } from './cookies.ts';
import { isLocal } from './local.ts';
import { digestOf, formKeyOf, newSecret } from './secret.ts';

const LANGUAGES: readonly Language[] = ['en', 'zh', 'ja'];
const LOCAL: Visitor = { name: 'local', role: 'reviewer', via: 'local' };

/** Finds out who asks, and how they want to see it. */
export function identify(review: Review, base: string) {
  const ownSecret = newSecret();
  return createMiddleware(async (c: Call, next) => {
    const isSecure = (review.reviewUrl ?? c.req.url).startsWith('https:');
    const session = readCookie(c, 'session', isSecure);
    const isOwn = review.isOnLoopback && isLocal(c.req.raw);
    const visitor = isOwn ? LOCAL : await visitorOf(session, review);
    c.set('isSecure', isSecure);
    c.set('session', session);
    c.set('view', {
      ...wishesOf(readCookie(c, 'view', isSecure), review),
      now: review.now(),
      base,
      here: hereOf(c, base),
      visitor,
      formKey: visitor === undefined ? '' : formKeyOf(isOwn ? ownSecret : (session ?? '')),
    });
    await next();
  });
}

async function visitorOf(session: string | undefined, { store }: Review): Promise<Visitor | undefined> {
  if (session === undefined) return undefined;
  const known = await store.sessionOf(digestOf(session));
  return known && { name: known.name, role: known.role, via: known.via };
}

function wishesOf(
  cookie: string | undefined,
  { language, timeZone }: Review,
): Pick<View, 'language' | 'timeZone' | 'clock' | 'theme'> {
  const wishes = new URLSearchParams(cookie ?? '');
  const wished = wishes.get('zone');
  const zone = wished !== null && isTimeZone(wished) ? wished : timeZone;
  return {
    language: LANGUAGES.find((one) => one === wishes.get('language')) ?? language,
    timeZone: zone,
    clock: clockOf(zone),
    theme: THEMES.find((one): one is Theme => one === wishes.get('theme')) ?? 'auto',
  };
}

function hereOf(c: Call, base: string): string {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname.slice(base.length) || '/'}${search}`;
}
