import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { query } from '../support/database.ts';
import { aDeployment, type Deployment } from './deployed.ts';
import { buildInstance, startInstance } from './instance.ts';

let deployment: Deployment;
let program: string;
beforeAll(async () => {
  [deployment, program] = await Promise.all([aDeployment(), buildInstance()]);
  await deployment.look();
}, 60_000);
afterAll(() => deployment.stop());

async function anInstance() {
  const instance = await startInstance(program, deployment);
  onTestFinished(() => instance.kill());
  return instance;
}

describe('twenty instances that get the same event', () => {
  it('tell of it once', async () => {
    const { account, changesApiServer, envelope, findingOf, told } = deployment;
    const instances = await Promise.all(Array.from({ length: 20 }, anInstance));
    const record = changesApiServer(account.actors.user('everywhere'));

    const said = await Promise.all(instances.map(({ receive }) => receive(envelope(record))));

    const answers = said.flatMap((one) => (one.kind === 'answer' ? [one.answer] : []));
    expect(answers).toHaveLength(20);
    expect(answers.filter(({ findings }) => findings.length === 1)).toHaveLength(1);
    expect(answers.flatMap(({ disregarded }) => disregarded.map(({ reason }) => reason))).toEqual(
      Array.from({ length: 19 }, () => 'duplicate'),
    );
    expect(told(findingOf(record))).toBe(1);
  }, 60_000);
});

describe('an instance that was frozen while the database ended its connection', () => {
  it('tells of the next event within a second more', async () => {
    const { account, changesApiServer, envelope, findingOf, told, database } = deployment;
    const instance = await anInstance();
    const timed = async (name: string) => {
      const record = changesApiServer(account.actors.user(name));
      const started = performance.now();
      const said = await instance.receive(envelope(record));
      return { said, told: told(findingOf(record)), ms: performance.now() - started };
    };
    await timed('cold');
    const warm = await timed('warm');

    instance.signal('SIGSTOP');
    await query(
      database.url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    instance.signal('SIGCONT');
    const thawed = await timed('thawed');

    expect([warm.said.kind, thawed.said.kind, warm.told, thawed.told]).toEqual(['answer', 'answer', 1, 1]);
    expect(thawed.ms - warm.ms).toBeLessThan(1_000);
  }, 60_000);

  it('does so too when the connection ends in the middle of an event', async () => {
    const { account, changesApiServer, envelope, findingOf, told, database } = deployment;
    const instance = await anInstance();
    await instance.receive(envelope(changesApiServer(account.actors.user('first'))));
    const record = changesApiServer(account.actors.user('interrupted'));

    const answer = instance.receive(envelope(record));
    for (let cut = 0; cut < 5; cut += 1) {
      await query(
        database.url,
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and application_name = 'ackwatch'`,
      );
    }
    const said = await answer;
    const again = await instance.receive(envelope(record));

    expect(['answer', 'failed']).toContain(said.kind);
    expect(again.kind).toBe('answer');
    expect(told(findingOf(record))).toBeGreaterThanOrEqual(1);
  }, 60_000);
});
