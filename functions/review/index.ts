import type { FunctionContext } from '../../shared/function-context.ts';
import { openDoor } from '../../shared/review/door.ts';

let current: FunctionContext = {};
const door = openDoor(() => current);

/** The review page, behind an HTTP trigger. */
export async function handler(event: Buffer, context: FunctionContext) {
  current = context;
  return door(event);
}
