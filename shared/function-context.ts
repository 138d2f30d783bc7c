import type { Credentials } from './cloud/openapi.ts';
import { ConfigError } from './errors.ts';

/** What Function Compute hands to every call, as far as it is read. */
export interface FunctionContext {
  readonly requestId?: string;
  /** The role's keys; they rotate, so they are read anew on every call. */
  readonly credentials?: Partial<Credentials>;
  readonly region?: string;
  readonly accountId?: string;
}

/** The keys of the function's role, else those of the environment. */
export function credentialsOf({ credentials }: FunctionContext, environment = process.env): Credentials {
  const accessKeyId = credentials?.accessKeyId ?? environment['ALIBABA_CLOUD_ACCESS_KEY_ID'];
  const accessKeySecret = credentials?.accessKeySecret ?? environment['ALIBABA_CLOUD_ACCESS_KEY_SECRET'];
  if (!accessKeyId || !accessKeySecret) {
    throw new ConfigError('Expected a role of the function, or ALIBABA_CLOUD_ACCESS_KEY_ID and _SECRET, to sign calls');
  }
  const own = credentials?.accessKeyId === undefined ? environment['ALIBABA_CLOUD_SECURITY_TOKEN'] : undefined;
  return { accessKeyId, accessKeySecret, securityToken: credentials?.securityToken ?? own };
}

/** One structured line on standard output, where Function Compute's log configuration takes it from. */
export function logLine(message: string, fields: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ message, ...fields })}\n`);
}
