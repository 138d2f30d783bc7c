import { onTestFinished } from 'vitest';
import type { OwnCall } from '../../infra/local/cloud/api.ts';
import { type UnplayedCall, recordUnplayed } from '../../infra/local/cloud/actiontrail/unplayed.ts';
import type { TrailRecord } from '../../infra/local/cloud/actiontrail/record.ts';
import { ApiError } from '../../infra/local/cloud/api.ts';
import type { Key } from '../../infra/local/cloud/keys.ts';
import { startCloud } from '../../infra/local/cloud/server.ts';
import { demoAccount } from '../../infra/local/demo/account.ts';
import { envelopeOf } from '../../infra/local/event-bridge/envelope.ts';
import { readConfig } from '../../shared/config.ts';
import { openWorld } from '../../shared/open.ts';
import { decode } from '../../shared/sources/actiontrail/decode.ts';
import { screen } from '../../shared/steps/screen.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { openStore } from '../../shared/store/postgres.ts';
import { sweep } from '../../shared/sweep.ts';
import { type Outcome, watch } from '../../shared/watch.ts';
import { inProcessCloud } from '../support/in-process-cloud.ts';

/** The demo account under watch: the real path, over a local cloud, after a first sweep. `databaseUrl`: else in memory. */
export async function aWatchedAccount({ databaseUrl }: { readonly databaseUrl?: string } = {}) {
  const demo = demoAccount();
  const { world: account, watcher } = demo;
  const local = await startCloud({ world: account });
  const now = () => new Date();
  const store = databaseUrl === undefined ? memoryStore({ now }) : openStore({ databaseUrl });
  onTestFinished(async () => {
    await store.close();
    await local.stop();
  });
  // A store in memory stands for the database: the sweep below fills it, as in production.
  const config = readConfig({ ACKWATCH_ENDPOINT: local.origin, DATABASE_URL: databaseUrl ?? 'postgres://in-memory' });
  const { accountId, region } = account;
  const surroundings = { config, accountId, region, credentials: () => watcher, now, log: () => undefined };
  const { world, cloud } = openWorld(surroundings, store);
  const take = (records: readonly TrailRecord[], receivedAt = now()): Promise<Outcome> =>
    watch(
      records.map((record) => envelopeOf(record, accountId, receivedAt)),
      {
        decode: (input) => decode(input, receivedAt),
        screen,
        world: () => Promise.resolve(world),
        log: () => undefined,
      },
    );
  const look = () =>
    sweep({
      store,
      cloud: inProcessCloud(account, watcher),
      world,
      accountId,
      regions: [region],
      now,
      deadline: Date.now() + 60_000,
      log: () => undefined,
    });
  /** What somebody does, and everything that follows from it, as records of the trail. */
  const deed = (key: Key, call: OwnCall): readonly TrailRecord[] => {
    const before = account.trail.records().length;
    try {
      account.act(key, call);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
    return account.trail.records().slice(before);
  };
  const unplayed = (key: Key, call: UnplayedCall): readonly TrailRecord[] => [recordUnplayed(account, key, call)];
  await look();
  return { ...demo, account, store, cloud, local, take, look, deed, unplayed, alice: account.actors.user('alice') };
}

/** The records as of a moment after the last look: they tell whole seconds, and tests are faster than that. */
export function afterTheLook(records: readonly TrailRecord[]): readonly TrailRecord[] {
  const eventTime = `${new Date(Date.now() + 1_000).toISOString().slice(0, 19)}Z`;
  return records.map((record) => ({ ...record, eventTime }));
}

/** What became of events, in short: `finding <rule>` or the reason of silence. */
export function short({ findings, disregarded, setAside }: Outcome): readonly string[] {
  return [
    ...findings.map(({ rule }) => `finding ${rule}`),
    ...disregarded.map(({ reason }) => reason),
    ...setAside.map(({ reason }) => `set aside: ${reason}`),
  ];
}
