import { createMiddleware } from 'hono/factory';
import { problem } from '../pages/problem.ts';
import { show } from '../routes/show.ts';
import type { Call, Review } from '../review.ts';
import { href } from '../view.ts';
import { SHELL } from '../words/shell.ts';
import { isFromHere } from './local.ts';
import { isSame } from './secret.ts';

/** Lets in who is signed in; who is not comes back here after signing in. */
export const signedInOnly = createMiddleware(async (c: Call, next) => {
  const view = c.get('view');
  if (view.visitor !== undefined) return next();
  if (c.req.method !== 'GET') return c.text('Sign in first', 401);
  return c.redirect(href(view, '/sign-in', { next: view.here === '/' ? undefined : view.here }), 302);
});

/** A form that changes something comes from a page of ours, made for this very visitor, who may act. */
export function actsOnly({ reviewUrl }: Review) {
  return createMiddleware(async (c: Call, next) => {
    const view = c.get('view');
    const key = (await c.req.parseBody())['key'];
    const isOurs = isFromHere(c.req.raw, reviewUrl) && typeof key === 'string' && isSame(key, view.formKey);
    if (isOurs && view.visitor?.role === 'reviewer') return next();
    return show(c, SHELL.forbidden, problem(SHELL.forbidden, SHELL.forbiddenHint, view), 403);
  });
}
