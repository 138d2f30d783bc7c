import { html } from 'hono/html';
import { ROLE_WORDS } from '../../notify/words/roles.ts';
import type { KnownResource } from '../../store/review.ts';
import { href, say, type View } from '../view.ts';
import { CLUSTERS } from '../words/clusters.ts';
import { type Column, table } from './table.ts';
import { code, foreign, type Html } from './text.ts';
import { age, time } from './time.ts';

/** Resources as the inventory knows them. `names`: of clusters, where the list is not of one cluster alone. */
export function resourceTable(all: readonly KnownResource[], view: View, names?: ReadonlyMap<string, string>): Html {
  const word = (key: keyof typeof CLUSTERS) => say(CLUSTERS[key], view);
  const owner: Column<KnownResource> = {
    head: word('name'),
    cell: ({ clusterId }) =>
      html`<a href="${href(view, `/clusters/${encodeURIComponent(clusterId)}`)}"
        >${foreign(names?.get(clusterId) ?? clusterId, 80)}</a
      >`,
  };
  return table(
    word('resources'),
    [
      ...(names === undefined ? [] : [owner]),
      { head: word('role'), cell: ({ role }) => say(ROLE_WORDS[role], view) },
      {
        head: word('resourceId'),
        as: 'wide',
        cell: ({ id, kind, name }) =>
          html`<a href="${href(view, '/findings', { resource: id })}">${code(id, 120)}</a>
            <div class="soft">${kind}${name === undefined || name === id ? '' : html` · ${foreign(name, 80)}`}</div>`,
      },
      { head: word('baseline'), cell: (one) => baseline(one, view) },
      { head: word('seen'), cell: (one) => seen(one, view) },
    ],
    all,
  );
}

function baseline({ baseline: known }: KnownResource, view: View): Html {
  if (known === undefined) return html`<span class="soft">${say(CLUSTERS.noBaseline, view)}</span>`;
  return html`${time(known.observedAt, view)}
    <span class="soft">${say(known.isProven ? CLUSTERS.proven : CLUSTERS.unproven, view)}</span>`;
}

function seen({ seenAt, stale, tombstonedAt, via }: KnownResource, view: View): Html {
  if (tombstonedAt) return html`<b>${say(CLUSTERS.tombstone, view)}</b> ${age(tombstonedAt, view)}`;
  return html`${seenAt ? age(seenAt, view) : ''}
    <span class="soft">${foreign(via, 40)}</span> ${stale ? html`<b>${say(CLUSTERS.stale, view)}</b>` : ''}`;
}
