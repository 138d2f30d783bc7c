import type { FunctionContext } from '../../shared/function-context.ts';
import { openTimed, type Timed } from '../../shared/timed.ts';

let current: FunctionContext = {};
let timed: Timed | undefined;

/** A timer: collects the inventory and its configuration, verifies trust, decides what was held. */
export async function handler(event: Buffer, context: FunctionContext) {
  current = context;
  timed ??= openTimed(() => current);
  return timed.sweep(event);
}
