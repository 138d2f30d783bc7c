import { html } from 'hono/html';
import type { Example, Rule } from '../../model/rule.ts';
import { ROLE_WORDS } from '../../notify/words/roles.ts';
import { severityBadge } from '../parts/badges.ts';
import { type Html, ownWords } from '../parts/text.ts';
import { age } from '../parts/time.ts';
import { href, say, type View } from '../view.ts';
import { RULES } from '../words/rules.ts';

/** Every row of the manual with the rules that stand for it, seen or not yet. */
export function rules(all: readonly Rule[], seen: ReadonlyMap<string, Date>, view: View): Html {
  const rows = [...new Set(all.flatMap((rule) => rule.rows))].toSorted(byNumber);
  return html`<h1>${say(RULES.title, view)}</h1>
    <p>${say(RULES.lead, view)}</p>
    <section class="card">
      ${rows.map((row) =>
        all.filter((rule) => rule.rows.includes(row)).map((rule) => entry(row, rule, seen.get(row), view)),
      )}
    </section>`;
}

function entry(row: string, rule: Rule, last: Date | undefined, view: View): Html {
  const word = (key: keyof typeof RULES) => say(RULES[key], view);
  return html`<details class="rule" id="${row}-${rule.id}">
    <summary>
      <b>${row}</b> <span class="grow">${say(rule.title, view)}</span> ${severityBadge(rule.severity, view)}
      <span class="soft">${last ? html`${word('seenLast')} ${age(last, view)}` : word('notYet')}</span>
    </summary>
    <p>
      <code>${rule.id}</code>
      ${last ? html`· <a href="${href(view, '/findings', { row })}">${word('seen')}</a>` : ''}
    </p>
    <h2>${word('impact')}</h2>
    <p>${ownWords(say(rule.impact, view))}</p>
    <h2>${word('recovery')}</h2>
    <ol>
      ${rule.recovery.map((step) => html`<li>${ownWords(say(step, view))}</li>`)}
    </ol>
    <h2>${word('roles')}</h2>
    <p>${rule.roles.map((role) => say(ROLE_WORDS[role], view)).join(' · ')}</p>
    <h2>${word('effects')}</h2>
    <p>${rule.effects.map((effect) => html`<code>${effect}</code> `)}</p>
    <h2>${word('examples')}</h2>
    <ul>
      ${rule.examples.fires.map((one) => example(one, word('fires')))}
      ${rule.examples.quiet.map((one) => example(one, word('quiet')))}
    </ul>
  </details>`;
}

function example({ name, operation, params }: Example, answer: string): Html {
  return html`<li>
    <b>${answer}</b>: ${name}<br /><code>${operation} ${JSON.stringify(params).slice(0, 400)}</code>
  </li>`;
}

/** R02 before R10, R before U before E. */
function byNumber(a: string, b: string): number {
  const order = 'RUE';
  return order.indexOf(a[0] ?? '') - order.indexOf(b[0] ?? '') || Number(a.slice(1)) - Number(b.slice(1));
}
