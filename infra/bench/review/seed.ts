import pg from 'pg';
import { migrate } from '../../../shared/store/migrations/migrate.ts';

/** How much there is to look through. */
export interface Amounts {
  readonly findings: number;
  readonly decisions: number;
  readonly clusters: number;
  readonly resources: number;
}

/** Everything spreads over this many days before now, unevenly: few actors and resources have most of it. */
const DAYS = 90;

/** Fills an empty database with a large account. Numbers are hashed into facts, so that every run gives the same rows. */
export async function seed(databaseUrl: string, amounts: Amounts, rules: readonly SeedRule[]): Promise<void> {
  await migrate(databaseUrl);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query(CLUSTERS, [amounts.clusters]);
    await client.query(RESOURCES, [amounts.resources, amounts.clusters]);
    await client.query(FINDINGS, [amounts.findings, amounts.clusters, DAYS, JSON.stringify(rules)]);
    await client.query(NOTIFICATIONS);
    await withoutIndexes(client, 'decisions', () => client.query(DECISIONS, [amounts.decisions, DAYS]));
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Millions of rows go in several times faster when the indexes are made afterwards; the primary key stays. */
async function withoutIndexes(client: pg.Client, name: string, fill: () => Promise<unknown>): Promise<void> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where tablename = $1 and indexname not like '%_pkey'`,
    [name],
  );
  for (const { indexname } of rows) await client.query(`drop index ${indexname}`);
  await fill();
  for (const { indexdef } of rows) await client.query(indexdef);
}

/** What a seeded finding says of its rule. */
export interface SeedRule {
  readonly id: string;
  readonly rows: readonly string[];
  readonly severity: string;
}

const CLUSTERS = `
insert into clusters (account_id, region, id, name, type, state, vpc_id, pod_cidrs, worker_role_name, seen_at)
select '1234567890123456', case when n % 3 = 0 then 'cn-beijing' else 'cn-hangzhou' end, 'c' || md5(n::text), 'cluster-' || n,
  'ManagedKubernetes', 'running', 'vpc-' || n, array['172.20.0.0/16'], 'KubernetesWorkerRole-' || n, now() - interval '5 minutes'
from generate_series(1, $1::int) n`;

const RESOURCES = `
insert into inventory (account_id, region, kind, id, cluster_id, role, name, parent_kind, parent_id, facts, via, collector, seen_at)
select '1234567890123456', 'cn-hangzhou',
  (array['ecs.instance', 'slb.load-balancer', 'slb.listener', 'ecs.network-interface', 'ecs.disk'])[n % 5 + 1],
  case n % 5 when 2 then 'lb-' || n - 1 || '/6443/tcp' else (array['i', 'lb', 'lb', 'eni', 'd'])[n % 5 + 1] || '-' || n end,
  'c' || md5((n % $2::int + 1)::text),
  (array['node', 'api-server-load-balancer', 'api-server-load-balancer', 'pod-eni', 'volume-disk'])[n % 5 + 1],
  'resource-' || n,
  case n % 5 when 2 then 'slb.load-balancer' end, case n % 5 when 2 then 'lb-' || n - 1 end,
  '{}', 'ecs', (array['ecs', 'slb', 'slb', 'ecs', 'ecs'])[n % 5 + 1], now() - interval '5 minutes'
from generate_series(1, $1::int) n`;

/** Skewed: the square of a fraction is small more often than large. */
const FINDINGS = `
insert into findings (id, account_id, region, event_id, event_time, received_at, rule, rules, rows, severity, outcome,
  is_alert, status, operation, cluster_id, actor_type, actor_name, standing, refs, content)
select id, account, region, event_id, at, at + interval '70 seconds', rule ->> 'id', array[rule ->> 'id'],
  array(select jsonb_array_elements_text(rule -> 'rows')), rule ->> 'severity', 'success', true, status, operation,
  cluster, 'ram-user', actor, 'outsider', array['slb.listener ' || lb || '/6443/tcp'],
  jsonb_build_object('id', id, 'rule', rule ->> 'id', 'rules', jsonb_build_array(rule ->> 'id'), 'rows', rule -> 'rows',
    'severity', rule ->> 'severity', 'outcome', 'success', 'isAlert', true, 'status', status, 'accountId', account,
    'region', region, 'operation', operation, 'eventId', event_id, 'eventTime', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'receivedAt', to_char(at + interval '70 seconds', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'cluster', jsonb_build_object('id', cluster, 'name', cluster_name),
    'resources', jsonb_build_array(jsonb_build_object('kind', 'slb.listener', 'id', lb || '/6443/tcp', 'role',
      'api-server-load-balancer', 'accountId', account, 'region', region, 'clusterId', cluster, 'facts', '{}'::jsonb, 'via', 'slb')),
    'actor', jsonb_build_object('type', 'ram-user', 'name', actor, 'standing', 'outsider', 'accessKeyId', 'LTAI' || n % 977),
    'srcEndpoint', jsonb_build_object('address', '203.0.113.' || n % 250, 'userAgent', 'aliyun-cli/3.0.' || n % 40),
    'comparisons', jsonb_build_array(jsonb_build_object('resource', jsonb_build_object('kind', 'slb.listener', 'id', lb || '/6443/tcp'),
      'aspect', 'configuration', 'unknown', '[]'::jsonb, 'changes', jsonb_build_array(
        jsonb_build_object('op', 'replace', 'path', '/AclStatus', 'before', 'off', 'after', 'on'),
        jsonb_build_object('op', 'replace', 'path', '/Bandwidth', 'before', n % 100, 'after', -1)))),
    'restore', jsonb_build_object('possible', true, 'commands', jsonb_build_array(
      'aliyun slb SetLoadBalancerTCPListenerAttribute --RegionId ' || region || ' --LoadBalancerId ' || lb || ' --ListenerPort 6443 --AclStatus off')),
    'notes', '[]'::jsonb)
from (
  select n, md5('finding ' || n)::text as id, '1234567890123456' as account, md5('event ' || n) as event_id,
    case when n % 3 = 0 then 'cn-beijing' else 'cn-hangzhou' end as region,
    now() - ($3::int * power(n::float8 / $1::int, 1.3)) * interval '1 day' as at,
    $4::jsonb -> (n * 7919 % jsonb_array_length($4::jsonb)) as rule,
    case when n % 20 = 0 then 'new' when n % 37 = 0 then 'in-progress' when n % 41 = 0 then 'suppressed' else 'resolved' end as status,
    'Slb:SetLoadBalancerTCPListenerAttribute' as operation,
    'c' || md5((power((n * 31 % 997) / 997.0, 2) * ($2::int - 1) + 1)::int::text) as cluster,
    'cluster-' || (power((n * 31 % 997) / 997.0, 2) * ($2::int - 1) + 1)::int as cluster_name,
    'user-' || (power((n * 17 % 991) / 991.0, 3) * 200)::int as actor,
    'lb-' || (power((n * 13 % 983) / 983.0, 3) * 5000)::int as lb
  from generate_series(1, $1::int) n
) facts`;

const NOTIFICATIONS = `
insert into notifications (id, finding_id, account_id, region, channel, state, attempts, created_at, settled_at)
select md5(id || channel), id, account_id, region, channel, 'delivered', 1, received_at, received_at + interval '2 seconds'
from findings, unnest(array['dingtalk', 'email']) as channel`;

const DECISIONS = `
insert into decisions (account_id, region, event_id, operation, event_time, received_at, outcome, resources, actor, why, facts, raw, written_by)
select '1234567890123456', case when n % 3 = 0 then 'cn-beijing' else 'cn-hangzhou' end, md5('decided ' || n),
  (array['Slb:AddVServerGroupBackendServers', 'Ecs:AttachNetworkInterface', 'Ecs:CreateNetworkInterface'])[n % 3 + 1],
  at, at + interval '65 seconds',
  case when n % 5000 = 0 then 'restores' when n % 300 = 0 then 'echo' when n % 7 = 0 then 'not-owned' else 'ack-itself' end,
  array['lb-' || (power((n * 13 % 9973) / 9973.0, 4) * 20000)::int, 'i-' || n % 30000], 'assumed-role aliyuncsmanagedkubernetesrole',
  'aliyuncsmanagedkubernetesrole is ACK''s role and its trust policy is intact', array[md5(n::text)],
  jsonb_build_object('eventName', 'AddVServerGroupBackendServers', 'requestId', md5(n::text)), '00000000-0000-0000-0000-000000000000'
from (select n, now() - ($2::int * n::float8 / (select $1::int)) * interval '1 day' as at from generate_series(1, $1::int) n) facts`;
