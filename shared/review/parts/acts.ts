import { html } from 'hono/html';
import type { Finding } from '../../model/finding.ts';
import { VERDICTS, type Verdict } from '../../store/reviewing.ts';
import { href, say, type View } from '../view.ts';
import { FINDING } from '../words/finding.ts';
import { VERDICT_HINTS, VERDICT_WORDS } from '../words/terms.ts';
import { formKey, input } from './fields.ts';
import type { Html } from './text.ts';
import { toLocal } from './zoned.ts';

const DAY_MS = 86_400_000;

/** What a reviewer can do with a finding: one form each, all of them by POST. */
export function acts(finding: Finding, verdict: Verdict | undefined, view: View): Html {
  if (view.visitor?.role !== 'reviewer') return html`<p class="soft">${say(FINDING.onlyReviewers, view)}</p>`;
  const word = (key: keyof typeof FINDING) => say(FINDING[key], view);
  const isOver = finding.status === 'resolved' || finding.status === 'suppressed';
  const week = toLocal(new Date(view.now.getTime() + 7 * DAY_MS), view.timeZone).slice(0, 10);
  const form = (action: string, content: Html) =>
    html`<form method="post" action="${href(view, `/findings/${encodeURIComponent(finding.id)}/${action}`)}">
      ${formKey(view)}${content}
    </form>`;
  return html`<div class="acts">
    ${form(
      'verdict',
      html`<fieldset class="boxes">
          <legend class="unseen">${word('giveVerdict')}</legend>
          ${VERDICTS.map((one) => choice(one, verdict, view))}
        </fieldset>
        ${input(word('reason'), 'text', '')}
        <button class="primary">${word('giveVerdict')}</button>`,
    )}
    ${form(
      'comment',
      html`<label
          ><span>${word('comment')}</span><textarea name="text" rows="3" maxlength="4000" required></textarea>
        </label>
        <button>${word('addComment')}</button>`,
    )}
    ${
      isOver
        ? form('reopen', html`${input(word('reason'), 'text', '')}<button>${word('reopen')}</button>`)
        : html`${form(
            'accept',
            html`<p class="soft">${word('acceptHint')}</p>
              ${input(word('reason'), 'text', '')}<button>${word('accept')}</button>`,
          )}
          ${form(
            'suppress',
            html`<p class="soft">${word('suppressHint')}</p>
              ${input(word('until'), 'until', week, { type: 'date', required: true })}
              ${input(word('reasonNeeded'), 'text', '', { required: true })}<button>${word('suppress')}</button>`,
          )}`
    }
  </div>`;
}

function choice(one: Verdict, chosen: Verdict | undefined, view: View): Html {
  return html`<label class="choice"
    ><input type="radio" name="verdict" value="${one}" required ${one === chosen ? 'checked' : ''} /><span
      >${say(VERDICT_WORDS[one], view)} <span class="soft">${say(VERDICT_HINTS[one], view)}</span></span
    ></label
  >`;
}
