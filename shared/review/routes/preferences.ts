import { Hono } from 'hono';
import { writeCookie } from '../access/cookies.ts';
import { isFromHere } from '../access/local.ts';
import { textIn } from '../form.ts';
import type { App, Review } from '../review.ts';
import { safeNext } from './sign-in.ts';

const YEAR_SECONDS = 365 * 86_400;
const WISHES = ['language', 'zone', 'theme'] as const;

/** Language, time zone and colours; they stay in the browser. */
export function preferenceRoutes({ reviewUrl }: Review): App {
  const app: App = new Hono();
  app.post('/preferences', async (c) => {
    const view = c.get('view');
    const form = await c.req.parseBody();
    const wishes = new URLSearchParams();
    for (const name of WISHES) wishes.set(name, textIn(form, name).slice(0, 60));
    if (isFromHere(c.req.raw, reviewUrl)) {
      writeCookie(c, 'view', wishes.toString(), { isSecure: c.get('isSecure'), seconds: YEAR_SECONDS });
    }
    return c.redirect(`${view.base}${safeNext(textIn(form, 'here'))}`, 303);
  });
  return app;
}
