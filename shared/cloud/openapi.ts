import pRetry from 'p-retry';
import { CloudError } from '../errors.ts';
import type { Cloud, CloudCall } from './cloud.ts';
import { endpointOf, type Product, VERSIONS } from './endpoints.ts';
import { isTransient, toCloudError } from './failure.ts';
import { createLimiter, type Limiter, LIMITS } from './limit.ts';
import { flatten } from './query.ts';
import { loadSdk, type Sdk } from './sdk.ts';

/** What signs a call; asked for anew on every attempt because it rotates. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string | undefined;
}

/** How to reach the cloud. `endpoint` is one origin that takes the place of every product's. */
export interface CloudOptions {
  readonly credentials: () => Credentials;
  readonly endpoint?: string | undefined;
  readonly now?: () => number;
}

const RETRIES = 5;
const ATTEMPT_MS = 10_000;
const CONNECT_MS = 3000;
/** Products that read their parameters from the form that is posted, not from the query. */
const BY_FORM: ReadonlySet<Product> = new Set<Product>(['eflo', 'eflo-controller']);

/** The Cloud over Alibaba Cloud's OpenAPI (ACS3 signatures). The SDK is loaded with the first call. */
export function openCloud(options: CloudOptions): Cloud {
  const now = options.now ?? Date.now;
  const limiters = new Map<Product, Limiter>();
  const limiterOf = (product: Product): Limiter => {
    const limiter = limiters.get(product) ?? createLimiter(...LIMITS[product]);
    limiters.set(product, limiter);
    return limiter;
  };
  return { call: async (call) => callUntilDeadline(call, limiterOf(call.product), options, now) };
}

async function callUntilDeadline(
  call: CloudCall,
  limiter: Limiter,
  options: CloudOptions,
  now: () => number,
): Promise<unknown> {
  const what = `${call.product}:${call.action}`;
  const late = (): CloudError => new CloudError('Timeout', `${what} did not answer in time`);
  const left = (): number => call.deadline - now();
  if (left() <= 0) throw late();
  let last: CloudError | undefined;
  const abort = new AbortController();
  const attempt = async (): Promise<unknown> => {
    try {
      return await limiter.run(async () => {
        if (left() <= 0 || abort.signal.aborted) throw late();
        return await (call.product === 'sls'
          ? bySls(call, options, left())
          : once(await loadSdk(), call, options, left()));
      });
    } catch (error) {
      last = toCloudError(error, what);
      throw last;
    }
  };
  const retried = pRetry(attempt, {
    retries: RETRIES,
    minTimeout: 150,
    maxTimeout: 3000,
    randomize: true,
    signal: abort.signal,
    shouldRetry: ({ error }) => left() > 0 && error instanceof CloudError && isTransient(error),
  });
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const reason = last ?? late();
      abort.abort(reason);
      reject(reason);
    }, left());
  });
  try {
    return await Promise.race([retried, expiry]);
  } catch (error) {
    throw toCloudError(error, what);
  } finally {
    clearTimeout(timer);
    retried.catch(() => undefined);
  }
}

/** Log Service speaks a protocol of its own. */
async function bySls(call: CloudCall, options: CloudOptions, left: number): Promise<unknown> {
  const { askSls } = await import('./sls.ts');
  return askSls(call, { ...options, now: options.now ?? Date.now }, Math.max(1, Math.min(left, ATTEMPT_MS)));
}

async function once(sdk: Sdk, call: CloudCall, options: CloudOptions, left: number): Promise<unknown> {
  const { protocol, host } = endpointOf(call.product, call.region, options.endpoint);
  const { securityToken, ...keys } = options.credentials();
  const client = new sdk.Client(
    new sdk.Config({
      ...keys,
      ...(securityToken ? { securityToken } : {}),
      protocol,
      endpoint: host,
      regionId: call.region,
    }),
  );
  const isRoa = call.product === 'cs';
  const params = new sdk.Params({
    action: call.action,
    version: VERSIONS[call.product],
    protocol,
    pathname: isRoa ? (call.path ?? '/') : '/',
    method: isRoa ? 'GET' : 'POST',
    authType: 'AK',
    style: isRoa ? 'ROA' : 'RPC',
    reqBodyType: isRoa ? 'json' : 'formData',
    bodyType: 'string',
  });
  const flat = flatten(isRoa ? { region_id: call.region, ...call.params } : { RegionId: call.region, ...call.params });
  const request = BY_FORM.has(call.product) ? { body: flat } : { query: flat };
  const attemptMs = Math.max(1, Math.min(left, ATTEMPT_MS));
  const runtime = { autoretry: false, readTimeout: attemptMs, connectTimeout: Math.min(attemptMs, CONNECT_MS) };
  const answer = await client.callApi(params, new sdk.OpenApiRequest(request), runtime);
  return objectIn(answer, `${call.product}:${call.action}`);
}

function objectIn(answer: { readonly body?: unknown }, what: string): unknown {
  try {
    const body: unknown = JSON.parse(String(answer.body));
    if (typeof body === 'object' && body !== null) return body;
  } catch {
    // told below
  }
  throw new CloudError('Nonsense', `${what} answered with something that is no JSON object`);
}
