import { randomUUID } from 'node:crypto';
import { type Params, textOf } from '../../../shared/model/params.ts';
import { ApiError } from './api.ts';
import type { Key, Keys } from './keys.ts';
import { createNonces, type Nonces } from './nonces.ts';
import type { Performed } from './perform.ts';
import { refusals } from './refusals.ts';
import { productsOf, type Route, routeOf } from './route.ts';
import { type Signature, signatureOf, type WireRequest } from './signature.ts';
import { projectOfHost, slsSignatureOf } from './sls/wire.ts';
import { createThrottle } from './throttle.ts';
import type { World } from './world.ts';

/** The version of Log Service, whose requests do not name one. */
const LOG_SERVICE = '2020-12-30';
const TIME_WINDOW_MS = 15 * 60_000;
/** Members of an RPC request that are the protocol's own, not the operation's. */
const PROTOCOL: ReadonlySet<string> = new Set([
  'Action',
  'Version',
  'Format',
  'AccessKeyId',
  'Signature',
  'SignatureMethod',
  'SignatureVersion',
  'SignatureNonce',
  'SignatureType',
  'Timestamp',
  'SecurityToken',
]);

/** What a request asks for, before anything of it is checked. */
export interface Asked {
  readonly request: WireRequest;
  readonly form: Readonly<Record<string, string>>;
  readonly route: Route;
  /** The account whose key it is signed with. */
  readonly world: World;
}

/** What came of a request. `refusedBy` tells whose words the error is in: products of ROA style spell it otherwise. */
export interface Handled extends Performed {
  readonly refusedBy?: 'gateway' | 'product';
}

/** The checks in front of every product, in the order in which Alibaba Cloud makes them. */
export interface Gateway {
  /** Which operation is meant, or why none is. */
  readonly route: (request: WireRequest) => Asked | ApiError;
  /** Checks key, signature, time, nonce, token and rate, then runs it. */
  readonly run: (asked: Asked, sourceIp: string) => Handled;
}

/** The gateway of a world and its members. `wallClock` is what signers take their time stamps from, not the world's own time. */
export function createGateway(world: World, wallClock: () => number): Gateway {
  const throttle = createThrottle(wallClock);
  const nonces = createNonces(wallClock, 2 * TIME_WINDOW_MS);
  const admit = ({ request, form, route: { product }, world: { keys } }: Asked): Key => {
    const key = authenticated(keys, signedBy(request, form), wallClock(), nonces);
    const name = `${product.product} ${key.caller.accountId}`;
    if (throttle.take(name, product.callsPerSecond)) return key;
    throw refusals.throttled(product.style === 'ROA' ? 429 : 400);
  };
  return {
    route: (request) => routed(world, request),
    run: (asked, sourceIp) => {
      const { request, route, world: home } = asked;
      try {
        const key = admit(asked);
        const params = paramsOf(asked);
        const region = textOf(params, 'RegionId') ?? textOf(params, 'region_id') ?? home.region;
        const userAgent = request.headers['user-agent'] ?? '';
        return { ...home.perform({ ...route, key, region, params, sourceIp, userAgent }), refusedBy: 'product' };
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return { requestId: randomUUID().toUpperCase(), outcome: { error }, refusedBy: 'gateway' };
      }
    },
  };
}

function routed(main: World, request: WireRequest): Asked | ApiError {
  const form = formOf(request);
  const accessKeyId = signedBy(request, form)?.accessKeyId ?? '';
  const project = projectOfHost(request);
  const world = main.members.find(({ keys }) => keys.find(accessKeyId) !== undefined) ?? main;
  const said = request.headers['x-acs-version'] ?? request.query['Version'] ?? form['Version'] ?? '';
  const version = project === undefined ? said : LOG_SERVICE;
  const action = request.headers['x-acs-action'] ?? request.query['Action'] ?? form['Action'];
  const candidates = productsOf(world.products, version);
  if (candidates.length === 0) return refusals.unknownVersion();
  const route = routeOf(candidates, { version, action, method: request.method, path: request.path });
  if (route === undefined) return refusals.unknownAction();
  const pathParams = { ...route.pathParams, ...(project === undefined ? {} : { project }) };
  return { request, form, route: { ...route, pathParams }, world };
}

function signedBy(request: WireRequest, form: Readonly<Record<string, string>>): Signature | undefined {
  return slsSignatureOf(request) ?? signatureOf(request, form);
}

function authenticated(keys: Keys, signature: Signature | undefined, now: number, nonces: Nonces): Key {
  if (signature === undefined) throw refusals.unsigned();
  const key = keys.find(signature.accessKeyId);
  if (key === undefined) throw refusals.unknownKey();
  if (!signature.isSignedWith(key.accessKeySecret)) throw refusals.wrongSignature();
  const age = Math.abs(now - Date.parse(signature.time ?? ''));
  if (Number.isNaN(age) || age > TIME_WINDOW_MS) throw refusals.staleTime();
  if (signature.nonce === undefined || !nonces.use(key.accessKeyId, signature.nonce)) throw refusals.usedNonce();
  if (key.until !== undefined && key.until.getTime() <= now) throw refusals.endedToken();
  if (signature.securityToken === key.securityToken) return key;
  throw signature.securityToken === undefined ? refusals.missingToken() : refusals.wrongToken();
}

/** Query, path and body together. */
function paramsOf({ request, form, route }: Asked): Params {
  const all = { ...request.query, ...form, ...jsonOf(request), ...route.pathParams };
  if (route.product.style === 'ROA') return all;
  return Object.fromEntries(Object.entries(all).filter(([name]) => !PROTOCOL.has(name)));
}

function formOf({ headers, body }: WireRequest): Readonly<Record<string, string>> {
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  return isForm ? Object.fromEntries(new URLSearchParams(body.toString('utf8'))) : {};
}

function jsonOf({ headers, body }: WireRequest): Params {
  if (headers['content-type']?.startsWith('application/json') !== true || body.length === 0) return {};
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : {};
  } catch {
    throw new ApiError(400, 'InvalidRequestBody', 'The request body is not valid JSON.');
  }
}
