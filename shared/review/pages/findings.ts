import { html } from 'hono/html';
import type { Cluster } from '../../model/resource.ts';
import { SEVERITIES } from '../../model/severity.ts';
import { SEVERITY_WORDS } from '../../notify/words.ts';
import { FINDING_ORDERS, type Page, type Reviewed } from '../../store/review.ts';
import { VERDICTS } from '../../store/reviewing.ts';
import { type Asked, shownMoment, SIZES, STATUSES } from '../filter.ts';
import { boxes, input, select } from '../parts/fields.ts';
import { findingTable } from '../parts/finding-table.ts';
import { pager } from '../parts/pager.ts';
import { code, type Html } from '../parts/text.ts';
import { href, say, type View } from '../view.ts';
import { FINDINGS, ORDER_WORDS } from '../words/findings.ts';
import { SHELL } from '../words/shell.ts';
import { STATUS_WORDS, VERDICT_WORDS } from '../words/terms.ts';

/** What the list is made of. `exportLimit`: how many findings one export holds, where that is bounded. */
export interface FindingsPage {
  readonly asked: Asked;
  readonly page: Page<Reviewed>;
  readonly clusters: readonly Pick<Cluster, 'id' | 'name'>[];
  readonly exportLimit: number | undefined;
}

/** The list of findings with its filters. */
export function findings({ asked, page, clusters, exportLimit }: FindingsPage, view: View): Html {
  const { after: _, ...query } = asked.query;
  const { order: __, size: ___, ...narrowing } = query;
  const isFiltered = Object.values(narrowing).some((value) => value !== undefined && value.length > 0);
  return html`<h1>${say(SHELL.findings, view)}</h1>
    <section class="card">
      <details ${isFiltered ? 'open' : ''}>
        <summary>${say(FINDINGS.filters, view)}</summary>
        ${form(asked, clusters, view)}
      </details>
    </section>
    <section class="card">
      ${
        page.items.length === 0
          ? html`<p>
              ${say(FINDINGS.nothing, view)} <a href="${href(view, '/events')}">${say(SHELL.events, view)}</a>
            </p>`
          : findingTable(page.items, view)
      }
      ${pager(view, '/findings', asked.query, page.next)}
    </section>
    <p class="soft">
      ${say(FINDINGS.export, view)}: <a href="${href(view, '/findings.csv', query)}">CSV</a> ·
      <a href="${href(view, '/findings.jsonl', query)}">JSON Lines</a>
      ${exportLimit === undefined ? '' : say(FINDINGS.exportBound, view, { count: String(exportLimit) })}
    </p>`;
}

function form({ filter, order, size }: Asked, clusters: readonly Pick<Cluster, 'id' | 'name'>[], view: View): Html {
  const word = (key: keyof typeof FINDINGS) => say(FINDINGS[key], view);
  const any = ['', say(SHELL.all, view)] as const;
  const names = clusters.map(({ id, name }) => [id, name] as const);
  const unlisted = filter.clusterId !== undefined && !names.some(([id]) => id === filter.clusterId);
  const { timeZone } = view;
  return html`<form class="filters" method="get" action="${href(view, '/findings')}">
    ${input(word('text'), 'q', filter.text, { type: 'search' })}
    ${input(word('from'), 'from', shownMoment(filter.from, timeZone), { type: 'datetime-local' })}
    ${input(word('to'), 'to', shownMoment(filter.to, timeZone), { type: 'datetime-local' })}
    <input type="hidden" name="zone" value="${timeZone}" />
    ${select(word('cluster'), 'cluster', filter.clusterId, [
      any,
      ...names,
      ...(unlisted ? [[filter.clusterId ?? '', filter.clusterId ?? ''] as const] : []),
    ])}
    ${input(word('actor'), 'actor', filter.actor)} ${input(word('resource'), 'resource', filter.resource)}
    ${input(word('row'), 'row', filter.row)} ${input(word('rule'), 'rule', filter.rule)}
    ${input(word('account'), 'account', filter.accountId)} ${input(word('region'), 'region', filter.region)}
    ${select(word('verdict'), 'verdict', filter.verdict, [
      any,
      ['none', word('noVerdict')],
      ...VERDICTS.map((one) => [one, say(VERDICT_WORDS[one], view)] as const),
    ])}
    ${select(
      word('order'),
      'order',
      order,
      FINDING_ORDERS.map((one) => [one, say(ORDER_WORDS[one], view)] as const),
    )}
    ${select(
      word('perPage'),
      'size',
      String(size),
      SIZES.map((one) => [one, one] as const),
    )}
    ${boxes(
      word('severity'),
      'severity',
      filter.severities ?? [],
      SEVERITIES.toReversed().map((one) => [one, say(SEVERITY_WORDS[one], view)] as const),
    )}
    ${boxes(
      word('status'),
      'status',
      filter.statuses ?? [],
      STATUSES.map((one) => [one, say(STATUS_WORDS[one], view)] as const),
    )}
    <div class="row wide">
      <button class="primary">${word('apply')}</button>
      <a class="button" href="${href(view, '/findings')}">${word('clear')}</a>
      <span class="soft">${code(timeZone)}</span>
    </div>
  </form>`;
}
