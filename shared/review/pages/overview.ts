import { html } from 'hono/html';
import type { Severity } from '../../model/severity.ts';
import { SEVERITIES } from '../../model/severity.ts';
import type { Text } from '../../model/text.ts';
import { SEVERITY_WORDS } from '../../notify/words.ts';
import type { ReviewStore, RowCount } from '../../store/review.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { machinery } from '../parts/machinery.ts';
import { table } from '../parts/table.ts';
import { foreign, type Html } from '../parts/text.ts';
import { age } from '../parts/time.ts';
import { timeline } from '../parts/timeline.ts';
import { barsOf } from '../parts/bars.ts';
import { href, say, type View } from '../view.ts';
import { OVERVIEW } from '../words/overview.ts';
import { SHELL } from '../words/shell.ts';

export type Unit = 'hour' | 'day';
type Open = Awaited<ReturnType<ReviewStore['openCounts']>>;

const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;
const WORST = ['critical', 'high', 'medium', 'low', 'informational'] as const;
const ACTORS = 8;
const ROWS = 10;

/** What was counted of the last month: dear, and not much different a minute later. */
export type Figures = Awaited<ReturnType<typeof figuresOf>>;

export async function figuresOf(store: ReviewStore, unit: Unit, { now, timeZone }: View) {
  const monthAgo = new Date(now.getTime() - MONTH_MS);
  const from = unit === 'hour' ? new Date(now.getTime() - 2 * DAY_MS) : monthAgo;
  return {
    from,
    monthAgo,
    counts: await store.timeline({ from, unit, timeZone }),
    actors: await store.topActors(monthAgo, ACTORS),
    rows: await store.rowCounts(monthAgo),
  };
}

/** How things stand: what is open, when and by whom it came, and whether the machinery runs. */
export async function overview(store: ReviewStore, figures: Figures, unit: Unit, view: View): Promise<Html> {
  const { from, monthAgo, counts, actors, rows } = figures;
  const open = await store.openCounts();
  const health = await store.health();
  const other = unit === 'hour' ? OVERVIEW.perDay : OVERVIEW.perHour;
  const title = say(unit === 'hour' ? OVERVIEW.timelineHour : OVERVIEW.timelineDay, view);
  return html`<h1>${say(SHELL.overview, view)}</h1>
    <section class="card">
      <h2>${say(OVERVIEW.open, view)}</h2>
      ${open.length === 0 ? html`<p>${say(OVERVIEW.allQuiet, view)}</p>` : html`${tiles(open, view)}${byCluster(open, view)}`}
    </section>
    <section class="card">
      <div class="row between">
        <h2>${title}</h2>
        <a href="${href(view, '/', { per: unit === 'hour' ? undefined : 'hour' })}">${say(other, view)}</a>
      </div>
      ${timeline(title, barsOf(counts, { from, unit, view }), view)}
    </section>
    <div class="grid">
      ${section(OVERVIEW.actors, topActors(actors, monthAgo, view), view)}
      ${section(OVERVIEW.rows, topRows(rows.slice(0, ROWS), monthAgo, view), view)}
      ${section(OVERVIEW.health, machinery(health, view), view)}
    </div>`;
}

function section(title: Text, content: Html, view: View): Html {
  return html`<section class="card">
    <h2>${say(title, view)}</h2>
    ${content}
  </section>`;
}

function topActors(actors: Awaited<ReturnType<ReviewStore['topActors']>>, since: Date, view: View): Html {
  const from = since.toISOString();
  return table(
    say(OVERVIEW.actors, view),
    [
      {
        head: say(OVERVIEW.who, view),
        cell: ({ name }) => html`<a href="${href(view, '/findings', { actor: name, from })}">${foreign(name, 60)}</a>`,
      },
      { head: say(OVERVIEW.count, view), as: 'number', cell: ({ count }) => count },
      { head: say(OVERVIEW.last, view), cell: ({ last }) => age(last, view) },
    ],
    actors,
    'plain',
  );
}

function topRows(rows: readonly RowCount[], since: Date, view: View): Html {
  const from = since.toISOString();
  return table(
    say(OVERVIEW.rows, view),
    [
      {
        head: say(OVERVIEW.row, view),
        cell: ({ row }) => html`<a class="whole" href="${href(view, '/findings', { row, from })}">${row}</a>`,
      },
      { head: say(OVERVIEW.what, view), cell: ({ row }) => titleOf(row, view) },
      { head: say(OVERVIEW.count, view), as: 'number', cell: ({ count }) => count },
    ],
    rows,
    'plain',
  );
}

const OPEN = { status: ['new', 'in-progress'] };

function tiles(open: Open, view: View): Html {
  return html`<div class="tiles">
    ${WORST.map((severity) => {
      const count = sum(open, severity);
      return html`<a class="tile ${severity}" href="${href(view, '/findings', { ...OPEN, severity })}"
        ><b>${count}</b> ${say(SEVERITY_WORDS[severity], view)}</a
      >`;
    })}
  </div>`;
}

function byCluster(open: Open, view: View): Html {
  const names = new Map(open.map(({ clusterId, clusterName }) => [clusterId, clusterName]));
  const rows = [...names]
    .map(([id, name]) => ({ id, name, of: open.filter(({ clusterId }) => clusterId === id) }))
    .toSorted((a, b) => weight(b.of) - weight(a.of));
  return html`<details ${rows.length <= 8 ? 'open' : ''}>
    <summary>${say(OVERVIEW.byCluster, view)}</summary>
    ${table(
      say(OVERVIEW.byCluster, view),
      [
        {
          head: say(OVERVIEW.cluster, view),
          cell: ({ id, name }) =>
            html`<a href="${href(view, '/findings', { ...OPEN, cluster: id })}">${foreign(name, 80)}</a>`,
        },
        ...WORST.map((severity) => ({
          head: say(SEVERITY_WORDS[severity], view),
          as: 'number' as const,
          cell: (row: (typeof rows)[number]) => sum(row.of, severity),
        })),
        { head: say(OVERVIEW.total, view), as: 'number', cell: ({ of }) => sum(of) },
      ],
      rows,
      'plain',
    )}
  </details>`;
}

function sum(open: Open, severity?: Severity): number {
  return open
    .filter((one) => severity === undefined || one.severity === severity)
    .reduce((total, { count }) => total + count, 0);
}

/** A cluster with one critical finding stands before any without. */
function weight(open: Open): number {
  return open.reduce((total, { severity, count }) => total + count * 1_000 ** SEVERITIES.indexOf(severity), 0);
}

function titleOf(row: string, view: View): string {
  const rule = catalogue.find(({ rows: [first] }) => first === row) ?? catalogue.find(({ rows }) => rows.includes(row));
  return rule ? say(rule.title, view) : '';
}
