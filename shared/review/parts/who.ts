import { html } from 'hono/html';
import type { Finding } from '../../model/finding.ts';
import { STANDING_WORDS } from '../../notify/words.ts';
import { ACTOR_WORDS } from '../../notify/words/actors.ts';
import { href, say, type View } from '../view.ts';
import { FINDING } from '../words/finding.ts';
import { facts } from './table.ts';
import { code, foreign, type Html } from './text.ts';

/** Everything that is known of who did it. */
export function who({ actor, srcEndpoint }: Finding, view: View): Html {
  const known = Object.hasOwn(ACTOR_WORDS, actor.type) ? ACTOR_WORDS[actor.type] : undefined;
  const shown = (text: string | undefined) => (text === undefined ? undefined : code(text));
  return facts([
    [
      say(FINDING.actor, view),
      html`<a href="${href(view, '/findings', { actor: actor.name })}">${foreign(actor.name)}</a>
        <span class="soft">${known ? say(known, view) : foreign(actor.type, 60)}</span>`,
    ],
    [say(FINDING.standing, view), say(STANDING_WORDS[actor.standing], view)],
    [say(FINDING.session, view), shown(actor.session)],
    [say(FINDING.principal, view), shown(actor.principalId)],
    [say(FINDING.accessKey, view), shown(actor.accessKeyId)],
    [say(FINDING.actorAccount, view), shown(actor.accountId)],
    [
      say(FINDING.address, view),
      srcEndpoint.address === undefined
        ? undefined
        : html`${code(srcEndpoint.address)} ${srcEndpoint.vpcId === undefined ? '' : code(srcEndpoint.vpcId)}`,
    ],
    [say(FINDING.client, view), srcEndpoint.userAgent === undefined ? undefined : foreign(srcEndpoint.userAgent)],
  ]);
}
