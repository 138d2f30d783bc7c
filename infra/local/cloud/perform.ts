import { randomUUID } from 'node:crypto';
import { type Params, valueOf } from '../../../shared/model/params.ts';
import { recordOf } from './actiontrail/record.ts';
import type { Trail } from './actiontrail/trail.ts';
import { type Answer, ApiError, type Call, type Operation, type Product } from './api.ts';
import type { Key } from './keys.ts';
import { refusals } from './refusals.ts';

/** One call whose signer is known, ready to run. */
export interface Ready {
  readonly product: Product;
  readonly version: string;
  readonly action: string;
  readonly operation: Operation;
  readonly key: Key;
  readonly region: string;
  readonly params: Params;
  readonly sourceIp: string;
  readonly userAgent: string;
}

/** What came of a call. A refusal is a result too: it is recorded and answered. */
export interface Performed {
  readonly requestId: string;
  readonly outcome: { readonly answer: Answer | readonly Answer[] } | { readonly error: ApiError };
}

/** Runs a call against the state; a write leaves its record, refused or not, before what follows from it is done. */
export function perform(ready: Ready, trail: Trail, now: Date, onBug: (error: unknown) => void): Performed {
  const { key, region, version, params, operation } = ready;
  const requestId = randomUUID().toUpperCase();
  const call: Call = { caller: key.caller, region, version, params, now };
  const outcome = outcomeOf(ready, call, onBug);
  if (operation.rw === 'Write') {
    const answer = 'answer' in outcome ? asObject(outcome.answer) : {};
    const references = referencesOf(operation, call, answer, onBug);
    trail.append(
      recordOf({
        ...ready,
        requestId,
        now,
        rw: 'Write',
        references,
        outcome: 'error' in outcome ? outcome : { answer },
      }),
    );
  }
  return { requestId, outcome };
}

function outcomeOf(ready: Ready, call: Call, onBug: (error: unknown) => void): Performed['outcome'] {
  try {
    const { operation, params } = ready;
    if (!isAllowed(ready)) throw refusals.forbidden();
    const missing = operation.required?.find((name) => valueOf(params, name) === undefined);
    if (missing !== undefined) throw refusals.missing(missing);
    return { answer: operation.run(call) };
  } catch (error) {
    if (error instanceof ApiError) return { error };
    onBug(error);
    return { error: refusals.bug() };
  }
}

/** A refused call may lack what its resources are read from; its record then names none. */
function referencesOf(
  operation: Operation,
  call: Call,
  answer: Answer,
  onBug: (error: unknown) => void,
): Readonly<Record<string, readonly string[]>> {
  try {
    return operation.references?.(call, answer) ?? {};
  } catch (error) {
    onBug(error);
    return {};
  }
}

function isAllowed({ key, product, action, operation }: Ready): boolean {
  if (key.allowed === undefined) return true;
  const names = operation.ramActions ?? [`${product.product}:${action}`];
  return names.length === 0 || names.some((name) => key.allowed?.has(name));
}

function asObject(answer: Answer | readonly Answer[]): Answer {
  return isList(answer) ? {} : answer;
}

/** Whether the answer is a bare list, as one operation of CS gives it. */
export function isList(answer: Answer | readonly Answer[]): answer is readonly Answer[] {
  return Array.isArray(answer);
}
