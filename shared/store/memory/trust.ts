import type { Store, Trust } from '../store.ts';
import { bounded } from './bounded.ts';

/** Whom the RAM roles trust that ACK acts as. */
export function trust(limit: number): Pick<Store, 'trustOf' | 'saveTrust' | 'distrust' | 'trusts'> {
  const rows = bounded<Trust & { readonly distrusted: boolean }>(limit);
  const keyOf = (accountId: string, roleName: string) => JSON.stringify([accountId, roleName.toLowerCase()]);
  return {
    trustOf: (accountId, roleNames) => {
      const found = [...new Set(roleNames.map((name) => keyOf(accountId, name)))].map(rows.get);
      return Promise.resolve(found.flatMap((row) => (row === undefined || row.distrusted ? [] : [toTrust(row)])));
    },
    saveTrust: async (given) => {
      const known = rows.get(keyOf(given.accountId, given.roleName));
      if (known && known.verifiedAt > given.verifiedAt) return;
      const roleName = given.roleName.toLowerCase();
      rows.set(keyOf(given.accountId, roleName), { ...given, roleName, distrusted: false });
    },
    distrust: async (accountId, roleName) => {
      const known = rows.get(keyOf(accountId, roleName));
      if (known) rows.set(keyOf(accountId, roleName), { ...known, distrusted: true });
    },
    trusts: (accountId) => {
      const mine = rows.values().filter((row) => row.accountId === accountId);
      return Promise.resolve(mine.map(toTrust));
    },
  };
}

function toTrust({ accountId, roleName, services, onlyServices, verifiedAt }: Trust): Trust {
  return { accountId, roleName, services, onlyServices, verifiedAt };
}
