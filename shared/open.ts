import { type Account, memberAccount, ownAccount } from './cloud/accounts.ts';
import type { Cloud } from './cloud/cloud.ts';
import { openCloud, type Credentials } from './cloud/openapi.ts';
import type { Config } from './config.ts';
import { find } from './findings/find.ts';
import { redact } from './inspection/redact.ts';
import { inventoryEnsurer } from './inventory/ensure.ts';
import type { AuditEvent } from './model/event.ts';
import { openChannels, routingOf } from './notify/channels.ts';
import { deliver } from './notify/outbox.ts';
import { notificationsFor } from './notify/route.ts';
import { TOLD_RULES } from './self-watch/told-rules.ts';
import { conclude } from './steps/conclude.ts';
import { exact } from './steps/exact.ts';
import { inspect } from './steps/inspect.ts';
import { judge } from './steps/judge.ts';
import { withPrecursors } from './steps/precursors.ts';
import { own } from './steps/own.ts';
import { unread, unwatched } from './steps/silences.ts';
import { recordingOf } from './steps/record.ts';
import type { World } from './steps/steps.ts';
import { memoryStore } from './store/memory.ts';
import { openStore } from './store/postgres.ts';
import type { Store } from './store/store.ts';

/** Where and as whom ackwatch runs. */
export interface Surroundings {
  readonly config: Config;
  readonly accountId: string;
  readonly region: string;
  /** Asked for anew on every call: they rotate. */
  readonly credentials: () => Credentials;
  readonly now: () => Date;
  readonly log: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** How long an inventory in the instance's memory holds. */
const MEMORY_LIFE_MS = 10 * 60_000;
/** How long the trail or a stored command may take: neither is asked where owners or states are read for as long. */
const EXACT_MS = 2_000;
/** How long inspection may take. */
const INSPECT_MS = 3_000;
/** Messages over each channel that the event path sends at most. */
const SEND_AT_ONCE = 3;

const WITHOUT_DATABASE = 'Running without a database: no earlier state, repeats possible';

/** The world around the path, opened from the configuration. Nothing is connected or loaded before it is used. */
export function openWorld(
  { config, accountId, region, credentials, now, log }: Surroundings,
  store: Store = config.databaseUrl === undefined
    ? memoryStore({ now })
    : openStore({ databaseUrl: config.databaseUrl }),
  statelessNote = WITHOUT_DATABASE,
) {
  const isStateless = config.databaseUrl === undefined;
  const cloud = openCloud({ credentials, endpoint: config.endpoint });
  const channels = openChannels(config);
  const routing = routingOf(config, channels);
  const regions = config.regions.length > 0 ? config.regions : [region];
  const lifeMs = isStateless ? MEMORY_LIFE_MS : undefined;
  const members = membersIn({ config, accountId, region, credentials });
  const accounts: readonly Account[] = [ownAccount(accountId, cloud), ...members];
  const ensurers = new Map(
    accounts.map((account) => [account, inventoryEnsurer({ ...account, store, regions, now, lifeMs })]),
  );
  // Where nobody says whose the function is, every account that is no member is its own.
  const accountOf = (id: string): Account | undefined =>
    accounts.find((one) => one.accountId === id) ?? (accountId === '' ? accounts[0] : undefined);
  const cloudOf = (event: AuditEvent): Cloud => accountOf(event.accountId)?.cloud ?? cloud;
  const world: World = {
    own: async (event, touched) => {
      const account = accountOf(event.accountId);
      if (account === undefined) return unwatched(event.accountId);
      await ensurers.get(account)?.();
      const { watcherNames } = config;
      const sources = { store, cloud: account.cloud, watcherNames, now, holds: !isStateless };
      return unread(await own(event, touched, sources), account.refusal());
    },
    exact: (event, part) => exact(event, part, { store, cloud: cloudOf(event), deadline: now().getTime() + EXACT_MS }),
    judge,
    inspect: (event, part) =>
      inspect(event, part, { store, cloud: cloudOf(event), now, deadline: now().getTime() + INSPECT_MS }),
    find: async (event, part, matches, seen) => {
      const notes = isStateless ? [...seen.notes, statelessNote] : seen.notes;
      const finding = await withPrecursors(find({ event, part, matches, seen: { ...seen, notes } }), store);
      return conclude(finding, { store, declared: config.exceptions, now });
    },
    record: (event, decided) => {
      const notifications = decided.findings.flatMap((finding) => notificationsFor(finding, routing, now()));
      return store.record(recordingOf(event, decided, notifications));
    },
    tell: async (findings) => {
      const only = findings.flatMap((finding) => notificationsFor(finding, routing, now()));
      if (only.length > 0)
        await deliver({ store, channels, routing, rules: TOLD_RULES, limit: SEND_AT_ONCE, only, log });
    },
    setAside: (raw, reason) => store.setAside({ raw: textOf(redact(raw)), reason, at: now() }),
  };
  return { world, store, cloud, members, channels, routing, regions };
}

/** A file may serve several deployments: the account that is one's own is no member, and is read with its own keys. */
function membersIn(given: Pick<Surroundings, 'config' | 'accountId' | 'region' | 'credentials'>): readonly Account[] {
  const { config, accountId, region, credentials } = given;
  const options = { credentials, endpoint: config.endpoint, region };
  return config.accounts.filter(({ id }) => id !== accountId).map((member) => memberAccount(member, options));
}

function textOf(raw: unknown): string {
  return typeof raw === 'string' ? raw : (JSON.stringify(raw) ?? String(raw));
}
