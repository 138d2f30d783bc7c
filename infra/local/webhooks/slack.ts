import * as z from 'zod';
import { type Checked, type Post, type Receiver, startReceiver } from './server.ts';

const Message = z.object({ text: z.string().min(1) });

const MOST_LETTERS = 40_000;

/** The stand-in for one incoming webhook of Slack; `messages` are its texts. */
export async function startSlack(): Promise<Receiver<string> & { readonly webhook: string }> {
  const receiver = await startReceiver(check);
  return { ...receiver, webhook: `${receiver.origin}/services/T0/B0/TOKEN-hunter2` };
}

function check({ path, body }: Post): Checked<string> {
  if (path !== '/services/T0/B0/TOKEN-hunter2') return refused(404, 'no_service');
  const read = Message.safeParse(JSON.parse(body));
  if (!read.success) return refused(400, 'no_text');
  if (read.data.text.length > MOST_LETTERS) return refused(400, 'msg_too_long');
  return { taken: read.data.text, answer: { status: 200, body: 'ok' } };
}

function refused(status: number, word: string): Checked<string> {
  return { answer: { status, body: word } };
}
