import { type Answer, DEFAULT_TIMEOUT_MS, type FunctionDefinition, type Surroundings } from './contract.ts';
import type { Context } from './protocol.ts';
import { launch } from './runner-process.ts';

/** One process that serves one call at a time and is frozen in between. */
export interface Instance {
  readonly pid: number;
  /** Thaws it, hands it the call, and freezes it again once the answer and all output are here. */
  readonly call: (requestId: string, event: Uint8Array) => Promise<Served>;
  readonly isAlive: () => boolean;
  readonly kill: () => Promise<void>;
  readonly gone: Promise<unknown>;
}

/** What one call brought. */
export interface Served {
  readonly answer: Answer;
  readonly lines: readonly string[];
  readonly coldStart: boolean;
}

const MEMORY_MB = 512;
const INITIALIZE_MS = 10_000;

/** Starts the process; the bundle is loaded, and `initialize` called, with the first call. */
export async function startInstance(
  runner: string,
  definition: FunctionDefinition,
  surroundings: Surroundings,
): Promise<Instance> {
  const { folder, timeoutMs = DEFAULT_TIMEOUT_MS } = definition;
  const runnerProcess = launch(runner, folder, await environmentOf(definition, surroundings));
  let isInitialized = false;

  const serve = async (requestId: string, event: Uint8Array): Promise<Answer> => {
    const context = await contextOf(requestId, definition, surroundings);
    if (!isInitialized) {
      const first = { kind: 'initialize', requestId: `${requestId}-initialize`, context } as const;
      const initialized = await runnerProcess.ask(first, INITIALIZE_MS);
      if (initialized.kind === 'error') return { ...initialized, errorType: 'UnhandledInvocationError' };
      isInitialized = true;
    }
    return runnerProcess.ask({ kind: 'call', requestId, context, event }, timeoutMs);
  };

  return {
    pid: runnerProcess.pid,
    isAlive: runnerProcess.isAlive,
    kill: runnerProcess.kill,
    gone: runnerProcess.gone,
    call: async (requestId, event) => {
      const coldStart = !isInitialized;
      runnerProcess.thaw();
      try {
        const answer = await serve(requestId, event);
        return { answer, lines: runnerProcess.takeLines(), coldStart };
      } finally {
        if (runnerProcess.isAlive()) runnerProcess.freeze();
      }
    },
  };
}

async function environmentOf(
  { name, environment }: FunctionDefinition,
  { region, accountId, credentials }: Surroundings,
): Promise<Readonly<Record<string, string>>> {
  const { accessKeyId, accessKeySecret, securityToken } = await credentials();
  return {
    PATH: process.env['PATH'] ?? '',
    FC_FUNCTION_NAME: name,
    FC_FUNCTION_HANDLER: 'index.handler',
    FC_FUNCTION_MEMORY_SIZE: String(MEMORY_MB),
    FC_REGION: region,
    FC_ACCOUNT_ID: accountId,
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    ...(securityToken === undefined ? {} : { ALIBABA_CLOUD_SECURITY_TOKEN: securityToken }),
    ...environment,
  };
}

async function contextOf(
  requestId: string,
  { name, timeoutMs = DEFAULT_TIMEOUT_MS }: FunctionDefinition,
  { region, accountId, credentials }: Surroundings,
): Promise<Context> {
  return {
    requestId,
    credentials: await credentials(),
    function: { name, handler: 'index.handler', memory: MEMORY_MB, timeout: Math.ceil(timeoutMs / 1_000) },
    service: { name: '', qualifier: 'LATEST', versionId: '' },
    region,
    accountId,
  };
}
