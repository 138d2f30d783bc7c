import { JSON_HEADERS, post } from '../post.ts';
import { signedUrl } from './sign.ts';
import { verdictOf } from './verdict.ts';

/** One robot of one group. */
export interface Robot {
  /** The whole address with its token: a secret. */
  readonly webhook: string;
  readonly secret?: string | undefined;
}

/** Posts one message, without retry. Throws ChannelError; neither token nor secret is ever part of it. */
export async function sendToDingTalk(robot: Robot, message: unknown, now: Date, timeoutMs?: number): Promise<void> {
  const url = signedUrl(robot.webhook, robot.secret, now);
  const answer = await post('DingTalk', url, { body: JSON.stringify(message), headers: JSON_HEADERS }, timeoutMs);
  const refused = verdictOf(answer.status, answer.body);
  if (refused) throw refused;
}
