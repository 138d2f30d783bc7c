import { randomUUID } from 'node:crypto';
import type { ApiError, Product } from './api.ts';
import type { Handled } from './gateway.ts';
import { isList } from './perform.ts';

/** An answer ready to be written. */
export interface WireAnswer {
  readonly status: number;
  readonly requestId: string;
  readonly body: unknown;
}

/** What a handled call looks like on the wire: RPC answers carry their RequestId, ROA answers stand as they are. */
export function toWire({ requestId, outcome, refusedBy }: Handled, product: Product): WireAnswer {
  if ('answer' in outcome) {
    const { answer } = outcome;
    const body = product.style === 'RPC' && !isList(answer) ? { RequestId: requestId, ...answer } : answer;
    return { status: 200, requestId, body };
  }
  const { status, code, message } = outcome.error;
  if (product.style === 'ROA' && refusedBy === 'product' && product.product !== 'sls') {
    return { status, requestId, body: { code, message, requestId, status } };
  }
  return refusedOnWire(outcome.error, requestId, product.product);
}

/** A refusal in the gateway's own spelling. */
export function refusedOnWire(
  { status, code, message }: ApiError,
  requestId: string = randomUUID().toUpperCase(),
  product = 'openapi',
): WireAnswer {
  if (product === 'sls') {
    const errorCode = code === 'Forbidden.RAM' ? 'Unauthorized' : code;
    return { status, requestId, body: { errorCode, errorMessage: message } };
  }
  const Recommend = `https://api.aliyun.com/troubleshoot?q=${code}&product=${product}&requestId=${requestId}`;
  const body = { RequestId: requestId, HostId: `${product}.aliyuncs.com`, Code: code, Message: message, Recommend };
  return { status, requestId, body };
}
