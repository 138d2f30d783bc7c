import type { ArgsDef } from 'citty';
import { ConfigError } from '../errors.ts';
import type { Status } from '../model/finding.ts';
import { SEVERITIES } from '../model/severity.ts';
import type { FindingFilter, ReviewStore } from '../store/review.ts';
import { readSince } from './since.ts';

const STATUSES: readonly Status[] = ['new', 'in-progress', 'suppressed', 'resolved'];

/** Options that narrow findings. */
export const FINDING_ARGS = {
  cluster: { type: 'string', description: 'Of this cluster: id or name' },
  row: { type: 'string', description: 'Of this row, such as R02' },
  rule: { type: 'string', description: 'Of this rule' },
  severity: { type: 'string', description: `Comma list of ${SEVERITIES.join(', ')}` },
  status: { type: 'string', description: `Comma list of ${STATUSES.join(', ')}` },
  actor: { type: 'string', description: 'By this name' },
  resource: { type: 'string', description: 'On this resource' },
  text: { type: 'string', description: 'Words that the finding holds' },
  region: { type: 'string', description: 'In this region' },
  since: { type: 'string', description: 'Not older: 7d, 12h, or a date' },
  until: { type: 'string', description: 'Not younger: 1d, or a date' },
} as const satisfies ArgsDef;

type Given = Readonly<Partial<Record<keyof typeof FINDING_ARGS, string | undefined>>>;

/** Reads them. Throws ConfigError on what is not in the lists. */
export async function filterOf(given: Given, store: Pick<ReviewStore, 'knownClusters'>): Promise<FindingFilter> {
  const now = new Date();
  return {
    from: given.since === undefined ? undefined : readSince(given.since, now),
    to: given.until === undefined ? undefined : readSince(given.until, now),
    region: given.region,
    clusterId: given.cluster === undefined ? undefined : await clusterIdOf(given.cluster, store),
    row: given.row?.toUpperCase(),
    rule: given.rule,
    severities: listed('severity', given.severity, SEVERITIES),
    statuses: listed('status', given.status, STATUSES),
    actor: given.actor,
    resource: given.resource,
    text: given.text,
  };
}

/** The id of the cluster with that id or name. */
export async function clusterIdOf(named: string, store: Pick<ReviewStore, 'knownClusters'>): Promise<string> {
  const clusters = await store.knownClusters();
  const found = clusters.find(({ id }) => id === named) ?? clusters.find(({ name }) => name === named);
  if (found !== undefined) return found.id;
  const known = clusters.map(({ name }) => name).join(', ') || 'none';
  throw new ConfigError(`Expected the id or name of a cluster, got ${named}. Known: ${known}`);
}

function listed<T extends string>(option: string, text: string | undefined, known: readonly T[]): readonly T[] {
  if (text === undefined) return [];
  return text.split(',').map((part) => {
    const found = known.find((one) => one === part.trim());
    if (found === undefined) throw new ConfigError(`Expected --${option} out of ${known.join(', ')}, got ${part}`);
    return found;
  });
}
