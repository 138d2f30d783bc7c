import { loadConfig } from './config.ts';
import { credentialsOf, type FunctionContext, logLine } from './function-context.ts';
import type { Surroundings } from './open.ts';

/** Where and as whom a function runs: from its context and its environment. Throws ConfigError. */
export async function surroundingsOf(context: () => FunctionContext, environment = process.env): Promise<Surroundings> {
  const { accountId = '', region = '' } = context();
  return {
    config: await loadConfig(environment),
    accountId,
    region,
    credentials: () => credentialsOf(context(), environment),
    now: () => new Date(),
    log: logLine,
  };
}
