import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reconcileMark } from '../../shared/reconcile/reconcile.ts';
import { openReceiver } from '../../shared/receive.ts';
import { openTimed } from '../../shared/timed.ts';
import { query } from '../support/database.ts';
import { aDeployment, type Deployment } from './deployed.ts';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await aDeployment();
  await deployment.look();
}, 60_000);
afterAll(() => deployment.stop());

/** One call of each timer. The clusters were looked at as a whole already. */
async function timersCome() {
  const { environment, context } = deployment;
  const timers = openTimed(context, environment);
  const report = await timers.sweep();
  await timers.deliver();
  await timers.close();
  return report;
}

function messages(): readonly string[] {
  return deployment.robot.messages.map(({ message }) => JSON.stringify(message));
}

describe('an event that never arrives', () => {
  it('is found in the history and told, late and saying so, once', async () => {
    const { account, changesApiServer, findingOf, told, database } = deployment;
    const record = changesApiServer(account.actors.user('unheard'));

    const first = await timersCome();
    const second = await timersCome();

    expect(first.decidedLate).toBeGreaterThanOrEqual(1);
    expect(second.decidedLate).toBe(0);
    expect(told(findingOf(record))).toBe(1);
    expect(messages().find((message) => message.includes(findingOf(record)))).toContain(
      "The event did not arrive; it was found in the trail's history.",
    );
    const decision = await query(database.url, 'select via from decisions where event_id = $1', [record.eventId]);
    expect(decision).toEqual([{ via: 'reconcile' }]);
  }, 60_000);

  it('is decided once when it arrives after all', async () => {
    const { account, changesApiServer, envelope, findingOf, told, environment, context } = deployment;
    const record = changesApiServer(account.actors.user('late'));
    await timersCome();
    const receiver = openReceiver(context, environment);

    const answer = await receiver.receive(envelope(record));
    await receiver.close();

    expect(answer.disregarded).toMatchObject([{ reason: 'duplicate' }]);
    expect(told(findingOf(record))).toBe(1);
  }, 60_000);
});

describe('a history that was not read for more than half an hour', () => {
  it('is an alert of its own, and so is its end', async () => {
    const { account, database } = deployment;
    const mark = reconcileMark(account.accountId, account.region);
    await query(database.url, `update marks set at = now() - interval '40 minutes' where name = $1`, [mark]);
    const before = messages().length;

    await timersCome();

    const titles = messages()
      .slice(before)
      .filter((message) => message.includes('The history of the trail was not read for more than half an hour'));
    expect(titles).toHaveLength(2);
    expect(titles[1]).toContain('over');
  }, 60_000);
});

describe('a sweep that does not come', () => {
  it('is told by the other timer', async () => {
    const { account, database, environment, context } = deployment;
    await query(database.url, `update marks set at = now() - interval '40 minutes' where name = $1`, [
      `sweep ${account.accountId} ${account.region}`,
    ]);
    const before = messages().length;
    const timers = openTimed(context, environment);

    await timers.deliver();
    await timers.close();

    expect(
      messages()
        .slice(before)
        .some((message) => message.includes('The sweep does not run')),
    ).toBe(true);
  }, 60_000);
});
