import { serve } from '@hono/node-server';
import { onTestFinished } from 'vitest';
import { createReview } from '../../../shared/review/app.ts';
import type { Review } from '../../../shared/review/review.ts';
import { openReviewStore } from '../../../shared/store/postgres/review/open.ts';
import { NOW } from './account.ts';

/** The page over a database; name only what the test is about. Closed when the test is over. */
export function reviewOf(databaseUrl: string, about: Partial<Review> = {}) {
  const store = openReviewStore({ databaseUrl });
  onTestFinished(() => store.close());
  const logged: { message: string; fields: Readonly<Record<string, unknown>> }[] = [];
  const app = createReview({
    store,
    settings: { reviewers: [], viewers: [], sessionHours: 12 },
    language: 'en',
    timeZone: 'Asia/Shanghai',
    isOnLoopback: true,
    now: () => NOW,
    log: (message, fields) => void logged.push({ message, fields }),
    ...about,
  });
  return { app, store, logged };
}

/** The page on a free port of this machine, for a browser. */
export async function serveApp(app: ReturnType<typeof createReview>): Promise<string> {
  return new Promise((resolve) => {
    const server = serve(
      {
        fetch: (request, { incoming }) => app.fetch(request, { source: incoming.socket.remoteAddress }),
        port: 0,
        hostname: '127.0.0.1',
      },
      ({ port }) => resolve(`http://127.0.0.1:${port}`),
    );
    onTestFinished(() => void server.close());
  });
}
