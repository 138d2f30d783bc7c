import type { Credentials } from '../../cloud/openapi.ts';
import { CloudError } from '../../errors.ts';

/** Whose functions, where, and with which keys. `endpoint` takes the place of Function Compute's. */
export interface InvokerOptions {
  readonly accountId: string;
  readonly region: string;
  readonly credentials: () => Credentials;
  readonly endpoint?: string | undefined;
  readonly timeoutMs?: number;
}

/** Calls deployed functions. Both throw CloudError. */
export interface Invoker {
  /** Waits for the function's answer; one that failed is a CloudError with its message. */
  readonly invoke: (functionName: string, event: string) => Promise<unknown>;
  /** Hands the event over. `duplicate`: an event with this id was handed over before. */
  readonly invokeAsync: (functionName: string, event: string, taskId: string) => Promise<'accepted' | 'duplicate'>;
}

const TIMEOUT_MS = 35_000;

/** The functions of Function Compute 3.0 through the vendor's client, which is loaded with the first call. */
export function openInvoker(options: InvokerOptions): Invoker {
  const post = async (functionName: string, event: string, headers: Record<string, string>) => {
    const client = await clientOf(options);
    const path = `/functions/${encodeURIComponent(functionName)}/invocations`;
    return client.post(path, event, headers, { qualifier: 'LATEST' });
  };
  return {
    invoke: async (functionName, event) => {
      try {
        const { headers, data } = await post(functionName, event, { 'x-fc-invocation-type': 'Sync' });
        const failed = headers['x-fc-error-type'];
        if (failed === undefined) return data;
        throw new CloudError(failed, `${functionName} failed: ${messageIn(data)}`);
      } catch (error) {
        throw toInvokeError(error, functionName);
      }
    },
    invokeAsync: async (functionName, event, taskId) => {
      try {
        await post(functionName, event, { 'x-fc-invocation-type': 'Async', 'x-fc-async-task-id': taskId });
        return 'accepted';
      } catch (error) {
        if (statusIn(error) === 409) return 'duplicate';
        throw toInvokeError(error, functionName);
      }
    },
  };
}

async function clientOf({ accountId, region, credentials, endpoint, timeoutMs = TIMEOUT_MS }: InvokerOptions) {
  const { default: Client } = await import('@alicloud/fc2');
  const { accessKeyId, accessKeySecret, securityToken } = credentials();
  const client = new Client(accountId, {
    accessKeyID: accessKeyId,
    accessKeySecret,
    ...(securityToken === undefined ? {} : { securityToken }),
    region,
    secure: true,
    timeout: timeoutMs,
    ...(endpoint === undefined ? {} : { endpoint }),
  });
  client.version = '2023-03-30';
  return client;
}

/** The client tells the status only in its message: `POST /… failed with 404. requestid: …`. */
function statusIn(error: unknown): number | undefined {
  const status = /failed with (\d{3})/u.exec(error instanceof Error ? error.message : '')?.[1];
  return status === undefined ? undefined : Number(status);
}

function toInvokeError(error: unknown, functionName: string): CloudError {
  if (error instanceof CloudError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const status = statusIn(error);
  if (status === 404) {
    return new CloudError('FunctionNotFound', `${functionName} is not deployed there: s deploy`, {
      cause: error,
      status,
    });
  }
  if (status === 401 || status === 403) {
    const why = `the key may not invoke ${functionName}: it needs fc:InvokeFunction`;
    return new CloudError('Forbidden', why, { cause: error, status });
  }
  if (status !== undefined)
    return new CloudError(`Http${status}`, `${functionName}: ${text}`, { cause: error, status });
  const isLate = /timeout/iu.test(text);
  return new CloudError(isLate ? 'Timeout' : 'Unreachable', `${functionName}: ${text}`, { cause: error });
}

function messageIn(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('errorMessage' in data)) return 'no reason given';
  return String(data.errorMessage);
}
