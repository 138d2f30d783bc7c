import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** The three cookies of the page; over TLS their names forbid that another host or path sets them. */
const NAMES = { session: 'ackwatch-session', way: 'ackwatch-way', view: 'ackwatch-view' } as const;
export type Cookie = keyof typeof NAMES;

export function readCookie(c: Context, cookie: Cookie, isSecure: boolean): string | undefined {
  return getCookie(c, nameOf(cookie, isSecure));
}

/** Function Compute passes one cookie of an answer on, so an answer sets one. */
export function writeCookie(
  c: Context,
  cookie: Cookie,
  value: string,
  { isSecure, seconds }: { readonly isSecure: boolean; readonly seconds: number },
): void {
  setCookie(c, nameOf(cookie, isSecure), value, {
    path: '/',
    httpOnly: true,
    // Lax: a link in a message opens the page signed in; forms of other sites carry nothing.
    sameSite: 'Lax',
    secure: isSecure,
    maxAge: seconds,
  });
}

export function dropCookie(c: Context, cookie: Cookie, isSecure: boolean): void {
  deleteCookie(c, nameOf(cookie, isSecure), { path: '/', secure: isSecure });
}

function nameOf(cookie: Cookie, isSecure: boolean): string {
  return isSecure ? `__Host-${NAMES[cookie]}` : NAMES[cookie];
}
