import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReceiver } from '../../shared/receive.ts';
import { openTimed } from '../../shared/timed.ts';
import { query } from '../support/database.ts';
import { aDeployment, type Deployment } from './deployed.ts';
import { buildInstance, startInstance } from './instance.ts';

/** Every step of the path, and what the group has seen at the end, whatever dies there. */
const STEPS: readonly (readonly [step: string, messages: readonly number[]])[] = [
  ['before own', [1]],
  ['after own', [1]],
  ['before exact', [1]],
  ['before inspect', [1]],
  ['after inspect', [1]],
  ['after find', [1]],
  ['before record', [1]],
  ['after record', [1]],
  ['before take', [1]],
  // Taken means that it may be on its way: the robot's answer and the mark lie between this and the next.
  ['after take', [1]],
  ['before settle', [1, 2]],
  ['after settle', [1]],
  ['after tell', [1]],
];

let deployment: Deployment;
let program: string;
beforeAll(async () => {
  [deployment, program] = await Promise.all([aDeployment(), buildInstance()]);
  await deployment.look();
}, 60_000);
afterAll(() => deployment.stop());

describe('an instance that is killed', () => {
  it.each(STEPS)(
    '%s leaves %j messages in the group, never none',
    async (step, messages) => {
      const { account, environment, context, envelope, changesApiServer, findingOf, told } = deployment;
      const record = changesApiServer(account.actors.user(`killed ${step}`));
      const [event, id] = [envelope(record), findingOf(record)];
      const instance = await startInstance(program, deployment, step);

      const said = await instance.receive(event);
      await instance.kill();
      const retry = openReceiver(context, environment);
      await retry.receive(event);
      await retry.close();
      await leasesRunOut();
      const timers = openTimed(context, environment);
      await timers.deliver();
      await timers.close();

      expect(said).toEqual({ kind: 'stopped' });
      expect(messages).toContain(told(id));
      expect(await states(id)).toEqual([{ state: 'delivered' }]);
    },
    30_000,
  );
});

/** A lease holds for 15 s: this much later. */
function leasesRunOut() {
  return query(deployment.database.url, `update notifications set leased_until = now() where leased_until > now()`);
}

function states(findingId: string) {
  return query(deployment.database.url, 'select state from notifications where finding_id = $1', [findingId]);
}
