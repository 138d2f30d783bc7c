import { createRequire } from 'node:module';
import type { Params } from '../../../shared/model/params.ts';
import type { SdkCall, Signer, Target } from './sdk-call.ts';
import { configOf } from './sdk-generic.ts';

/** Prepares a call by the typed client: `DeleteInstance` is its method `deleteInstance` with a `DeleteInstanceRequest`. */
export function ecsCall(signer: Signer, target: Target, { action, params }: SdkCall): () => Promise<Params> {
  const sdk = loadEcs();
  const Client = constructorIn(sdk, 'default');
  const Request = constructorIn(sdk, `${action}Request`);
  const client = new Client({ ...configOf(signer, target), connectTimeout: 3_000, readTimeout: 10_000 });
  const method = client[lowerFirst(action)];
  if (typeof method !== 'function') throw new TypeError(`Expected an action of ECS, got ${action}`);
  const fields = Object.entries({ RegionId: target.region, ...params }).map(([name, value]) => [
    lowerFirst(name),
    value,
  ]);
  const request = new Request(Object.fromEntries(fields));
  return async () => {
    const { body } = (await method.call(client, request)) as { readonly body: Params };
    return { ...body };
  };
}

/** Loaded when first needed: it is large. */
export function loadEcs(): Params {
  return createRequire(import.meta.url)('@alicloud/ecs20140526') as Params;
}

function constructorIn(sdk: Params, name: string): new (fields: Params) => Params {
  const found = sdk[name];
  if (typeof found !== 'function') throw new TypeError(`Expected an action of ECS: its client has no ${name}`);
  return found as new (fields: Params) => Params;
}

const lowerFirst = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);
