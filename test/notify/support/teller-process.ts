import { deliver } from '../../../shared/notify/outbox.ts';
import { catalogue } from '../../../shared/rules/catalogue.ts';
import { openStore } from '../../../shared/store/postgres.ts';
import { aRobotAt, opened } from './channels.ts';
import { recorded, stormFinding } from './storm.ts';

/** What one sender of a storm is told. */
export interface Share {
  readonly databaseUrl: string;
  readonly webhook: string;
  readonly from: number;
  readonly to: number;
}

/** One instance in a storm: a process that records its share of the events, each told at once as far as it may be. */
process.once('message', (share: Share) => {
  const store = openStore({ databaseUrl: share.databaseUrl });
  const told = opened([aRobotAt(share.webhook)]);
  const storm = async (): Promise<void> => {
    for (let index = share.from; index < share.to; index += 1) {
      const only = await recorded(store, stormFinding(index), told.routing);
      await deliver({ store, ...told, rules: catalogue, limit: 3, only, log: () => undefined });
    }
    await store.close();
  };
  store.clusters('').then(
    () => {
      process.once('message', () => void storm().then(() => process.disconnect()));
      process.send?.('ready');
    },
    (error: unknown) => {
      throw error;
    },
  );
});
