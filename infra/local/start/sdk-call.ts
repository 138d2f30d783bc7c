import { createRequire } from 'node:module';
import { flatten } from '../../../shared/cloud/query.ts';
import { loadSdk } from '../../../shared/cloud/sdk.ts';
import type { Params } from '../../../shared/model/params.ts';

/** Who signs: a pair of keys, with a token where a role acts. */
export interface Signer {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string | undefined;
}

/** One call as a person or a program makes it. */
export interface SdkCall {
  readonly product: keyof typeof VERSIONS;
  readonly action: string;
  readonly params: Params;
  /** Container Service only: `PUT /clusters/c1/nodepools/np1`; then `params` is the body. */
  readonly route?: string;
}

/** What the cloud said. The request id is the event's id as well. */
export interface Called {
  readonly at: Date;
  readonly requestId: string;
  /** The error code of a refused call. */
  readonly refused?: string;
  readonly answer: Params;
}

/** Where and in which region calls go. */
export interface Target {
  readonly endpoint: string;
  readonly region: string;
}

/** API versions of the products that can be called. */
const VERSIONS = {
  slb: '2014-05-15',
  ecs: '2014-05-26',
  ess: '2014-08-28',
  tag: '2018-08-28',
  cs: '2015-12-15',
  ram: '2015-05-01',
} as const;

const TIMEOUTS = { autoretry: false, connectTimeout: 3_000, readTimeout: 10_000 };

/** The products that can be called. */
export const PRODUCTS = Object.keys(VERSIONS);

/** Calls through the vendor's SDK, signed: ECS by its own client, the others by the generic one. */
export async function callSdk(signer: Signer, target: Target, call: SdkCall): Promise<Called> {
  const at = new Date();
  try {
    const body = call.product === 'ecs' ? await callEcs(signer, target, call) : await callGeneric(signer, target, call);
    return { at, requestId: idIn(body), answer: body };
  } catch (error) {
    const { code, data } = error as { readonly code?: unknown; readonly data?: unknown };
    if (typeof code !== 'string' || typeof data !== 'object' || data === null) throw error;
    return { at, requestId: idIn(data), refused: code, answer: {} };
  }
}

/** The request id, as RPC and as Container Service spell it. */
function idIn(body: object): string {
  const { RequestId, requestId, request_id } = body as Readonly<Record<string, unknown>>;
  return [RequestId, requestId, request_id].find((id) => typeof id === 'string') ?? '';
}

async function callGeneric(
  signer: Signer,
  target: Target,
  { product, action, params, route }: SdkCall,
): Promise<Params> {
  const sdk = await loadSdk();
  const client = new sdk.Client(new sdk.Config({ ...configOf(signer, target) }));
  const [method = 'POST', pathname = '/'] = route?.split(' ') ?? [];
  const isRoa = route !== undefined;
  const described = new sdk.Params({
    action,
    version: VERSIONS[product],
    protocol: 'http',
    pathname,
    method,
    authType: 'AK',
    style: isRoa ? 'ROA' : 'RPC',
    reqBodyType: isRoa ? 'json' : 'formData',
    bodyType: 'json',
  });
  const request = isRoa
    ? { query: { region_id: target.region }, body: params }
    : { query: flatten({ RegionId: target.region, ...params }) };
  const { body, headers } = (await client.callApi(described, new sdk.OpenApiRequest(request), TIMEOUTS)) as {
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  };
  const answer = typeof body === 'object' && body !== null ? (body as Params) : {};
  // Container Service answers some calls without an id of the request; the header always has it.
  return isRoa ? { ...answer, requestId: headers?.['x-acs-request-id'] } : answer;
}

/** By the typed client: `DeleteInstance` is its method `deleteInstance`, with a `DeleteInstanceRequest`. */
async function callEcs(signer: Signer, target: Target, { action, params }: SdkCall): Promise<Params> {
  const { Client, requestOf } = loadEcs();
  const client = new Client({ ...configOf(signer, target), connectTimeout: 3_000, readTimeout: 10_000 }) as Readonly<
    Record<string, unknown>
  >;
  const method = client[lowerFirst(action)];
  if (typeof method !== 'function') throw new TypeError(`Expected an action of ECS, got ${action}`);
  const fields = Object.entries({ RegionId: target.region, ...params }).map(([name, value]) => [
    lowerFirst(name),
    value,
  ]);
  const answer = (await method.call(client, requestOf(action, Object.fromEntries(fields)))) as {
    readonly body: Params;
  };
  return { RequestId: answer.body['requestId'], ...answer.body };
}

interface Ecs {
  readonly Client: new (config: object) => object;
  readonly requestOf: (action: string, fields: Params) => object;
}

/** Loaded when first needed: it is large. */
function loadEcs(): Ecs {
  const loaded = createRequire(import.meta.url)('@alicloud/ecs20140526') as Readonly<Record<string, unknown>>;
  const { default: Client } = loaded;
  if (typeof Client !== 'function') throw new TypeError('@alicloud/ecs20140526 does not export what is expected of 7');
  const requestOf = (action: string, fields: Params): object => {
    const Request = loaded[`${action}Request`];
    if (typeof Request !== 'function') throw new TypeError(`Expected an action of ECS, got ${action}`);
    return new (Request as new (fields: Params) => object)(fields);
  };
  return { Client: Client as Ecs['Client'], requestOf };
}

function configOf({ accessKeyId, accessKeySecret, securityToken }: Signer, { endpoint, region }: Target): Params {
  const keys = { accessKeyId, accessKeySecret, ...(securityToken === undefined ? {} : { securityToken }) };
  return { ...keys, protocol: 'http', endpoint: new URL(endpoint).host, regionId: region };
}

const lowerFirst = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);
