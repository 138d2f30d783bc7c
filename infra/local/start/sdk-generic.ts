import { VERSIONS } from '../../../shared/cloud/endpoints.ts';
import { flatten } from '../../../shared/cloud/query.ts';
import { loadSdk } from '../../../shared/cloud/sdk.ts';
import type { Params } from '../../../shared/model/params.ts';
import type { SdkCall, Signer, Target } from './sdk-call.ts';

const TIMEOUTS = { autoretry: false, connectTimeout: 3_000, readTimeout: 10_000 };

/** Prepares a call by the generic client. */
export async function genericCall(signer: Signer, target: Target, call: SdkCall): Promise<() => Promise<Params>> {
  const sdk = await loadSdk();
  const client = new sdk.Client(new sdk.Config({ ...configOf(signer, target) }));
  const [method = 'POST', pathname = '/'] = call.route?.split(' ') ?? [];
  const isRoa = call.route !== undefined;
  const described = new sdk.Params({
    action: call.action,
    version: VERSIONS[call.product],
    protocol: 'http',
    pathname,
    method,
    authType: 'AK',
    style: isRoa ? 'ROA' : 'RPC',
    reqBodyType: isRoa ? 'json' : 'formData',
    bodyType: 'json',
  });
  const request = new sdk.OpenApiRequest(requestOf(call, method, target.region));
  return async () => {
    const { body, headers } = (await client.callApi(described, request, TIMEOUTS)) as Answered;
    const answer = typeof body === 'object' && body !== null ? (body as Params) : {};
    // Container Service answers some calls without an id of the request; the header always has it.
    return isRoa ? { ...answer, requestId: headers?.['x-acs-request-id'] } : answer;
  };
}

interface Answered {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function requestOf({ params, route }: SdkCall, method: string, region: string): Params {
  if (route === undefined) return { query: flatten({ RegionId: region, ...params }) };
  if (method === 'GET') return { query: flatten({ region_id: region, ...params }) };
  return { query: { region_id: region }, body: params };
}

/** The same for every client. */
export function configOf({ accessKeyId, accessKeySecret, securityToken }: Signer, target: Target): Params {
  const keys = { accessKeyId, accessKeySecret, ...(securityToken === undefined ? {} : { securityToken }) };
  return { ...keys, protocol: 'http', endpoint: new URL(target.endpoint).host, regionId: target.region };
}
