import { html } from 'hono/html';
import type { Role } from '../../model/resource.ts';
import { ROLE_WORDS } from '../../notify/words/roles.ts';
import type { Coverage, KnownCluster, KnownResource, Page } from '../../store/review.ts';
import { select } from '../parts/fields.ts';
import { pager } from '../parts/pager.ts';
import { resourceTable } from '../parts/resource-table.ts';
import { facts, table } from '../parts/table.ts';
import { code, foreign, type Html } from '../parts/text.ts';
import { age } from '../parts/time.ts';
import { href, say, type View } from '../view.ts';
import { CLUSTERS } from '../words/clusters.ts';
import { FINDINGS } from '../words/findings.ts';
import { SHELL } from '../words/shell.ts';

/** What the page of one cluster is made of. */
export interface ClusterPage {
  readonly known: KnownCluster;
  readonly coverage: readonly Coverage[];
  readonly roles: readonly { readonly role: Role; readonly count: number }[];
  readonly role: Role | undefined;
  readonly after: string | undefined;
  readonly page: Page<KnownResource>;
}

/** What ackwatch knows of one cluster, by source and by role. */
export function cluster({ known, coverage, roles, role, after, page }: ClusterPage, view: View): Html {
  const word = (key: keyof typeof CLUSTERS) => say(CLUSTERS[key], view);
  const path = `/clusters/${encodeURIComponent(known.id)}`;
  const shown = (text: string | undefined) => (text === undefined ? undefined : code(text));
  return html`<h1>${foreign(known.name, 120)}</h1>
    <div class="grid">
      <section class="card">
        ${facts([
          [word('name'), code(known.id)],
          [word('account'), code(known.accountId)],
          [word('region'), code(known.region)],
          [word('type'), foreign(known.type, 60)],
          [word('state'), foreign(known.state, 60)],
          [word('vpc'), shown(known.vpcId)],
          [word('pods'), known.podCidrs.length === 0 ? undefined : code(known.podCidrs.join(', '))],
          [word('workerRole'), shown(known.workerRoleName)],
          [word('collected'), age(known.seenAt, view)],
          [word('retired'), known.retiredAt ? age(known.retiredAt, view) : undefined],
        ])}
        <p><a href="${href(view, '/findings', { cluster: known.id })}">${word('findings')}</a></p>
      </section>
      <section class="card">
        <h2>${word('coverage')}</h2>
        ${coverage.length === 0 ? html`<p>${say(SHELL.nothing, view)}</p>` : sources(coverage, view)}
      </section>
    </div>
    <section class="card">
      <h2>${word('resources')}</h2>
      <form class="filters" method="get" action="${href(view, path)}">
        ${select(word('role'), 'role', role, [
          ['', `${say(SHELL.all, view)} (${roles.reduce((sum, { count }) => sum + count, 0)})`],
          ...roles.map(({ role: one, count }) => [one, `${say(ROLE_WORDS[one], view)} (${count})`] as const),
        ])}
        <div class="row"><button>${say(FINDINGS.apply, view)}</button></div>
      </form>
      ${page.items.length === 0 ? html`<p>${say(SHELL.nothing, view)}</p>` : resourceTable(page.items, view)}
      ${pager(view, path, { role, after }, page.next)}
    </section>`;
}

function sources(coverage: readonly Coverage[], view: View): Html {
  const word = (key: keyof typeof CLUSTERS) => say(CLUSTERS[key], view);
  return table(
    word('coverage'),
    [
      { head: word('source'), cell: ({ source }) => foreign(source, 60) },
      { head: word('resources'), as: 'number', cell: ({ resources }) => resources },
      { head: word('stale'), as: 'number', cell: ({ stale }) => stale },
      { head: word('seen'), cell: ({ seenAt }) => (seenAt ? age(seenAt, view) : say(SHELL.unknown, view)) },
    ],
    coverage,
    'plain',
  );
}
