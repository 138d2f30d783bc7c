import { html } from 'hono/html';
import type { Html } from './text.ts';

/** One column: its heading, and its cell of a row. On a phone the heading stands before each cell. */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => Html | string | number;
  /** `head`: on a phone, stands in the first line of a compact card. */
  readonly as?: 'number' | 'wide' | 'head';
}

/** How a table fits on a phone: as cards, as cards without headings, or as it is, scrolling where it is too wide. */
export type Fit = 'cards' | 'cards compact' | 'plain';

/** A table; `caption` is read out. */
export function table<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  fit: Fit = 'cards',
): Html {
  return html`<div class="scroll" ${fit === 'plain' ? html`tabindex="0" role="group" aria-label="${caption}"` : ''}>
    <table class="${fit}">
      <caption class="unseen">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ head, as }) => html`<th scope="col" class="${as ?? ''}">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map(({ head, cell, as }) => html`<td data-head="${head}" class="${as ?? ''}"><div>${cell(row)}</div></td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Names and values, side by side. Values that are absent are left out with their names. */
export function facts(pairs: readonly (readonly [name: string, value: Html | string | undefined])[]): Html {
  return html`<dl class="facts">
    ${pairs.map(([name, value]) =>
      value === undefined
        ? ''
        : html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
    )}
  </dl>`;
}
