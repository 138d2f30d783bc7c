import { reconcileMark } from '../reconcile/reconcile.ts';
import type { Store } from '../store/store.ts';
import type { Mark } from '../store/upkeep.ts';

/** How far one account's trail was read in one region. `name`: the region, with the account where it is a member. */
export interface History {
  readonly accountId: string;
  readonly name: string;
  readonly mark: Mark | undefined;
}

/** Of every region of every account that is watched, the own one first. */
export function historiesOf(asked: {
  readonly store: Pick<Store, 'mark'>;
  readonly accountId: string;
  readonly memberIds: readonly string[];
  readonly regions: readonly string[];
}): Promise<readonly History[]> {
  const { store, accountId, memberIds, regions } = asked;
  const places = [accountId, ...memberIds].flatMap((id) =>
    regions.map((region) => ({ id, region, name: id === accountId ? region : `${region} (${id})` })),
  );
  return Promise.all(
    places.map(async ({ id, region, name }) => ({
      accountId: id,
      name,
      mark: await store.mark(reconcileMark(id, region)),
    })),
  );
}
