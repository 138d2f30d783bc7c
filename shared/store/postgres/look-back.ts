import { sql } from 'kysely';
import type { LookBack, Past } from '../look-back.ts';
import { key } from './text.ts';
import type { Units } from './units.ts';

const AT_MOST = 100;

const COLUMNS = [
  'accountId',
  'region',
  'eventId',
  'operation',
  'eventTime',
  'receivedAt',
  'outcome',
  'resources',
  'actor',
  'why',
] as const;

/** Decisions of before and after. */
export function lookBack({ run }: Units): LookBack {
  return {
    decidedOn: (accountId, ids, since, until) =>
      run('look back at decisions', async (db): Promise<readonly Past[]> => {
        const named = db
          .selectFrom('decisions')
          .select(COLUMNS)
          .where('accountId', '=', key(accountId))
          .where(sql<boolean>`resources && ${ids.map(key)}::text[]`);
        const within = named.where('eventTime', '>=', since).where('eventTime', '<=', until);
        return within.orderBy('eventTime', 'desc').limit(AT_MOST).execute();
      }),
    echoesOf: ({ accountId, cluster, eventTime }, withinMs) =>
      run('list the echoes of a finding', async (db): Promise<readonly Past[]> => {
        const quiet = db
          .selectFrom('decisions')
          .select(COLUMNS)
          .where('accountId', '=', key(accountId))
          .where('outcome', 'in', ['echo', 'ack-itself'])
          .where('eventTime', '>=', eventTime)
          .where('eventTime', '<=', new Date(eventTime.getTime() + withinMs));
        // A listener begins with the id of its load balancer.
        const ofCluster = quiet.where(
          sql<boolean>`exists (
            select from unnest(resources) as named (id)
            join inventory on inventory.id in (named.id, split_part(named.id, '/', 1))
            where inventory.account_id = ${key(accountId)} and inventory.cluster_id = ${cluster.id})`,
        );
        return ofCluster.orderBy('eventTime').limit(AT_MOST).execute();
      }),
  };
}
