import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Params } from '../../../shared/model/params.ts';
import pattern from '../../event-filter.json' with { type: 'json' };
import { bundleFunctions } from '../../bundle.ts';
import { releaseByPlatform } from '../cloud/platform.ts';
import { startCloud } from '../cloud/server.ts';
import { startDatabase } from '../../../shared/store/embedded.ts';
import { demoAccount } from '../demo/account.ts';
import type { Delivered } from '../dingtalk/robot.ts';
import { startEventBridge } from '../event-bridge/event-bridge.ts';
import type { Invocation } from '../function-compute/contract.ts';
import { startFunctionCompute } from '../function-compute/function-compute.ts';
import { startMailbox } from '../smtp/mailbox.ts';
import { rotating } from './credentials.ts';
import { type Decided, decisionIn } from './decisions.ts';
import { createFeed } from './feed.ts';
import { functionsFor } from './functions.ts';
import { startGroups } from './groups.ts';
import { warmUp } from './sdk-call.ts';
import { signersOf } from './signers.ts';
import { createStops } from './stops.ts';

/** How to start it. */
export interface StackOptions {
  readonly port: number;
  readonly language: string;
  /** With everything played, each cluster has a team of its own. */
  readonly all: boolean;
  /** Told of each part as it is ready. */
  readonly progress: (what: string, ms: number) => void;
  /** A function failed, or the stand-in did. */
  readonly problem: (text: string) => void;
}

const FUNCTIONS = fileURLToPath(new URL('../../../functions', import.meta.url));
const KEY_LIFE_MS = 60 * 60_000;

/** The cloud on one machine, with ackwatch deployed into it. */
export type Stack = Awaited<ReturnType<typeof startStack>>;

/** Starts everything; when one part does not start, those that did are ended. */
export async function startStack(options: StackOptions) {
  const stops = createStops();
  try {
    return { ...(await startParts(options, stops)), stop: stops.stop };
  } catch (error) {
    await stops.stop();
    throw error;
  }
}

async function startParts(
  { port, language, all, progress, problem }: StackOptions,
  stops: ReturnType<typeof createStops>,
) {
  const timed = async <T>(what: (result: T) => string, work: Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work;
    progress(what(result), performance.now() - started);
    return result;
  };
  const folder = mkdtempSync(join(tmpdir(), 'ackwatch-functions-'));
  stops.add(() => rmSync(folder, { recursive: true, force: true }));
  const demo = demoAccount({ onBug: (error) => problem(`The local cloud: ${String(error)}`) });
  const { world, prod, legacy, edge } = demo;
  const teams = all ? [prod.name, legacy.name, edge.name] : [];
  const messages = createFeed<Delivered>();
  const [database, cloud, groups, mailbox] = await stops.all([
    timed(() => 'Database: the PostgreSQL that came with npm ci', startDatabase({ fast: true })),
    timed(
      ({ origin }) => `Local cloud at ${origin}: account ${world.accountId}, ${world.cs.clusters.size} clusters`,
      startCloud({ world, port }).catch((error: unknown) => refuseTaken(error, port)),
    ),
    startGroups({ teams, folder, onMessage: messages.push }),
    startMailbox(),
    timed(
      (bundles) => `Functions built: ${bundles.map(({ name }) => name).join(', ')}`,
      bundleFunctions(FUNCTIONS, folder),
    ),
    Promise.resolve().then(warmUp),
  ] as const);

  const decisions = createFeed<Decided>();
  const host = await startFunctionCompute({
    functions: functionsFor({
      folder,
      databaseUrl: database.url,
      endpoint: cloud.origin,
      channels: groups.environment,
      smtpUrl: mailbox.url,
      language,
    }),
    region: world.region,
    accountId: world.accountId,
    credentials: rotating(
      () => world.actors.ackwatch(demo.watcher.allowed ?? new Set()),
      world.keys.revoke,
      KEY_LIFE_MS,
    ),
    onInvocation: (invocation) => {
      if (invocation.answer.kind === 'error' && !stops.isStopping()) problem(failureOf(invocation));
      const decided = invocation.functionName === 'actiontrail' ? decisionIn(invocation) : undefined;
      if (decided) decisions.push(decided);
    },
  });
  stops.add(host.stop);
  const bridge = startEventBridge({
    pattern,
    accountId: world.accountId,
    region: world.region,
    target: async (envelope) => void host.invokeAsync('actiontrail', JSON.stringify(envelope)),
  });
  stops.add(bridge.stop);
  stops.add(world.trail.subscribe(bridge.publish));
  const target = { endpoint: cloud.origin, region: world.region };
  const platform = (params: Params) => releaseByPlatform(world, params);
  return { demo, target, signers: signersOf(demo), platform, host, mailbox, groups, messages, decisions };
}

function refuseTaken(error: unknown, port: number): never {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
  throw new Error(`Port ${port} is taken. Choose another one, or leave --port out for any that is free.`, {
    cause: error,
  });
}

function failureOf({ functionName, attempt, answer, lines }: Invocation): string {
  return [`${functionName}, attempt ${attempt}: ${answer.payload.toString()}`, ...lines.slice(-5)].join('\n    ');
}
