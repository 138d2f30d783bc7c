import { html } from 'hono/html';
import type { Change, Comparison, Json, Snapshot } from '../../model/change.ts';
import type { Finding } from '../../model/finding.ts';
import { dotted } from '../../notify/values.ts';
import { inLanguage } from '../../notify/words/sentences.ts';
import { say, type View } from '../view.ts';
import { FINDING } from '../words/finding.ts';
import { SHELL } from '../words/shell.ts';
import { code, foreign, type Html, json, line } from './text.ts';
import { time } from './time.ts';

/** Before and after of every resource, side by side. */
export function changes({ comparisons }: Finding, view: View): Html {
  if (comparisons.length === 0) return html`<p>${say(FINDING.noComparison, view)}</p>`;
  return html`${comparisons.map((one) => comparison(one, view))}`;
}

function comparison(one: Comparison, view: View): Html {
  const { resource, aspect, before, after, now, changes: all, unknown } = one;
  const later = after === undefined ? now : undefined;
  return html`<div class="comparison">
    <h3>${code(resource.id)} <span class="soft">${resource.kind} · ${foreign(aspect, 60)}</span></h3>
    ${all.length > 0 ? differences(one, view) : unknown.length === 0 ? html`<p>${say(FINDING.noDifference, view)}</p>` : ''}
    ${unknown.map((sentence) => html`<p class="soft">${line(inLanguage(sentence, view.language))}</p>`)}
    ${later ? html`<p class="soft">${say(FINDING.readLater, view)} ${time(later.observedAt, view)}</p>` : ''}
    ${
      before || after || later
        ? html`<details>
            <summary>${say(FINDING.whole, view)}</summary>
            <div class="grid">
              <div>
                <h3>${say(FINDING.before, view)}</h3>
                ${whole(before, view)}
              </div>
              <div>
                <h3>${say(later ? FINDING.readLater : FINDING.after, view)}</h3>
                ${whole(after ?? later, view)}
              </div>
            </div>
          </details>`
        : ''
    }
  </div>`;
}

function differences({ changes: all, before, after }: Comparison, view: View): Html {
  const isExpected = all.some(({ expected }) => expected !== undefined);
  const head = (text: string, snapshot: Snapshot | undefined) =>
    html`<th scope="col">
      ${text}${snapshot ? html` <span class="soft">${say(FINDING.readAt, view)} ${time(snapshot.observedAt, view)}</span>` : ''}
    </th>`;
  return html`<div class="scroll">
    <table class="cards diff">
      <caption class="unseen">
        ${say(FINDING.changed, view)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say(FINDING.place, view)}</th>
          ${head(say(FINDING.before, view), before)} ${head(say(FINDING.after, view), after)}
          ${isExpected ? html`<th scope="col">${say(FINDING.expected, view)}</th>` : ''}
        </tr>
      </thead>
      <tbody>
        ${all.map((change) => difference(change, isExpected, view))}
      </tbody>
    </table>
  </div>`;
}

const OPERATIONS = { add: FINDING.added, remove: FINDING.removed, replace: FINDING.replaced } as const;

function difference({ op, path, before, after, expected }: Change, isExpected: boolean, view: View): Html {
  const place = dotted(path);
  return html`<tr>
    <td data-head="${say(FINDING.place, view)}">
      <div>${place === '' ? '' : code(place)} <span class="soft">${say(OPERATIONS[op], view)}</span></div>
    </td>
    <td class="was" data-head="${say(FINDING.before, view)}">
      <div>
        ${op === 'add' ? say(SHELL.none, view) : html`<span aria-hidden="true">− </span><del>${value(before, view)}</del>`}
      </div>
    </td>
    <td class="is" data-head="${say(FINDING.after, view)}">
      <div>
        ${op === 'remove' ? say(SHELL.none, view) : html`<span aria-hidden="true">+ </span><ins>${value(after, view)}</ins>`}
      </div>
    </td>
    ${
      isExpected
        ? html`<td data-head="${say(FINDING.expected, view)}">
            <div>${expected === undefined ? '' : value(expected, view)}</div>
          </td>`
        : ''
    }
  </tr>`;
}

function value(of: Json | undefined, view: View): Html {
  if (of === undefined || of === null) return html`${say(SHELL.none, view)}`;
  return code(typeof of === 'string' ? of : JSON.stringify(of), 2_000);
}

function whole(snapshot: Snapshot | undefined, view: View): Html {
  if (snapshot === undefined) return html`<p>${say(FINDING.notRead, view)}</p>`;
  return html`<p class="soft">${say(FINDING.readAt, view)} ${time(snapshot.observedAt, view)}</p>
    ${snapshot.content === null ? html`<p>${say(FINDING.gone, view)}</p>` : json(snapshot.content)}`;
}
