import type { Product } from '../api.ts';
import { accessGroupOperations } from './access-groups.ts';
import { fileSystemOperations } from './file-systems.ts';
import { mountTargetOperations } from './mount-targets.ts';
import { partOperations } from './parts.ts';
import { quotaOperations } from './quotas.ts';
import type { NasState } from './state.ts';

/** Network Attached Storage over one state. */
export function nasProduct(nas: NasState): Product {
  return {
    serviceName: 'NAS',
    product: 'nas',
    versions: ['2017-06-26'],
    style: 'RPC',
    callsPerSecond: 20,
    operations: {
      ...fileSystemOperations(nas),
      ...mountTargetOperations(nas),
      ...accessGroupOperations(nas),
      ...quotaOperations(nas),
      ...partOperations(nas),
    },
  };
}
