import type { TrailRecord } from '../../infra/local/cloud/actiontrail/record.ts';
import type { Key } from '../../infra/local/cloud/keys.ts';
import { startCloud } from '../../infra/local/cloud/server.ts';
import { demoAccount } from '../../infra/local/demo/account.ts';
import { startRobot } from '../../infra/local/dingtalk/robot.ts';
import { startMailbox } from '../../infra/local/smtp/mailbox.ts';
import { envelopeOf } from '../../infra/local/event-bridge/envelope.ts';
import { readConfig } from '../../shared/config.ts';
import { findingId } from '../../shared/findings/find.ts';
import { openWorld } from '../../shared/open.ts';
import { openStore } from '../../shared/store/postgres.ts';
import { sweep } from '../../shared/sweep.ts';
import { createDatabase } from '../support/database.ts';
import { inProcessCloud } from '../support/in-process-cloud.ts';

/**
 * ackwatch as it is deployed: the demo account, a robot, a mailbox if there is to be one, a database, and what a function
 * finds in its environment.
 */
export async function aDeployment({ hasMailbox = false }: { readonly hasMailbox?: boolean } = {}) {
  const demo = demoAccount();
  const { world: account, watcher, prod } = demo;
  const [cloud, robot, mailbox, database] = await Promise.all([
    startCloud({ world: account }),
    startRobot({ perMinute: 1_000 }),
    startMailbox(),
    createDatabase(),
  ]);
  const email = {
    ACKWATCH_SMTP_URL: mailbox.url,
    ACKWATCH_EMAIL_FROM: 'ackwatch@example.com',
    ACKWATCH_EMAIL_TO: 'on-call@example.com',
  };
  const environment = {
    DATABASE_URL: database.url,
    ACKWATCH_ENDPOINT: cloud.origin,
    ACKWATCH_DINGTALK_WEBHOOK: robot.webhook,
    ...(hasMailbox ? email : {}),
  };
  const { accountId, region } = account;
  const context = () => ({ accountId, region, credentials: watcher });
  /** Fills the inventory, as the first sweep does. */
  const look = async (): Promise<void> => {
    const store = openStore({ databaseUrl: database.url });
    const now = () => new Date();
    const config = readConfig(environment);
    const surroundings = { config, accountId, region, credentials: () => watcher, now, log: () => undefined };
    const { world } = openWorld(surroundings, store);
    const deadline = Date.now() + 60_000;
    const inside = inProcessCloud(account, watcher);
    await sweep({ store, cloud: inside, world, accountId, regions: [region], now, deadline, log: () => undefined });
    await store.close();
  };
  /** The event as EventBridge pushes it. */
  const envelope = (record: TrailRecord): string => JSON.stringify(envelopeOf(record, accountId, new Date()));
  let timeout = 100;
  /** Somebody sets the session timeout of the listener of prod's API server; the record of it. */
  const setsTimeout = (key: Key, PersistenceTimeout: number): TrailRecord => {
    const { loadBalancer: LoadBalancerId, port: ListenerPort } = prod.apiServer;
    const params = { LoadBalancerId, ListenerPort, PersistenceTimeout };
    account.act(key, { product: 'slb', action: 'SetLoadBalancerTCPListenerAttribute', params });
    const record = account.trail.records().at(-1);
    if (record === undefined) throw new Error('Expected the call to be recorded');
    return record;
  };
  /** The same, never twice alike. */
  const changesApiServer = (key: Key): TrailRecord => setsTimeout(key, (timeout += 1));
  /** The id of the finding that its event gives on prod. */
  const findingOf = ({ eventId: id }: TrailRecord): string => findingId({ accountId, region, id }, prod.clusterId);
  const stop = async (): Promise<void> => {
    await Promise.all([cloud.stop(), robot.stop(), mailbox.stop()]);
    await database.drop();
  };
  /** How many messages in the group are about a finding. */
  const told = (findingId: string): number =>
    robot.messages.filter(({ message }) => JSON.stringify(message).includes(findingId)).length;
  return {
    ...demo,
    account,
    cloud,
    robot,
    mailbox,
    database,
    environment,
    context,
    look,
    envelope,
    setsTimeout,
    changesApiServer,
    findingOf,
    told,
    stop,
  };
}

export type Deployment = Awaited<ReturnType<typeof aDeployment>>;
