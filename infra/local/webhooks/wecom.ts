import * as z from 'zod';
import { type Checked, json, type Post, type Receiver, startReceiver } from './server.ts';

const Message = z.object({ msgtype: z.literal('markdown'), markdown: z.object({ content: z.string() }) });

const MOST_BYTES = 4_096;

/** The stand-in for one robot of a WeCom group; `messages` are its texts. */
export async function startWeCom(): Promise<Receiver<string> & { readonly webhook: string }> {
  const receiver = await startReceiver(check);
  return { ...receiver, webhook: `${receiver.origin}/cgi-bin/webhook/send?key=TOKEN-hunter2` };
}

function check({ path, query, body }: Post): Checked<string> {
  if (path !== '/cgi-bin/webhook/send' || query.get('key') !== 'TOKEN-hunter2')
    return refused(93000, 'invalid webhook url');
  const read = Message.safeParse(JSON.parse(body));
  if (!read.success) return refused(40008, 'invalid message type');
  const { content } = read.data.markdown;
  if (Buffer.byteLength(content) > MOST_BYTES) return refused(40058, 'markdown.content exceed max length 4096');
  return { taken: content, answer: json({ errcode: 0, errmsg: 'ok' }) };
}

function refused(errcode: number, errmsg: string): Checked<string> {
  return { answer: json({ errcode, errmsg }) };
}
