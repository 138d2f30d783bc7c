import type { Cloud } from '../../cloud/cloud.ts';
import { collectInventory } from '../../inventory/collect.ts';
import type { Language } from '../../model/text.ts';
import { CloudError, ConfigError } from '../../errors.ts';
import type { Surroundings } from '../../open.ts';
import { type Cursor, goesOn, readCursor, removeCursor, writeCursor } from '../../scan/cursor.ts';
import { progressOf, type Stream, streamsFrom } from '../../scan/history.ts';
import { orAborted } from '../../scan/or-aborted.ts';
import type { ScanReport } from '../../scan/report.ts';
import { scan } from '../../scan/scan.ts';
import { openSilentWorld } from '../../scan/silent-world.ts';
import { memoryStore } from '../../store/memory.ts';
import { openStore } from '../../store/postgres.ts';
import type { Store } from '../../store/store.ts';
import { openDatabase } from '../database.ts';
import { findingLine } from '../findings-table.ts';
import type { Progress } from '../progress.ts';

/** What a scan is called with, read from the command line. */
export interface ScanOptions {
  readonly account: Surroundings & { readonly regions: readonly string[] };
  readonly services: readonly string[];
  readonly since: Date;
  readonly end: Date;
  /** `memory`, `embedded` or an address. */
  readonly database: string;
  readonly folder: string;
  readonly cursorFile: string;
  readonly restart: boolean;
  readonly language: Language;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

const COLLECT_MS = 60_000;

/** Opens the store, collects today's inventory and reads the past against it. */
export async function runScan(options: ScanOptions): Promise<ScanReport> {
  const { store, isKept, close } = await openScanStore(options);
  try {
    return await scanInto(store, isKept, options);
  } finally {
    await close();
  }
}

async function scanInto(store: Store, isKept: boolean, options: ScanOptions): Promise<ScanReport> {
  const { account, progress, signal, language } = options;
  const { accountId, regions, now } = account;
  const { world, cloud } = openSilentWorld(account, store);
  const inventory = await orAborted(inventoryOf(options, store, cloud), signal);
  const { clusters, problems } = inventory ?? { clusters: [], problems: [] };
  const place = await placeOf(options, isKept);
  const about = { accountId, regions, since: place.since, end: place.end, clusters, problems };
  if (clusters.length === 0) return { ...about, scanned: { ...NOTHING, isComplete: inventory !== undefined } };
  progress.say(`${clusters.length} clusters: ${clusters.map(({ name }) => name).join(', ')}`);
  const scanned = await scan({
    cloud,
    store,
    world,
    accountId,
    now,
    signal,
    since: place.since,
    streams: place.streams,
    before: place.findings,
    onFinding: (finding) => progress.say(findingLine(finding, language)),
    onPage: async ({ events, findings }, streams) => {
      const ids = findings.map(({ id }) => id);
      if (isKept) await writeCursor(options.cursorFile, { ...place, streams, findings: ids });
      progress.show(`${events} writes read${backTo(streams)}`, progressOf(streams, place.since, place.end));
    },
  });
  if (isKept && scanned.isComplete) await removeCursor(options.cursorFile);
  return { ...about, scanned };
}

/** Today's inventory: by it the past is judged. Throws CloudError where not even the clusters are known. */
async function inventoryOf({ account, progress }: ScanOptions, store: Store, cloud: Cloud) {
  const { accountId, regions, now } = account;
  progress.show(`Reading today's inventory of ${regions.join(', ')}`);
  const deadline = now().getTime() + COLLECT_MS;
  const { clusters, parts } = await collectInventory({ store, cloud, accountId, regions, now, deadline });
  const problems = [...new Set(parts.flatMap((part) => part.problems))];
  if (clusters.length > 0 || problems.length === 0) return { clusters, problems };
  throw new CloudError('Incomplete', `The clusters could not be listed: ${problems.join('; ')}`);
}

function backTo(streams: readonly Stream[]): string {
  const [latest] = streams.filter(({ isDone }) => !isDone).toSorted((a, b) => b.until.getTime() - a.until.getTime());
  return latest === undefined ? '' : `, back to ${latest.until.toISOString().slice(0, 16)}`;
}

const NOTHING = { events: 0, findings: [], silences: {}, undecided: [], streams: [], isComplete: true };

/** Where the scan begins: where an earlier one was interrupted, else now. */
async function placeOf(options: ScanOptions, isKept: boolean): Promise<Cursor> {
  const { account, services, since, end, cursorFile, restart, progress } = options;
  const { accountId, regions } = account;
  const streams = streamsFrom(regions, services, end);
  const before = isKept && !restart ? await readCursor(cursorFile) : undefined;
  if (before === undefined || !goesOn(before, { accountId, since, end, streams })) {
    return { accountId, since, end, streams, findings: [] };
  }
  const done = Math.floor(progressOf(before.streams, before.since, before.end) * 100);
  progress.say(
    `Going on with the scan of ${before.end.toISOString().slice(0, 16)}, at ${done}%; --restart begins anew`,
  );
  return before;
}

async function openScanStore({ account, database, folder }: ScanOptions) {
  if (database === 'memory')
    return { store: memoryStore({ limit: 50_000 }), isKept: false, close: () => Promise.resolve() };
  if (database === account.config.databaseUrl) {
    throw new ConfigError(
      'Expected a database of its own, got that of the deployment: what a scan records, nobody would be told of later',
    );
  }
  const opened = await openDatabase({ database, folder }, { environment: {} });
  const store = openStore({ databaseUrl: opened.url, migrate: opened.isEmbedded });
  const close = async (): Promise<void> => {
    await store.close();
    await opened.close();
  };
  return { store, isKept: true, close };
}
