import { ConfigError } from '../../errors.ts';
import type { KnownResource, ReviewStore } from '../../store/review.ts';
import { defineCommand, EXIT, type Exit, type Terminal } from '../command.ts';
import { DATABASE_ARGS } from '../database.ts';
import { clusterIdOf } from '../finding-filter.ts';
import { withReviewStore } from '../review-store.ts';
import { inColumns } from '../table.ts';

const PAGE = 500;

export const inventory = defineCommand({
  name: 'inventory',
  description: 'What ackwatch knows of each cluster: its resources, where it knows them from and how fresh that is.',
  args: {
    cluster: { type: 'string', description: 'One cluster, id or name: its resources by source and role' },
    role: { type: 'string', description: 'With --cluster: the resources in this role, such as node' },
    resource: { type: 'string', description: 'Whose is this? Id of a resource' },
    ...DATABASE_ARGS,
  },
  examples: [
    ['ackwatch inventory', 'every cluster in one table'],
    ['ackwatch inventory --cluster prod', 'what is known of one, and from where'],
    ['ackwatch inventory --cluster prod --role node', 'its nodes'],
    ['ackwatch inventory --resource lb-bp1abc', 'which cluster owns it, in which role'],
  ],
  run: (args, terminal) =>
    withReviewStore(args, terminal, async (store) => {
      const show = showing(args.json, terminal);
      if (args.resource !== undefined) return whose(args.resource, store, args.json, terminal);
      if (args.cluster === undefined) {
        if (args.role !== undefined) throw new ConfigError('Expected --cluster along with --role');
        return clusters(store, show);
      }
      const id = await clusterIdOf(args.cluster, store);
      return args.role === undefined ? cluster(id, store, show) : inRole(id, args.role, store, show);
    }),
});

type Show = (value: unknown, head: readonly string[], rows: readonly (readonly string[])[]) => void;

function showing(json: boolean, { out }: Terminal): Show {
  return (value, head, rows) => out(json ? JSON.stringify(value, null, 2) : inColumns(head, rows));
}

async function clusters(store: ReviewStore, show: Show): Promise<Exit> {
  const known = await store.knownClusters();
  const rows = known.map(({ name, id, type, region, state, resources, stale, seenAt, retiredAt }) => [
    name,
    id,
    type,
    region,
    retiredAt === undefined ? state : `gone ${minute(retiredAt)}`,
    String(resources),
    String(stale),
    minute(seenAt),
  ]);
  show(known, ['cluster', 'id', 'type', 'region', 'state', 'resources', 'stale', 'seen (UTC)'], rows);
  return EXIT.ok;
}

async function cluster(id: string, store: ReviewStore, show: Show): Promise<Exit> {
  const [sources, roles] = [await store.coverage(id), await store.roleCounts(id)];
  const rows = [
    ...sources.map((one) => [`from ${one.source}`, String(one.resources), String(one.stale), minute(one.seenAt)]),
    ...roles.map(({ role, count }) => [`as ${role}`, String(count), '', '']),
  ];
  show({ sources, roles }, ['what', 'resources', 'stale', 'seen (UTC)'], rows);
  return EXIT.ok;
}

async function inRole(id: string, wanted: string, store: ReviewStore, show: Show): Promise<Exit> {
  const roles = (await store.roleCounts(id)).map(({ role }) => role);
  const role = roles.find((one) => one === wanted);
  if (role === undefined) throw new ConfigError(`Expected a role out of ${roles.join(', ')}, got ${wanted}`);
  const found: KnownResource[] = [];
  for (let after: string | undefined; ;) {
    const { items, next } = await store.known(id, role, { limit: PAGE, after });
    found.push(...items);
    if (next === undefined) break;
    after = next;
  }
  show(found, HEAD, found.map(resourceRow));
  return EXIT.ok;
}

async function whose(id: string, store: ReviewStore, json: boolean, { out }: Terminal): Promise<Exit> {
  const owners = await store.whose(id);
  if (json) out(JSON.stringify(owners, null, 2));
  else if (owners.length === 0) {
    out(`Nobody's, as far as the inventory knows: no cluster owns ${id} or did during the last 90 days.`);
  } else {
    const names = new Map((await store.knownClusters()).map((one) => [one.id, one.name]));
    const rows = owners.map((one) => [names.get(one.clusterId) ?? one.clusterId, ...resourceRow(one)]);
    out(inColumns(['cluster', ...HEAD], rows));
  }
  return owners.length > 0 ? EXIT.ok : EXIT.found;
}

const HEAD = ['role', 'kind', 'id', 'name', 'known from', 'seen (UTC)', 'expected state'];

function resourceRow({ role, kind, id, name, via, seenAt, stale, tombstonedAt, baseline }: KnownResource) {
  const seen =
    tombstonedAt === undefined ? `${minute(seenAt)}${stale ? ' (stale)' : ''}` : `gone ${minute(tombstonedAt)}`;
  const expected =
    baseline === undefined ? '' : `${minute(baseline.observedAt)}${baseline.isProven ? '' : ' (first sight)'}`;
  return [role, kind, id, name ?? '', via, seen, expected];
}

function minute(time: Date | undefined): string {
  return time === undefined ? '' : time.toISOString().slice(0, 16).replace('T', ' ');
}
