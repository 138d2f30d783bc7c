import type { Params } from '../../../shared/model/params.ts';
import { ecsCall, loadEcs } from './sdk-ecs.ts';
import { type Product, VERSIONS } from '../../../shared/cloud/endpoints.ts';
import { genericCall } from './sdk-generic.ts';

/** Who signs: a pair of keys, with a token where a role acts. */
export interface Signer {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string | undefined;
}

/** One call as a person or a program makes it. */
export interface SdkCall {
  readonly product: Product;
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

/** The products that can be called. */
export const PRODUCTS = Object.keys(VERSIONS);

/** Loads the large client beforehand, so that no call waits for it. */
export const warmUp: () => void = loadEcs;

/** Calls through the vendor's SDK, signed: ECS by its own client, the others by the generic one. */
export async function callSdk(signer: Signer, target: Target, call: SdkCall): Promise<Called> {
  const send = call.product === 'ecs' ? ecsCall(signer, target, call) : await genericCall(signer, target, call);
  const at = new Date();
  try {
    const answer = await send();
    return { at, requestId: idIn(answer), answer };
  } catch (error) {
    const { code, data } = error as { readonly code?: unknown; readonly data?: unknown };
    if (typeof code !== 'string' || typeof data !== 'object' || data === null) throw error;
    return { at, requestId: idIn(data), refused: code, answer: {} };
  }
}

/** The request id, as RPC, the typed client and Container Service spell it. */
function idIn(body: object): string {
  const { RequestId, requestId, request_id } = body as Readonly<Record<string, unknown>>;
  return [RequestId, requestId, request_id].find((id) => typeof id === 'string') ?? '';
}
