import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Text } from '../../model/text.ts';
import { layout } from '../pages/layout.ts';
import type { Html } from '../parts/text.ts';
import type { Call } from '../review.ts';
import { say } from '../view.ts';

/** Answers with a page. */
export async function show(
  c: Call,
  title: Text | string,
  content: Html,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const view = c.get('view');
  const page = await layout(typeof title === 'string' ? title : say(title, view), await content, view);
  return c.html(page, status);
}
