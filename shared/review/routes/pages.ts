import { Hono } from 'hono';
import { cluster } from '../pages/cluster.ts';
import { clusters } from '../pages/clusters.ts';
import { type Figures, figuresOf, overview } from '../pages/overview.ts';
import { rules } from '../pages/rules.ts';
import { remembered } from '../remembered.ts';
import type { App, Review } from '../review.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { SHELL } from '../words/shell.ts';
import { show } from './show.ts';

const RESOURCES = 50;
const FIGURES_MS = 60_000;

/** Overview, clusters and rules: what is only looked at. */
export function pageRoutes({ store, now }: Review): App {
  const app: App = new Hono();
  const figures = remembered<Figures>(FIGURES_MS, now);
  app.get('/', async (c) => {
    const unit = c.req.query('per') === 'hour' ? 'hour' : 'day';
    const view = c.get('view');
    const counted = await figures(`${unit} ${view.timeZone}`, () => figuresOf(store, unit, view));
    return show(c, SHELL.overview, await overview(store, counted, unit, view));
  });
  app.get('/clusters', async (c) => {
    const id = c.req.query('id')?.trim().slice(0, 200);
    const all = await store.knownClusters();
    const asked = id ? { id, owners: await store.whose(id) } : undefined;
    return show(c, SHELL.clusters, clusters(all, asked, c.get('view')));
  });
  app.get('/clusters/:id', async (c) => {
    const id = c.req.param('id');
    const known = await store.knownCluster(id);
    if (known === undefined) return c.notFound();
    const roles = await store.roleCounts(id);
    const role = roles.find((one) => one.role === c.req.query('role'))?.role;
    const after = c.req.query('after');
    const page = await store.known(id, role, { limit: RESOURCES, after });
    const coverage = await store.coverage(id);
    return show(c, known.name, cluster({ known, coverage, roles, role, after, page }, c.get('view')));
  });
  app.get('/rules', async (c) => {
    const view = c.get('view');
    const seen = await store.rowsSeen();
    return show(c, SHELL.rules, rules(catalogue, seen, view));
  });
  return app;
}
