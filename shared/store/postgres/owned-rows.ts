import type { Selectable } from 'kysely';
import type { OwnedResource } from '../../model/resource.ts';
import type { Tables } from './tables.ts';
import { key } from './text.ts';

type Row = Selectable<Tables['inventory']>;

/** Rows for a statement, each resource of a cluster in one role once, in the order in which everybody locks them. */
export function ownedRows(resources: readonly OwnedResource[]): readonly object[] {
  const rows = new Map<string, object>();
  for (const { accountId, region, kind, id, clusterId, role, name, parent, facts, via } of resources) {
    const names = { account_id: key(accountId), region, kind, id: key(id), cluster_id: clusterId, role };
    const about = { name, parent_kind: parent?.kind, parent_id: parent?.id, facts, via };
    rows.set(JSON.stringify(Object.values(names)), { ...names, ...about });
  }
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** The owners of each id. A tombstone speaks only for a resource that no cluster has any more. */
export function ownersById(
  ids: readonly string[],
  rows: readonly Row[],
): ReadonlyMap<string, readonly OwnedResource[]> {
  const owners = new Map<string, readonly OwnedResource[]>();
  for (const id of ids) {
    const all = rows.filter((row) => row.id === key(id));
    const lives = new Set(all.filter(({ tombstonedAt }) => tombstonedAt === null).map(({ kind }) => kind));
    const speaking = all.filter(({ kind, tombstonedAt }) => tombstonedAt === null || !lives.has(kind));
    if (speaking.length > 0) owners.set(id, speaking.map(toOwned));
  }
  return owners;
}

/** A row of the inventory as the resource it stands for. */
export function toOwned(row: Row): OwnedResource {
  const { accountId, region, kind, id, clusterId, role, name, parentKind, parentId, facts, via } = row;
  const parent = parentKind !== null && parentId !== null ? { parent: { kind: parentKind, id: parentId } } : {};
  return { accountId, region, kind, id, clusterId, role, facts, via, ...(name === null ? {} : { name }), ...parent };
}
