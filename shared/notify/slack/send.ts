import { ChannelError } from '../../errors.ts';
import { JSON_HEADERS, post } from '../post.ts';
import type { SlackMessage } from './message.ts';

/** What the webhook answers in place of `ok`, and what it means for the sender. */
const KINDS: Readonly<Record<string, ChannelError['kind']>> = {
  rate_limited: 'throttled',
  msg_too_long: 'too-long',
  invalid_token: 'configuration',
  no_active_hooks: 'configuration',
  no_service: 'configuration',
  no_service_id: 'configuration',
  no_team: 'configuration',
  team_disabled: 'configuration',
  user_not_found: 'configuration',
  channel_not_found: 'configuration',
  channel_is_archived: 'configuration',
  action_prohibited: 'configuration',
  posting_to_general_channel_denied: 'configuration',
  invalid_payload: 'bug',
  no_text: 'bug',
};

/** Posts one message, without retry. Throws ChannelError; the secret address is never part of it. */
export async function sendToSlack({ webhook }: { readonly webhook: string }, message: SlackMessage): Promise<void> {
  const { status, body, restMs } = await post('Slack', webhook, {
    body: JSON.stringify(message),
    headers: JSON_HEADERS,
  });
  const word = body.trim();
  if (status === 200 && word === 'ok') return;
  const known = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
  const kind = status === 429 ? 'throttled' : (known ?? 'retry-soon');
  throw new ChannelError(kind, `Slack answered HTTP ${status}${known === undefined ? '' : ` ${word}`}`, { restMs });
}
