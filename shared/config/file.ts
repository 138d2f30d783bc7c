import * as z from 'zod';
import { Accounts } from './accounts.ts';
import { Audit } from './audit.ts';
import { Automation } from './automation.ts';
import { Clusters } from './clusters.ts';
import { Address, Language, Text, TimeZone } from './fields.ts';
import { Heartbeat } from './heartbeat.ts';
import { Mailboxes } from './mailboxes.ts';
import { Reconcile } from './reconcile.ts';
import { Robots } from './robots.ts';
import { Routes } from './routes.ts';
import { Suppressions } from './suppressions.ts';
import { Watcher } from './watcher.ts';
import { Webhooks } from './webhooks.ts';

/**
 * What `ackwatch.yaml` may hold: one schema for each section, in a file of its own. An unknown key is an error: a
 * misspelt one would silently mean nothing.
 */
export const ConfigFile = z.strictObject({
  regions: z.array(Text).optional(),
  accounts: Accounts.default([]),
  language: Language.optional(),
  timeZone: TimeZone.optional(),
  reviewUrl: Address.optional(),
  robots: Robots.default({}),
  mailboxes: Mailboxes.default({}),
  webhooks: Webhooks.default({}),
  routes: Routes.default([]),
  clusters: Clusters.default({}),
  suppressions: Suppressions.default([]),
  automation: Automation.default([]),
  heartbeat: Heartbeat.optional(),
  audit: Audit.optional(),
  reconcile: Reconcile.optional(),
  watcher: Watcher.optional(),
});
export type ConfigFile = z.infer<typeof ConfigFile>;
