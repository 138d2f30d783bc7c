import { html } from 'hono/html';
import { input } from '../parts/fields.ts';
import { type Html, visible } from '../parts/text.ts';
import { href, say, type View } from '../view.ts';
import { SIGN_IN } from '../words/sign-in.ts';

/** Why somebody is not in yet. */
export interface Refusal {
  readonly why: 'wrong' | 'tooMany' | 'refused' | 'failed';
  readonly name?: string;
}

/** The way in: through a provider where one is configured, and by a personal token. */
export function signIn(
  {
    next,
    provider,
    refusal,
  }: { readonly next: string; readonly provider: string | undefined; readonly refusal?: Refusal | undefined },
  view: View,
): Html {
  const word = (key: keyof typeof SIGN_IN) => say(SIGN_IN[key], view);
  return html`<section class="card sign-in">
    <h1>ackwatch</h1>
    <p>${word('lead')}</p>
    ${refusal ? html`<p class="banner bad" role="alert">${say(SIGN_IN[refusal.why], view, { name: visible(refusal.name ?? '', 200) })}</p>` : ''}
    ${
      provider === undefined
        ? ''
        : html`<p>
            <a class="button" href="${href(view, '/sign-in/provider', { next })}"
              >${say(SIGN_IN.through, view, { name: provider })}</a
            >
          </p>`
    }
    <form method="post" action="${href(view, '/sign-in')}">
      <input type="hidden" name="next" value="${next}" />
      ${input(word('token'), 'token', '', { type: 'password', required: true })}
      <p class="soft">${word('tokenHint')}</p>
      <button class="primary">${word('submit')}</button>
    </form>
  </section>`;
}
