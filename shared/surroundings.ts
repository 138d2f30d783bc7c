import { readConfig } from './config.ts';
import { credentialsOf, type FunctionContext, logLine } from './function-context.ts';
import type { Surroundings } from './open.ts';

/** Where and as whom a function runs: from its context and its environment. Throws ConfigError. */
export function surroundingsOf(context: () => FunctionContext, environment = process.env): Surroundings {
  const { accountId = '', region = '' } = context();
  return {
    config: readConfig(environment),
    accountId,
    region,
    credentials: () => credentialsOf(context(), environment),
    now: () => new Date(),
    log: logLine,
  };
}
