import { ConfigError } from '../errors.ts';
import type { FunctionContext } from '../function-context.ts';
import { surroundingsOf } from '../surroundings.ts';
import { type Answer, answerOf, requestOf } from './function-http.ts';
import { openReview } from './open.ts';
import { readReviewSettings } from './settings.ts';

/** An answer of the service ends at 32 MB; a finding takes some kilobytes. */
const EXPORT_LIMIT = 2_000;

/** The page behind Function Compute's HTTP trigger. A wrong configuration is told, and may be put right at any time. */
export function openDoor(context: () => FunctionContext, environment = process.env) {
  let opened: ReturnType<typeof openReview> | undefined;
  const open = async () => {
    const surroundings = await surroundingsOf(context, environment);
    const settings = readReviewSettings(environment);
    return openReview({ surroundings, settings, isOnLoopback: false, exportLimit: EXPORT_LIMIT });
  };
  return async (event: Buffer): Promise<Answer> => {
    try {
      opened ??= await open();
    } catch (error) {
      if (error instanceof ConfigError) return answerOf(new Response(`${error.message}\n`, { status: 503 }));
      throw error;
    }
    const { request, source } = requestOf(event);
    return answerOf(await opened.app.fetch(request, { source }));
  };
}
