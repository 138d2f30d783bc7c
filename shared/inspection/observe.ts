import type { Cloud } from '../cloud/cloud.ts';
import type { Snapshot } from '../model/change.ts';
import type { OwnedResource, Role } from '../model/resource.ts';
import { snapshotOf } from './content.ts';
import { readAll, type Reading } from './read-all.ts';
import type { Reader } from './reader.ts';
import { allReaders } from './readers.ts';

/** What is the customer's own business, though the cluster uses it. */
const NOT_OURS: ReadonlySet<Role> = new Set(['reused-load-balancer']);

/** Reads every aspect of everything that a cluster owns. What fails is left out and reported. */
export async function observe(
  cloud: Cloud,
  owned: readonly OwnedResource[],
  { region, deadline, now }: { readonly region: string; readonly deadline: number; readonly now: () => Date },
): Promise<{ readonly snapshots: readonly Snapshot[]; readonly problems: readonly string[] }> {
  const ours = owned.filter(({ role, region: at }) => at === region && !NOT_OURS.has(role));
  const clusters = new Map(ours.map(({ id, clusterId }) => [id, clusterId]));
  const place = { cloud, region, deadline, clusterOf: (id: string) => clusters.get(id) };
  const snapshots: Snapshot[] = [];
  const problems: string[] = [];
  const readers = await allReaders();
  const independent = readers.filter((reader) => reader.onlyIf === undefined);
  const dependent = readers.filter((reader) => reader.onlyIf !== undefined);
  const keep = async (reader: Reader, resources: readonly OwnedResource[]): Promise<void> => {
    const readings = await readAll(
      reader,
      place,
      resources.map(({ id }) => id),
      now,
    );
    snapshots.push(...snapshotsOf(reader, resources, readings));
    problems.push(...problemsOf(reader, readings));
  };
  await Promise.all(independent.map((reader) => keep(reader, of(ours, reader))));
  const configurations = new Map(
    snapshots
      .filter(({ aspect }) => aspect === 'configuration')
      .map(({ kind, id, content }) => [`${kind} ${id}`, content]),
  );
  await Promise.all(
    dependent.map((reader) =>
      keep(
        reader,
        of(ours, reader).filter(({ kind, id }) => reader.onlyIf?.(configurations.get(`${kind} ${id}`))),
      ),
    ),
  );
  return { snapshots, problems };
}

/** Each resource once, however many roles it has. */
function of(owned: readonly OwnedResource[], reader: Reader): readonly OwnedResource[] {
  const found = new Map(owned.filter(({ kind }) => kind === reader.kind).map((resource) => [resource.id, resource]));
  return [...found.values()];
}

function snapshotsOf(
  { kind, aspect }: Reader,
  resources: readonly OwnedResource[],
  readings: ReadonlyMap<string, Reading>,
): readonly Snapshot[] {
  return resources.flatMap(({ id, accountId, region }) => {
    const reading = readings.get(id);
    if (reading === undefined || 'problem' in reading) return [];
    return [snapshotOf({ kind, id, accountId, region, aspect, observedAt: reading.at, content: reading.content })];
  });
}

/** One line for each way in which a reading failed, with how many resources it concerns. */
function problemsOf({ kind, aspect }: Reader, readings: ReadonlyMap<string, Reading>): readonly string[] {
  const counts = new Map<string, number>();
  for (const reading of readings.values()) {
    if ('problem' in reading) counts.set(reading.problem, (counts.get(reading.problem) ?? 0) + 1);
  }
  return [...counts].map(([problem, count]) => `${kind} ${aspect} of ${count}: ${problem}`);
}
