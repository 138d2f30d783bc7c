import { randomUUID } from 'node:crypto';
import { defineCommand } from '../command.ts';
import { FUNCTION_ARGS, openFunctions } from '../invoke/function-args.ts';

const WAIT_SECONDS = 60;

export const smoke = defineCommand({
  name: 'smoke',
  description:
    'Sends a marked test event through the deployed function to the channels and waits for its decision. It tells of a refused attempt on an API server, which nobody made.',
  args: {
    ...FUNCTION_ARGS,
    'load-balancer': { type: 'string', description: 'Of the API server; unless given, the first one found' },
    async: {
      type: 'boolean',
      default: false,
      description: 'Hand it over as EventBridge does and wait for the decision in the database (DATABASE_URL)',
    },
    wait: {
      type: 'string',
      default: String(WAIT_SECONDS),
      description: 'Seconds to wait for the decision with --async',
    },
  },
  examples: [
    ['ackwatch smoke --regions cn-hangzhou', 'calls the function and shows what it decided'],
    ['ackwatch smoke --async', 'the way that events take, queue included'],
  ],
  run: async (args, terminal) => {
    const { account, invoker } = await openFunctions(args, terminal);
    const { findApiServer } = await import('../invoke/api-server.ts');
    const { runSmoke } = await import('../invoke/run-smoke.ts');
    const target = {
      eventId: `ackwatch-smoke-${randomUUID()}`,
      accountId: account.accountId,
      region: account.region,
      loadBalancer: await findApiServer(account, args['load-balancer']),
      at: new Date(),
    };
    const databaseUrl = args.async ? account.config.databaseUrl : undefined;
    const waitMs = Number(args.wait) * 1_000;
    return runSmoke(
      { target, invoker, functionName: args.function, isAsync: args.async, databaseUrl, waitMs },
      args.json,
      terminal,
    );
  },
});
