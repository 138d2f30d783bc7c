import { sql } from 'kysely';
import type { Store, Trust } from '../store.ts';
import type { Units } from './units.ts';

/** Whom the RAM roles trust that ACK acts as. */
export function trust({ run }: Units): Pick<Store, 'trustOf' | 'saveTrust' | 'distrust' | 'trusts'> {
  return {
    trustOf: (accountId, roleNames) =>
      run('tell the trust of roles', async (db) => {
        const names = roleNames.map((name) => name.toLowerCase());
        if (names.length === 0) return [];
        const trusted = db.selectFrom('trusts').selectAll().where('accountId', '=', accountId);
        const rows = await trusted.where('roleName', 'in', names).where('distrusted', '=', false).execute();
        return rows.map(toTrust);
      }),
    saveTrust: ({ accountId, roleName, services, onlyServices, verifiedAt }) =>
      run('remember the trust of a role', async (db) => {
        const facts = { services: [...services], onlyServices, verifiedAt, distrusted: false };
        await db
          .insertInto('trusts')
          .values({ accountId, roleName: roleName.toLowerCase(), ...facts })
          .onConflict((conflict) =>
            conflict
              .columns(['accountId', 'roleName'])
              .doUpdateSet(facts)
              .where('trusts.verifiedAt', '<=', sql<Date>`excluded.verified_at`),
          )
          .execute();
      }),
    distrust: (accountId, roleName) =>
      run('distrust a role', async (db) => {
        const role = db.updateTable('trusts').set({ distrusted: true }).where('accountId', '=', accountId);
        await role.where('roleName', '=', roleName.toLowerCase()).execute();
      }),
    trusts: (accountId) =>
      run('list the trust of all roles', async (db) => {
        const all = db.selectFrom('trusts').selectAll().where('accountId', '=', accountId);
        return (await all.orderBy('roleName').execute()).map(toTrust);
      }),
  };
}

function toTrust({ accountId, roleName, services, onlyServices, verifiedAt }: Trust): Trust {
  return { accountId, roleName, services, onlyServices, verifiedAt };
}
