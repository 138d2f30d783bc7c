import { html } from 'hono/html';
import { localTime } from '../../notify/times.ts';
import { script, style } from '../assets/assets.ts';
import { formKey } from '../parts/fields.ts';
import { foreign, type Html } from '../parts/text.ts';
import { href, say, THEMES, type View } from '../view.ts';
import { SHELL } from '../words/shell.ts';
import { REVIEW_ROLE_WORDS } from '../words/terms.ts';

const TAGS = { en: 'en', zh: 'zh-CN', ja: 'ja' } as const;

const SECTIONS = [
  ['/', SHELL.overview],
  ['/findings', SHELL.findings],
  ['/events', SHELL.events],
  ['/clusters', SHELL.clusters],
  ['/rules', SHELL.rules],
] as const;

/** A time zone or two in which people look at it, besides their own. */
const ZONES = ['Asia/Shanghai', 'Asia/Tokyo', 'Asia/Singapore', 'Europe/Berlin', 'America/New_York', 'UTC'];

/** The whole page around its content. */
export function layout(title: string, content: Html, view: View): Html {
  return html`<!doctype html>
    <html lang="${TAGS[view.language]}" data-theme="${view.theme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title} · ackwatch</title>
        <link rel="stylesheet" href="${view.base}${style.path}" />
        <link rel="icon" href="data:," />
        <script src="${view.base}${script.path}" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">${say(SHELL.skip, view)}</a>
        ${view.visitor ? top(view) : ''}
        <main id="content" tabindex="-1">${content}</main>
        ${preferences(view)}
      </body>
    </html>`;
}

function top(view: View): Html {
  const path = view.here.split('?')[0] ?? '';
  return html`<header class="top">
    <div>
      <a class="brand" href="${href(view, '/')}">ackwatch</a>
      <nav class="main" aria-label="${say(SHELL.navigation, view)}">
        ${SECTIONS.map(([to, text]) => {
          const isHere = to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
          return html`<a href="${href(view, to)}" ${isHere ? html`aria-current="page"` : ''}>${say(text, view)}</a>`;
        })}
      </nav>
      ${who(view)}
    </div>
  </header>`;
}

function who(view: View): Html {
  const { visitor } = view;
  if (!visitor) return html``;
  if (visitor.via === 'local') return html`<div class="who soft">${say(SHELL.local, view)}</div>`;
  return html`<form class="who" method="post" action="${href(view, '/sign-out')}">
    ${formKey(view)}<span
      >${foreign(visitor.name, 60)} <span class="soft">(${say(REVIEW_ROLE_WORDS[visitor.role], view)})</span></span
    >
    <button>${say(SHELL.signOut, view)}</button>
  </form>`;
}

function preferences(view: View): Html {
  const options = (values: readonly (readonly [string, string])[], chosen: string) =>
    values.map(
      ([value, text]) => html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${text}</option>`,
    );
  const zones = [...new Set([view.timeZone, ...ZONES])].map((zone) => [zone, zone] as const);
  const themes = THEMES.map((theme) => [theme, say(SHELL[theme], view)] as const);
  return html`<footer>
    <p class="soft">${localTime(view.now, view.timeZone)} · ${view.timeZone}</p>
    <details>
      <summary>${say(SHELL.preferences, view)}</summary>
      <form class="filters" method="post" action="${href(view, '/preferences')}">
        <input type="hidden" name="here" value="${view.here}" />
        <label
          ><span>${say(SHELL.language, view)}</span
          ><select name="language">
            ${options(
              [
                ['en', 'English'],
                ['zh', '中文'],
                ['ja', '日本語'],
              ],
              view.language,
            )}
          </select></label
        >
        <label
          ><span>${say(SHELL.timeZone, view)}</span
          ><select name="zone">
            ${options(zones, view.timeZone)}
          </select></label
        >
        <label
          ><span>${say(SHELL.theme, view)}</span
          ><select name="theme">
            ${options(themes, view.theme)}
          </select></label
        >
        <button>${say(SHELL.save, view)}</button>
      </form>
    </details>
  </footer>`;
}
