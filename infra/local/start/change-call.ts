import type { Params } from '../../../shared/model/params.ts';
import { PRODUCTS, type SdkCall } from './sdk-call.ts';

/** Who calls, and what. */
export interface Change {
  readonly as: string;
  readonly call: SdkCall;
}

/** Reads `[--as alice] slb SetLoadBalancerTCPListenerAttribute LoadBalancerId=lb-1 ListenerPort=6443`. */
export function readChange(args: readonly string[]): Change {
  const rest = [...args];
  const at = rest.indexOf('--as');
  const [, as = 'alice'] = at < 0 ? [] : rest.splice(at, 2);
  const [product, action, ...pairs] = rest;
  if (!isProduct(product)) throw new Error(`Expected a product (${PRODUCTS.join(', ')}), got ${product ?? 'nothing'}`);
  if (action === undefined || action.includes('=')) throw new Error('Expected an action, such as DeleteInstance');
  const route = pairs[0]?.startsWith('/') === true ? `${action} ${pairs.shift()}` : undefined;
  return { as, call: { product, action, params: paramsOf(pairs), ...(route === undefined ? {} : { route }) } };
}

function isProduct(text: string | undefined): text is SdkCall['product'] {
  return text !== undefined && PRODUCTS.includes(text);
}

/** A value that is JSON is taken as such: `Tags=[{"Key":"a"}]`, `Force=true`. Ids and the rest stay text. */
function paramsOf(pairs: readonly string[]): Params {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new Error(`Expected Name=value, got ${pair}`);
      const value = pair.slice(at + 1);
      return [pair.slice(0, at), /^(?:[[{]|true$|false$)/u.test(value) ? asJson(value) : value];
    }),
  );
}

function asJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
