import type { ArgsDef } from 'citty';
import { ACCOUNT_ARGS, openAccount } from '../account.ts';
import type { Terminal } from '../command.ts';
import { type Invoker, openInvoker } from './invoker.ts';

/** Options of every command that calls a deployed function. */
export const FUNCTION_ARGS = {
  ...ACCOUNT_ARGS,
  function: { type: 'string', default: 'ackwatch-actiontrail', description: 'Name of the deployed function' },
  endpoint: {
    type: 'string',
    description: "Origin that takes the place of Function Compute's, such as http://127.0.0.1:9000",
  },
} as const satisfies ArgsDef;

/** Whose functions they are, and how to call them. Throws ConfigError or CloudError. */
export async function openFunctions(
  args: {
    readonly regions?: string | undefined;
    readonly account?: string | undefined;
    readonly endpoint?: string | undefined;
  },
  terminal: Terminal,
): Promise<{ readonly account: Awaited<ReturnType<typeof openAccount>>; readonly invoker: Invoker }> {
  const account = await openAccount(args, terminal);
  const { accountId, region, credentials } = account;
  return { account, invoker: openInvoker({ accountId, region, credentials, endpoint: args.endpoint }) };
}
