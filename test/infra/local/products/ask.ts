import { type Answer, ApiError, type Call, type Product } from '../../../../infra/local/cloud/api.ts';
import { flatten } from '../../../../shared/cloud/query.ts';
import type { Params } from '../../../../shared/model/params.ts';

export const NOW = new Date('2026-03-01T08:00:00Z');

/** Asks one operation as the server would: parameters flattened as they travel. */
export type Ask = (action: string, params?: Params, more?: Partial<Call>) => Answer;

export function asking(product: Product): Ask {
  return (action, params = {}, more = {}) => {
    const answer = operationOf(product, action).run(callOf(params, more));
    if (Array.isArray(answer)) throw new Error('expected one object');
    return answer as Answer;
  };
}

/** What the record of a call would name. */
export function referencesOf(product: Product, action: string, params: Params, answer: Answer = {}): unknown {
  return operationOf(product, action).references?.(callOf(params), answer);
}

/** The refusal of a call: `404 InvalidLoadBalancerId.NotFound`. */
export function refusalOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ApiError) return `${error.status} ${error.code}`;
    throw error;
  }
  return 'none';
}

function callOf(params: Params, more: Partial<Call> = {}): Call {
  return {
    caller: { accountId: '1234567890123456', type: 'ram-user', userName: 'alice', principalId: '2', accessKeyId: 'k' },
    region: 'cn-hangzhou',
    params: flatten(params),
    now: NOW,
    ...more,
  };
}

function operationOf(product: Product, action: string): Product['operations'][string] {
  const operation = product.operations[action];
  if (operation === undefined) throw new Error(`no operation ${action}`);
  return operation;
}
