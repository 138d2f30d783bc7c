import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openReceiver } from '../../shared/receive.ts';
import { openTimed } from '../../shared/timed.ts';
import { proxyTo } from '../store/proxy.ts';
import { query } from '../support/database.ts';
import { aDeployment, type Deployment } from './deployed.ts';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await aDeployment();
  await deployment.look();
}, 60_000);
afterAll(() => deployment.stop());

/** An instance whose database can be taken away. */
async function anInstance() {
  const { environment, context, database } = deployment;
  const network = await proxyTo(database.url);
  const receiver = openReceiver(context, { ...environment, DATABASE_URL: network.url });
  onTestFinished(() => receiver.close());
  const receive = (event: string) =>
    receiver.receive(event).then(
      () => 'answered',
      (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
    );
  return { network, receive };
}

const AWAY = 'The database did not answer';

function messagesSince(start: number): readonly string[] {
  return deployment.robot.messages.slice(start).map(({ message }) => JSON.stringify(message));
}

function outcomes(eventIds: readonly string[]) {
  return query(deployment.database.url, 'select outcome from decisions where event_id = any($1)', [eventIds]);
}

describe('a database that is away', () => {
  it('at the start keeps no critical alert back, lets the handler throw, and the record catches up', async () => {
    const { account, changesApiServer, envelope, findingOf, robot } = deployment;
    const { network, receive } = await anInstance();
    await network.leave();
    const record = changesApiServer(account.actors.user('early'));
    const before = robot.messages.length;

    const first = await receive(envelope(record));
    const meanwhile = messagesSince(before);
    await network.comeBack();
    const retried = await receive(envelope(record));

    expect([first, retried]).toEqual(['StoreError', 'answered']);
    expect(meanwhile).toHaveLength(1);
    expect(meanwhile[0]).toContain(findingOf(record));
    expect(meanwhile[0]).toContain(AWAY);
    expect(await outcomes([record.eventId])).toEqual([{ outcome: 'finding' }]);
  }, 60_000);

  it('for minutes costs one message a minute, and every event is decided afterwards', async () => {
    const { account, changesApiServer, envelope, findingOf, robot, told, environment, context } = deployment;
    const { network, receive } = await anInstance();
    await network.leave();
    const records = [1, 2, 3, 4].map((number) => changesApiServer(account.actors.user(`storm ${number}`)));
    const before = robot.messages.length;

    const answers: string[] = [];
    for (const record of records) answers.push(await receive(envelope(record)));
    const meanwhile = messagesSince(before);
    await network.comeBack();
    const retried: string[] = [];
    for (const record of records) retried.push(await receive(envelope(record)));
    const timers = openTimed(context, environment);
    await timers.deliver();
    await timers.close();

    expect(answers).toEqual(Array.from({ length: 4 }, () => 'StoreError'));
    expect(meanwhile).toHaveLength(1);
    expect(retried).toEqual(Array.from({ length: 4 }, () => 'answered'));
    expect(await outcomes(records.map(({ eventId }) => eventId))).toHaveLength(4);
    for (const record of records) expect(told(findingOf(record))).toBeGreaterThanOrEqual(1);
  }, 60_000);

  it('in the middle of a transaction leaves nothing half written', async () => {
    const { account, changesApiServer, envelope, findingOf, robot } = deployment;
    const { network, receive } = await anInstance();
    await receive(envelope(changesApiServer(account.actors.user('before the cut'))));
    const record = changesApiServer(account.actors.user('cut'));
    const before = robot.messages.length;
    network.cutOnAnswer('INSERT 0 1');

    const first = await receive(envelope(record));
    const again = await receive(envelope(record));

    expect([first, again]).toEqual(['answered', 'answered']);
    expect(await outcomes([record.eventId])).toEqual([{ outcome: 'finding' }]);
    expect(messagesSince(before).filter((message) => message.includes(findingOf(record)))).toHaveLength(1);
  }, 60_000);

  it('and says nothing at all is waited for some seconds, not for ever', async () => {
    const { account, changesApiServer, envelope, findingOf, robot } = deployment;
    const { network, receive } = await anInstance();
    await receive(envelope(changesApiServer(account.actors.user('before the silence'))));
    network.forgetConnections();
    const record = changesApiServer(account.actors.user('unheard'));
    const before = robot.messages.length;
    const started = performance.now();

    const first = await receive(envelope(record));
    const tookMs = performance.now() - started;
    const meanwhile = messagesSince(before);
    const retried = await receive(envelope(record));

    expect([first, retried]).toEqual(['StoreError', 'answered']);
    expect(meanwhile.filter((message) => message.includes(findingOf(record)))).toHaveLength(1);
    expect(tookMs).toBeLessThan(15_000);
  }, 60_000);

  it('never answers as if the event were decided', async () => {
    const { account, changesApiServer, envelope } = deployment;
    const { network, receive } = await anInstance();
    const record = changesApiServer(account.actors.user('unanswered'));
    await network.leave();

    const answer = await receive(envelope(record));

    expect(answer).toBe('StoreError');
    expect(await outcomes([record.eventId])).toEqual([]);
  }, 60_000);
});
