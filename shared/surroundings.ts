import { readConfig } from './config.ts';
import { credentialsOf, type FunctionContext, logLine } from './function-context.ts';
import type { Surroundings } from './open.ts';

/** Where and as whom a function runs: from its context and its environment. Throws ConfigError. */
export function surroundingsOf(context: () => FunctionContext): Surroundings {
  const { accountId = '', region = '' } = context();
  return {
    config: readConfig(),
    accountId,
    region,
    credentials: () => credentialsOf(context()),
    now: () => new Date(),
    log: logLine,
  };
}
