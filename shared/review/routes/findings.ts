import { Hono } from 'hono';
import { actsOnly } from '../access/guard.ts';
import { actionOf, ACTIONS } from '../actions.ts';
import { CSV, exported, firstOf, type Format, JSON_LINES } from '../export.ts';
import { type Asked, askedOf } from '../filter.ts';
import { finding } from '../pages/finding.ts';
import { findings } from '../pages/findings.ts';
import { problem } from '../pages/problem.ts';
import { titleOf } from '../parts/finding-table.ts';
import type { App, Call, Review } from '../review.ts';
import { href, say } from '../view.ts';
import { FINDING } from '../words/finding.ts';
import { SHELL } from '../words/shell.ts';
import { isTimeZone } from '../../config/time-zone.ts';
import { show } from './show.ts';

/** Findings: the list, its exports, one of them, and what reviewers do with it. */
export function findingRoutes(review: Review): App {
  const { store, exportLimit } = review;
  const app: App = new Hono();
  app.get('/findings', async (c) => {
    const asked = askedIn(c);
    // A form tells local times and empty fields: the address that is kept and shared has neither.
    if (c.req.query('zone') !== undefined) return c.redirect(href(c.get('view'), '/findings', asked.query), 302);
    const { filter, order, size: limit, after } = asked;
    const page = await store.findings(filter, order, { limit, after });
    const clusters = await store.clusterNames();
    return show(c, SHELL.findings, findings({ asked, page, clusters, exportLimit }, c.get('view')));
  });
  app.get('/findings.csv', (c) => exportOf(c, review, askedIn(c), CSV));
  app.get('/findings.jsonl', (c) => exportOf(c, review, askedIn(c), JSON_LINES));
  app.get('/findings/:id', async (c) => {
    const view = c.get('view');
    const reviewed = await store.reviewed(c.req.param('id'));
    if (reviewed === undefined) return c.notFound();
    const content = await finding(store, reviewed, view, noticeIn(c));
    return show(c, titleOf(reviewed.finding, view), content);
  });
  app.post('/findings/:id/:action', actsOnly(review), async (c) => {
    const view = c.get('view');
    const id = c.req.param('id') ?? '';
    const kind = ACTIONS.find((one) => one === c.req.param('action'));
    if (kind === undefined || view.visitor === undefined) return c.notFound();
    const action = actionOf(kind, await c.req.parseBody(), view);
    const path = `/findings/${encodeURIComponent(id)}`;
    if ('wrong' in action) return c.redirect(href(view, path, { wrong: action.wrong }), 303);
    const done = await store.review(id, view.visitor.name, action);
    if (done === 'missing') return show(c, SHELL.notFound, problem(SHELL.notFound, SHELL.notFoundHint, view), 404);
    review.log('finding reviewed', { findingId: id, action: kind, by: view.visitor.name, result: done });
    return c.redirect(href(view, path, done === 'done' ? { done: kind } : { wrong: 'notReadYet' }), 303);
  });
  return app;
}

function askedIn(c: Call): Asked {
  const zone = c.req.query('zone');
  return askedOf(new URL(c.req.url), zone !== undefined && isTimeZone(zone) ? zone : c.get('view').timeZone);
}

const WRONG = ['textMissing', 'dateWrong', 'verdictMissing', 'notReadYet'] as const;

function noticeIn(c: Call): { readonly text: string; readonly isGood: boolean } | undefined {
  const wrong = WRONG.find((one) => one === c.req.query('wrong'));
  if (wrong !== undefined) return { text: say(FINDING[wrong], c.get('view')), isGood: false };
  return c.req.query('done') === undefined ? undefined : { text: say(FINDING.done, c.get('view')), isGood: true };
}

async function exportOf(c: Call, { store, exportLimit, now }: Review, asked: Asked, format: Format): Promise<Response> {
  const day = now().toISOString().slice(0, 10);
  const headers = (part: string) => ({
    'Content-Type': format.type,
    'Content-Disposition': `attachment; filename="ackwatch-findings-${day}${part}.${format.extension}"`,
  });
  if (exportLimit !== undefined) {
    const { text, isAll } = await firstOf(store, asked, format, exportLimit);
    return c.body(text, 200, headers(isAll ? '' : `-first-${exportLimit}`));
  }
  const parts = exported(store, asked, format);
  const bytes = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(bytes.encode(value));
    },
    cancel: async () => void (await parts.return()),
  });
  return c.body(stream, 200, headers(''));
}
