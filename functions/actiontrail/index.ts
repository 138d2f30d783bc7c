import type { FunctionContext } from '../../shared/function-context.ts';
import { openReceiver } from '../../shared/receive.ts';

let current: FunctionContext = {};
const receiver = openReceiver(() => current);

/** Once per instance: a wrong configuration is told at start, not with the first event. */
export async function initialize(context: FunctionContext): Promise<void> {
  current = context;
  await receiver.check();
}

/** ActionTrail's events, pushed by EventBridge. */
export async function handler(event: Buffer, context: FunctionContext) {
  current = context;
  return receiver.receive(event);
}
