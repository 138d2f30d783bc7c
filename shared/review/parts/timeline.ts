import { html } from 'hono/html';
import { type Severity, SEVERITIES } from '../../model/severity.ts';
import { SEVERITY_WORDS } from '../../notify/words.ts';
import { say, type View } from '../view.ts';
import { OVERVIEW } from '../words/overview.ts';
import { table } from './table.ts';
import type { Html } from './text.ts';

/** Findings of one hour or day. */
export interface Bar {
  readonly label: string;
  readonly counts: Readonly<Partial<Record<Severity, number>>>;
}

const WIDTH = 760;
const HEIGHT = 150;
const LEFT = 34;
const FOOT = 20;

/** Stacked bars; the same figures stand below as a table for whoever cannot see them. */
export function timeline(title: string, bars: readonly Bar[], view: View): Html {
  const most = Math.max(1, ...bars.map(totalOf));
  const top = niceTop(most);
  const step = (WIDTH - LEFT) / Math.max(1, bars.length);
  const every = Math.ceil(bars.length / 8);
  const filled = bars.filter((bar) => totalOf(bar) > 0);
  const label = (severity: Severity) => say(SEVERITY_WORDS[severity], view);
  return html`<figure class="timeline">
    <div class="scroll" tabindex="0" role="group" aria-label="${title}">
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT + FOOT}" role="img" aria-label="${title}">
        ${[0, 0.5, 1].map((part) => {
          const y = HEIGHT - part * (HEIGHT - 8);
          return html`<line class="grid" x1="${LEFT}" x2="${WIDTH}" y1="${y}" y2="${y}" /><text
              class="scale"
              x="${LEFT - 6}"
              y="${y + 4}"
              text-anchor="end"
              >${top * part}</text
            >`;
        })}
        ${bars.map((bar, at) => drawn(bar, LEFT + at * step, step, top, label))}
        ${bars.map((bar, at) =>
          at % every === 0
            ? html`<text class="scale" x="${LEFT + at * step + step / 2}" y="${HEIGHT + 15}" text-anchor="middle"
                >${bar.label}</text
              >`
            : '',
        )}
      </svg>
    </div>
    <figcaption class="legend">
      ${SEVERITIES.toReversed().map((one) => html`<span><i class="swatch ${one}"></i>${label(one)}</span>`)}
    </figcaption>
    <details>
      <summary>${say(OVERVIEW.asTable, view)}</summary>
      ${
        filled.length === 0
          ? html`<p>${say(OVERVIEW.noneInTime, view)}</p>`
          : table(
              title,
              [
                { head: say(OVERVIEW.when, view), cell: (bar: Bar) => bar.label },
                ...SEVERITIES.toReversed().map((one) => ({
                  head: label(one),
                  as: 'number' as const,
                  cell: (bar: Bar) => bar.counts[one] ?? 0,
                })),
              ],
              filled,
            )
      }
    </details>
  </figure>`;
}

function drawn(bar: Bar, x: number, step: number, top: number, label: (severity: Severity) => string): Html {
  let y = HEIGHT;
  const parts = SEVERITIES.toReversed().flatMap((severity) => {
    const count = bar.counts[severity] ?? 0;
    if (count === 0) return [];
    const height = Math.max(1.5, (count / top) * (HEIGHT - 8));
    y -= height;
    return [
      html`<rect
        class="fill ${severity}"
        x="${(x + step * 0.12).toFixed(1)}"
        y="${y.toFixed(1)}"
        width="${(step * 0.76).toFixed(1)}"
        height="${height.toFixed(1)}"
        ><title>${bar.label}: ${count} ${label(severity)}</title></rect
      >`,
    ];
  });
  return html`${parts}`;
}

function totalOf({ counts }: Bar): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** 2, 4, 10, 20, 40 …: the least of them that nothing stands above, so that half of it is a whole number. */
function niceTop(most: number): number {
  const ten = 10 ** Math.floor(Math.log10(most));
  return [2, 4, 10, 20].map((each) => each * ten).find((each) => each >= most) ?? most;
}
