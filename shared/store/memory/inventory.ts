import type { Decision } from '../../model/decision.ts';
import type { Cluster, OwnedResource, ResourceRef } from '../../model/resource.ts';
import { respelled } from '../spellings.ts';
import type { Store } from '../store.ts';
import { bounded } from './bounded.ts';

/** One owner of one resource. Times are milliseconds since the epoch; -1: never. */
interface Row {
  readonly owned: OwnedResource;
  readonly collector: string | undefined;
  readonly seenAt: number;
  readonly rememberedAt: number;
  readonly missed: number;
  readonly missedAt: number;
  readonly tombstonedAt: number | undefined;
}

const NEVER = -1;

type Kept = 'ownersOf' | 'resourcesOf' | 'saveInventory' | 'remember' | 'rememberUnowned' | 'unownedAmong';

/** Which cluster owns what. The rules are those of the tables: see the statements beside `postgres/inventory.ts`. */
export function inventory(limit: number, now: () => Date) {
  const rows = bounded<Row>(limit);
  const departures = bounded<number>(limit);
  const unowned = bounded<number>(limit);

  const put = (owned: OwnedResource, change: (known: Row | undefined) => Row): void => {
    const key = rowKey(owned);
    rows.set(key, departed(change(rows.get(key))));
    unowned.delete(idKey(owned.accountId, owned.id));
  };
  const departed = (row: Row): Row => {
    const at = departures.get(refKey(row.owned.accountId, row.owned));
    return row.tombstonedAt === undefined && at !== undefined && row.seenAt <= at ? { ...row, tombstonedAt: at } : row;
  };
  const remember = (given: readonly OwnedResource[], at: number, seenAt: number): void => {
    for (const owned of given) put(owned, (known) => remembered(known, owned, at, seenAt));
  };
  const countMisses = ({ cluster, collector, at }: Part): void => {
    for (const row of rows.values()) {
      const isPart = row.collector === collector && isOf(cluster, row);
      const isNewer = Math.max(row.seenAt, row.rememberedAt, row.missedAt) < at.getTime();
      if (isPart && isNewer && row.tombstonedAt === undefined)
        rows.set(rowKey(row.owned), missedOnce(row, at.getTime()));
    }
  };

  const store: Pick<Store, Kept> = {
    ownersOf: (accountId, ids) => {
      const wanted = new Set(ids);
      const mine = rows.values().filter(({ owned }) => owned.accountId === accountId && wanted.has(owned.id));
      return Promise.resolve(ownersById(mine));
    },
    resourcesOf: (clusterId) => {
      const living = rows.values().filter((row) => row.owned.clusterId === clusterId && row.tombstonedAt === undefined);
      return Promise.resolve(living.map(({ owned }) => owned));
    },
    saveInventory: async (part) => {
      for (const owned of part.resources) put(owned, (known) => listed(known, owned, part));
      if (part.complete) countMisses(part);
    },
    remember: async (owned, at) => remember(owned, at.getTime(), NEVER),
    rememberUnowned: async (accountId, ids, until) => {
      for (const id of ids) unowned.set(idKey(accountId, id), until.getTime());
    },
    unownedAmong: (accountId, ids) =>
      Promise.resolve(new Set(ids.filter((id) => (unowned.get(idKey(accountId, id)) ?? NEVER) > now().getTime()))),
  };

  return {
    store,
    putProven: (owned: readonly OwnedResource[], at: Date) => remember(owned, at.getTime(), at.getTime()),
    bury: ({ accountId, eventTime }: Decision, gone: readonly ResourceRef[]) => {
      for (const ref of respelled(gone)) {
        const key = refKey(accountId, ref);
        departures.set(key, Math.max(departures.get(key) ?? NEVER, eventTime.getTime()));
      }
      if (gone.length === 0) return;
      const deleted = rows.values().filter((row) => departed(row) !== row);
      for (const row of deleted) rows.set(rowKey(row.owned), departed(row));
    },
    retire: (cluster: Pick<Cluster, 'accountId' | 'region' | 'id'>, at: Date) => {
      for (const row of rows.values()) {
        if (isOf(cluster, row) && row.tombstonedAt === undefined) {
          rows.set(rowKey(row.owned), { ...row, tombstonedAt: at.getTime() });
        }
      }
    },
    forgetTombstones: (before: Date) => {
      for (const { owned, tombstonedAt } of rows.values()) {
        if (tombstonedAt !== undefined && tombstonedAt < before.getTime()) rows.delete(rowKey(owned));
      }
    },
  };
}

type Part = Parameters<Store['saveInventory']>[0];

function listed(known: Row | undefined, owned: OwnedResource, { collector, at }: Part): Row {
  const seenAt = at.getTime();
  if (known && known.seenAt > seenAt) return known;
  const rememberedAt = known?.rememberedAt ?? NEVER;
  const tombstonedAt = alive(known, seenAt);
  return { owned, collector, seenAt, rememberedAt, missed: 0, missedAt: NEVER, tombstonedAt };
}

function remembered(known: Row | undefined, owned: OwnedResource, at: number, seenAt: number): Row {
  if (known === undefined) {
    const fresh = { collector: undefined, missed: 0, missedAt: NEVER, tombstonedAt: undefined };
    return { owned, seenAt, rememberedAt: at, ...fresh };
  }
  return {
    ...known,
    owned: { ...owned, ...known.owned, facts: { ...owned.facts, ...known.owned.facts } },
    seenAt: Math.max(known.seenAt, seenAt),
    rememberedAt: Math.max(known.rememberedAt, at),
    missed: known.missedAt < at ? 0 : known.missed,
    tombstonedAt: alive(known, at),
  };
}

/** When it was tombstoned; undefined when a proof of life came later. */
function alive(known: Row | undefined, at: number): number | undefined {
  const tombstonedAt = known?.tombstonedAt;
  return tombstonedAt !== undefined && tombstonedAt < at ? undefined : tombstonedAt;
}

function missedOnce(row: Row, at: number): Row {
  return { ...row, missed: row.missed + 1, missedAt: at, tombstonedAt: row.missed > 0 ? at : undefined };
}

/** A tombstone speaks only for a resource that no cluster has any more. */
function ownersById(rows: readonly Row[]): ReadonlyMap<string, readonly OwnedResource[]> {
  const living = new Set(rows.filter((row) => row.tombstonedAt === undefined).map(({ owned }) => nameOf(owned)));
  const owners = new Map<string, OwnedResource[]>();
  for (const { owned, tombstonedAt } of rows) {
    if (tombstonedAt !== undefined && living.has(nameOf(owned))) continue;
    owners.set(owned.id, [...(owners.get(owned.id) ?? []), owned]);
  }
  return owners;
}

function isOf({ accountId, region, id }: Pick<Cluster, 'accountId' | 'region' | 'id'>, { owned }: Row): boolean {
  return owned.accountId === accountId && owned.region === region && owned.clusterId === id;
}

function rowKey({ accountId, region, kind, id, clusterId, role }: OwnedResource): string {
  return JSON.stringify([accountId, region, kind, id, clusterId, role]);
}

function refKey(accountId: string, ref: ResourceRef): string {
  return JSON.stringify([accountId, nameOf(ref)]);
}

function idKey(accountId: string, id: string): string {
  return JSON.stringify([accountId, id]);
}

function nameOf({ kind, id }: ResourceRef): string {
  return `${kind} ${id}`;
}
