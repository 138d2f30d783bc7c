import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { StoreError } from '../errors.ts';
import { signedInOnly } from './access/guard.ts';
import { safeHeaders } from './access/headers.ts';
import { identify } from './access/identify.ts';
import { clockOf } from './parts/zoned.ts';
import { problem } from './pages/problem.ts';
import type { App, Call, Review } from './review.ts';
import { assetRoutes } from './routes/assets.ts';
import { eventRoutes } from './routes/events.ts';
import { findingRoutes } from './routes/findings.ts';
import { pageRoutes } from './routes/pages.ts';
import { preferenceRoutes } from './routes/preferences.ts';
import { show } from './routes/show.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { SHELL } from './words/shell.ts';

const LARGEST_FORM = 64 * 1_024;

/** The page, as a function from request to response. Everything that reaches outside is in `review`. */
export function createReview(review: Review): App {
  const base = review.reviewUrl === undefined ? '' : new URL(review.reviewUrl).pathname.replace(/\/+$/u, '');
  const root: App = new Hono({ strict: false });
  const app = root.basePath(base === '' ? '/' : base);
  if (base !== '') root.get('/', (c) => c.redirect(`${base}/`));
  app.use(safeHeaders);
  app.route('/', assetRoutes());
  app.use(bodyLimit({ maxSize: LARGEST_FORM }));
  app.use(identify(review, base));
  app.route('/', signInRoutes(review));
  app.route('/', preferenceRoutes(review));
  app.use(signedInOnly);
  app.route('/', pageRoutes(review));
  app.route('/', findingRoutes(review));
  app.route('/', eventRoutes(review));
  root.notFound((c) => missing(c));
  root.onError((error, c) => failure(c, error, review));
  return root;
}

function missing(c: Call): Response | Promise<Response> {
  const view = c.get('view');
  if (view === undefined) return c.text('Not found', 404);
  return show(c, SHELL.notFound, problem(SHELL.notFound, SHELL.notFoundHint, view), 404);
}

/** What went wrong goes to the log under a number; the page shows the number alone. */
function failure(c: Call, error: Error, { log, language, timeZone, now }: Review): Response | Promise<Response> {
  const id = randomUUID().slice(0, 8);
  const isStore = error instanceof StoreError;
  log('review page failed', { id, path: c.req.path, error: error.message, ...(isStore ? {} : { stack: error.stack }) });
  const bare = { base: '', here: '/', formKey: '', theme: 'auto' } as const;
  const view = c.get('view') ?? { ...bare, language, timeZone, clock: clockOf(timeZone), now: now() };
  c.set('view', view);
  const [title, hint] = isStore ? [SHELL.unavailable, SHELL.unavailableHint] : [SHELL.failed, SHELL.failedHint];
  return show(c, title, problem(title, hint, view, id), isStore ? 503 : 500);
}
