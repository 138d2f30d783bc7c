import type { Automation, Suppression } from '../../model/exception.ts';
import type { Store } from '../store.ts';
import { bounded } from './bounded.ts';

type Kept = 'exceptions' | 'suppress' | 'declare' | 'endException';

/** What people declared. */
export function exceptions(limit: number): Pick<Store, Kept> {
  const suppressions = bounded<{ readonly accountId: string; readonly given: Suppression }>(limit);
  const automation = bounded<{ readonly accountId: string; readonly given: Automation }>(limit);
  return {
    exceptions: (accountId) =>
      Promise.resolve({
        suppressions: suppressions.values().flatMap((one) => (one.accountId === accountId ? [one.given] : [])),
        automation: automation.values().flatMap((one) => (one.accountId === accountId ? [one.given] : [])),
      }),
    suppress: async (accountId, given) => suppressions.set(given.id, { accountId, given }),
    declare: async (accountId, given) => automation.set(given.id, { accountId, given }),
    endException: async (id) => {
      suppressions.delete(id);
      automation.delete(id);
    },
  };
}
