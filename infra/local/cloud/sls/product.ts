import type { Operation, Product } from '../api.ts';
import { collectionOperations } from './collection.ts';
import { logstoreOperations } from './logstores.ts';
import { projectOperations } from './projects.ts';
import type { SlsState } from './state.ts';

/** Log Service over one state. RAM calls it `log`. */
export function slsProduct(sls: SlsState): Product {
  const all: Readonly<Record<string, Operation>> = {
    ...projectOperations(sls),
    ...logstoreOperations(sls),
    ...collectionOperations(sls),
  };
  const operations = Object.entries(all).map(([action, operation]): [string, Operation] => [
    action,
    { ...operation, required: ['project', ...(operation.required ?? [])], ramActions: [`log:${action}`] },
  ]);
  return {
    serviceName: 'Sls',
    product: 'sls',
    versions: ['2020-12-30'],
    style: 'ROA',
    callsPerSecond: 50,
    operations: Object.fromEntries(operations),
  };
}
