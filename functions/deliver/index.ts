import type { FunctionContext } from '../../shared/function-context.ts';
import { openTimed, type Timed } from '../../shared/timed.ts';

let current: FunctionContext = {};
let timed: Timed | undefined;

/** A timer: sends what is due and reads again what had not changed yet. */
export async function handler(_: Buffer, context: FunctionContext) {
  current = context;
  timed ??= openTimed(() => current);
  return timed.deliver();
}
