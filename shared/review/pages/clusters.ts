import { html } from 'hono/html';
import type { KnownCluster, KnownResource } from '../../store/review.ts';
import { input } from '../parts/fields.ts';
import { resourceTable } from '../parts/resource-table.ts';
import { table } from '../parts/table.ts';
import { code, foreign, type Html, visible } from '../parts/text.ts';
import { age } from '../parts/time.ts';
import { href, say, type View } from '../view.ts';
import { CLUSTERS } from '../words/clusters.ts';
import { SHELL } from '../words/shell.ts';

/** Every cluster, and whose a resource is. `owners`: of the resource that was asked for. */
export function clusters(
  all: readonly KnownCluster[],
  asked: { readonly id: string; readonly owners: readonly KnownResource[] } | undefined,
  view: View,
): Html {
  const word = (key: keyof typeof CLUSTERS) => say(CLUSTERS[key], view);
  return html`<h1>${say(SHELL.clusters, view)}</h1>
    <section class="card">
      <h2>${word('whose')}</h2>
      <form class="filters" method="get" action="${href(view, '/clusters')}">
        ${input(word('resourceId'), 'id', asked?.id, { type: 'search' })}
        <div class="row"><button class="primary">${say(SHELL.search, view)}</button></div>
      </form>
      ${asked === undefined ? '' : whose(asked, all, view)}
    </section>
    <section class="card">${all.length === 0 ? html`<p>${word('nothing')}</p>` : list(all, view)}</section>`;
}

function whose(
  { id, owners }: { readonly id: string; readonly owners: readonly KnownResource[] },
  all: readonly KnownCluster[],
  view: View,
): Html {
  if (owners.length === 0) return html`<p role="status">${say(CLUSTERS.nobodys, view, { id: visible(id) })}</p>`;
  return resourceTable(owners, view, new Map(all.map((cluster) => [cluster.id, cluster.name])));
}

function list(all: readonly KnownCluster[], view: View): Html {
  const word = (key: keyof typeof CLUSTERS) => say(CLUSTERS[key], view);
  return table(
    say(SHELL.clusters, view),
    [
      {
        head: word('name'),
        as: 'wide',
        cell: ({ id, name }) =>
          html`<a href="${href(view, `/clusters/${encodeURIComponent(id)}`)}">${foreign(name, 80)}</a>
            <div class="soft">${code(id)}</div>`,
      },
      { head: word('region'), cell: ({ region }) => foreign(region, 40) },
      { head: word('account'), cell: ({ accountId }) => foreign(accountId, 40) },
      { head: word('type'), cell: ({ type }) => foreign(type, 40) },
      {
        head: word('state'),
        cell: ({ state, retiredAt }) =>
          retiredAt ? html`${word('retired')} ${age(retiredAt, view)}` : foreign(state, 40),
      },
      {
        head: word('resources'),
        as: 'number',
        cell: ({ resources, stale }) =>
          html`${resources}${stale > 0 ? html` <span class="soft">(${stale} ${word('stale')})</span>` : ''}`,
      },
      { head: word('collected'), cell: ({ seenAt }) => age(seenAt, view) },
    ],
    all,
  );
}
