import { sql } from 'kysely';
import type { Role } from '../../../model/resource.ts';
import type { Coverage, KnownResource, ReviewStore } from '../../review.ts';
import { spellings } from '../../spellings.ts';
import { key } from '../text.ts';
import type { Units } from '../units.ts';
import { ANY, pageOf, placeOf } from './cursor.ts';
import { clusterOf, type ClusterRow, resourceOf, type ResourceRow } from './known.ts';

type Clusters = 'clusterNames' | 'knownClusters' | 'knownCluster' | 'coverage' | 'roleCounts' | 'known' | 'whose';

const OWNERS = 100;

const BASELINE = sql`
  left join lateral (
    select observed_at, proven from baselines b
    where b.account_id = i.account_id and b.region = i.region and b.kind = i.kind and b.id = i.id
    order by observed_at desc limit 1
  ) baseline on true`;
const RESOURCE = sql`
  i.account_id, i.region, i.kind, i.id, i.cluster_id, i.role, i.name, i.parent_kind, i.parent_id, i.facts, i.via,
  i.seen_at, i.stale, i.tombstoned_at, baseline.observed_at as baseline_at, baseline.proven`;

/** What ackwatch knows of each cluster. */
export function clusters({ run }: Units): Pick<ReviewStore, Clusters> {
  return {
    clusterNames: () =>
      run('list the names of clusters', async (db) => {
        const { rows } = await sql<{ readonly id: string; readonly name: string }>`
          select id, name from clusters order by retired_at nulls first, name, id
        `.execute(db);
        return rows;
      }),
    knownClusters: () =>
      run('list clusters', async (db) => {
        const { rows } = await sql<ClusterRow>`
          select clusters.*, coalesce(living.resources, 0) as resources, coalesce(living.stale, 0) as stale
          from clusters left join (
            select cluster_id, count(*)::int as resources, count(*) filter (where stale)::int as stale
            from inventory where tombstoned_at is null group by cluster_id
          ) living on living.cluster_id = clusters.id
          order by retired_at nulls first, name, id
        `.execute(db);
        return rows.map(clusterOf);
      }),
    knownCluster: (id) =>
      run('read a cluster', async (db) => {
        const { rows } = await sql<ClusterRow>`
          select clusters.*, living.resources, living.stale
          from clusters, lateral (
            select count(*)::int as resources, count(*) filter (where stale)::int as stale
            from inventory where cluster_id = clusters.id and tombstoned_at is null
          ) living where clusters.id = ${id}
          order by retired_at nulls first limit 1
        `.execute(db);
        return rows.map(clusterOf)[0];
      }),
    coverage: (clusterId) =>
      run('read what each source tells', async (db) => {
        const { rows } = await sql<Omit<Coverage, 'seenAt'> & { readonly seenAt: Date | null }>`
          select coalesce(collector, via) as source, count(*)::int as resources,
            count(*) filter (where stale)::int as stale, max(seen_at) as seen_at
          from inventory where cluster_id = ${clusterId} and tombstoned_at is null group by 1 order by 1
        `.execute(db);
        return rows.map(({ seenAt, ...rest }) => ({ ...rest, ...(seenAt === null ? {} : { seenAt }) }));
      }),
    roleCounts: (clusterId) =>
      run('count resources by role', async (db) => {
        const { rows } = await sql<{ readonly role: Role; readonly count: number }>`
          select role, count(*)::int as count from inventory
          where cluster_id = ${clusterId} and tombstoned_at is null group by role order by role
        `.execute(db);
        return rows;
      }),
    known: (clusterId, role, { limit, after }) =>
      run('list resources', async (db) => {
        const place = placeOf(after, [ANY, ANY, ANY]);
        const { rows } = await sql<ResourceRow>`
          select ${RESOURCE} from (
            select * from inventory
            where cluster_id = ${clusterId} and tombstoned_at is null
              and ${role === undefined ? sql`true` : sql`role = ${role}`}
              and ${place ? sql`(role, kind, id) > (${place[0]}, ${place[1]}, ${place[2]})` : sql`true`}
            order by role, kind, id limit ${limit + 1}
          ) i ${BASELINE} order by i.role, i.kind, i.id
        `.execute(db);
        return pageOf(rows, limit, { item: resourceOf, place: (row) => [row.role, row.kind, row.id] });
      }),
    whose: (resourceId) =>
      run('find whose a resource is', async (db) => {
        const { rows } = await sql<ResourceRow>`
          select ${RESOURCE} from (
            select * from inventory where id = any(${spelled(resourceId)}::text[])
            union select * from inventory where parent_id = ${key(resourceId)}
            limit ${OWNERS}
          ) i ${BASELINE} order by i.tombstoned_at nulls first, i.parent_id nulls first, i.id, i.cluster_id
        `.execute(db);
        return rows.map(resourceOf) satisfies readonly KnownResource[];
      }),
  };
}

/** A part of a load balancer may be named with its protocol and without. */
function spelled(id: string): readonly string[] {
  return (id.includes('/') ? spellings({ kind: 'slb.listener', id }) : [id]).map(key);
}
