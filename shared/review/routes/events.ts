import { Hono } from 'hono';
import { isTimeZone } from '../../config/time-zone.ts';
import { momentOf, timesOf } from '../filter.ts';
import { event } from '../pages/event.ts';
import { events, KEPT_OUTCOMES } from '../pages/events.ts';
import type { App, Call, Review } from '../review.ts';
import type { DecisionFilter } from '../../store/review.ts';
import { href } from '../view.ts';
import { EVENTS } from '../words/events.ts';
import { show } from './show.ts';

const EVENTS_A_PAGE = 50;

/** What became of events. */
export function eventRoutes({ store, explain }: Review): App {
  const app: App = new Hono();
  app.get('/events', async (c) => {
    const view = c.get('view');
    const { resource, ...filter } = askedIn(c);
    const { eventId, outcome } = filter;
    if (c.req.query('zone') !== undefined) {
      return c.redirect(href(view, '/events', { event: eventId, resource, outcome, ...timesOf(filter) }), 302);
    }
    const after = c.req.query('after');
    const resources = resource === undefined ? undefined : await store.partsOf(resource);
    const page = await store.decisions({ ...filter, resources }, { limit: EVENTS_A_PAGE, after });
    const isAbsent =
      eventId !== undefined && page.items.length === 0 && resource === undefined && outcome === undefined;
    const explanation = isAbsent ? await explain?.(eventId) : undefined;
    return show(c, EVENTS.title, events({ filter, resource, after, page, explanation }, view));
  });
  app.get('/events/:accountId/:region/:eventId', async (c) => {
    const key = c.req.param();
    const kept = await store.decision(key);
    if (kept === undefined) return c.notFound();
    const findings = kept.decided.outcome === 'finding' ? await store.findingsOf(key) : [];
    return show(c, kept.decided.operation, event({ evidence: kept, findings }, c.get('view')));
  });
  return app;
}

function askedIn(c: Call): DecisionFilter & { readonly resource: string | undefined } {
  const get = (name: string) => c.req.query(name)?.trim().slice(0, 200) || undefined;
  const asked = get('zone');
  const zone = asked !== undefined && isTimeZone(asked) ? asked : c.get('view').timeZone;
  return {
    eventId: get('event'),
    resource: get('resource'),
    outcome: KEPT_OUTCOMES.find((one) => one === get('outcome')),
    from: momentOf(get('from'), zone),
    to: momentOf(get('to'), zone),
  };
}
