/** What signs a function's calls to the cloud: the role's temporary keys. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

/** A time at which a function is called by itself. */
export interface TimerTrigger {
  readonly name: string;
  /** `@every 60m`, or six fields in UTC (`CRON_TZ=Asia/Shanghai 0 7 * * * *` for another zone). */
  readonly cronExpression: string;
  readonly payload?: string;
}

/** One function as `s.yaml` describes it; `folder` is its bundle. */
export interface FunctionDefinition {
  readonly name: string;
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** Instances at a time: reserved concurrency. */
  readonly maximumInstances?: number;
  /** Of an asynchronous call, after the first attempt. */
  readonly maximumRetries?: number;
  readonly triggers?: readonly TimerTrigger[];
}

/** What every function of one deployment has in common. */
export interface Surroundings {
  readonly region: string;
  readonly accountId: string;
  /** Asked anew for every call, because the keys rotate. */
  readonly credentials: () => Credentials | Promise<Credentials>;
}

/** What a call brought: the handler's answer, or the error as Function Compute would answer it. */
export type Answer =
  | { readonly kind: 'success'; readonly payload: Buffer }
  | {
      readonly kind: 'error';
      /** Value of the header `X-Fc-Error-Type`. */
      readonly errorType: 'HandledInvocationError' | 'UnhandledInvocationError';
      readonly payload: Buffer;
    };

/** One attempt at one call, after it ended. */
export interface Invocation {
  readonly requestId: string;
  readonly functionName: string;
  readonly type: 'sync' | 'async';
  /** 1 for the first. */
  readonly attempt: number;
  readonly event: Buffer;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly coldStart: boolean;
  readonly answer: Answer;
  /** What the instance wrote to stdout and stderr meanwhile. */
  readonly lines: readonly string[];
}

/** The service refused the call: the function never saw it. */
export class FunctionComputeError extends Error {
  override readonly name = 'FunctionComputeError';
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The timeout where a definition names none. */
export const DEFAULT_TIMEOUT_MS = 3_000;

/** A call that ends without the handler's word: timed out, crashed, or not loadable. */
export function unhandled(errorMessage: string, more: Readonly<Record<string, unknown>> = {}): Answer {
  const payload = Buffer.from(JSON.stringify({ errorMessage, ...more }));
  return { kind: 'error', errorType: 'UnhandledInvocationError', payload };
}
