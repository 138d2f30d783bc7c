import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openReceiver } from '../../shared/receive.ts';
import { openTimed } from '../../shared/timed.ts';
import { query } from '../support/database.ts';
import { aDeployment, type Deployment } from './deployed.ts';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await aDeployment({ hasMailbox: true });
  await deployment.look();
}, 60_000);
afterAll(() => deployment.stop());

/** Somebody sets the session timeout of the API server's listener, and the event arrives. */
async function sets(name: string, timeout: number, configuration = '') {
  const { account, envelope, environment, context, findingOf, setsTimeout } = deployment;
  await nextSecond();
  const record = setsTimeout(account.actors.user(name), timeout);
  const receiver = openReceiver(context, { ...environment, ACKWATCH_CONFIG: configuration });
  const answer = await receiver.receive(envelope(record));
  await receiver.close();
  return { answer, id: findingOf(record) };
}

/** A record tells whole seconds: two deeds within one have no order. */
function nextSecond(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1_010 - (Date.now() % 1_000)));
}

/** The configuration file of this test; its path. */
function aFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ackwatch-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'ackwatch.yaml');
  writeFileSync(path, text);
  return path;
}

async function timer(name: 'sweep' | 'deliver') {
  const { environment, context } = deployment;
  const timers = openTimed(context, environment);
  await timers[name]();
  await timers.close();
}

function messagesOn(id: string): readonly string[] {
  return deployment.robot.messages.map(({ message }) => JSON.stringify(message)).filter((text) => text.includes(id));
}

async function findingRow(id: string) {
  const [row] = await query(
    deployment.database.url,
    'select status, resolved_by, resolved_at, content from findings where id = $1',
    [id],
  );
  return row;
}

describe('a finding', () => {
  it('ends with the event that puts things right: told once more, with who did it and how long it lasted', async () => {
    const { id } = await sets('alice', 500);

    const { answer } = await sets('bob', 0);
    await timer('deliver');

    expect(answer.disregarded).toMatchObject([{ reason: 'restores' }]);
    expect(await findingRow(id)).toMatchObject({ status: 'resolved', resolved_by: 'ram-user bob' });
    const [alert, end] = messagesOn(id);
    expect(messagesOn(id)).toHaveLength(2);
    expect(alert).not.toContain('over:');
    expect(end).toContain('over:');
    expect(end).toContain('Over by ram-user bob, after ');
    const subjects = deployment.mailbox.messages.filter(({ text }) => text.includes(id)).map(({ subject }) => subject);
    expect(subjects).toEqual([
      '[ackwatch] CRITICAL: API server load balancer reconfigured (prod)',
      '[ackwatch] CRITICAL, over: API server load balancer reconfigured (prod)',
    ]);
  }, 60_000);

  it('refers to the one before when the same happens again', async () => {
    const { id } = await sets('alice', 600);
    await sets('bob', 0);

    const again = await sets('carol', 601);
    const row = await findingRow(again.id);

    expect(row?.['content']).toMatchObject({ earlier: id });
    expect(messagesOn(again.id)[0]).toContain(`The same happened before: finding ${id}`);
    await sets('bob', 0);
  }, 60_000);

  it('ends with a sweep that sees things right again, though no event told of it', async () => {
    const { account, database, setsTimeout } = deployment;
    const { id } = await sets('erin', 700);
    setsTimeout(account.actors.user('frank'), 0);
    // As if all of it had happened some minutes ago: a sweep believes only what has settled.
    await query(
      database.url,
      `update findings set event_time = event_time - interval '5 minutes',
         content = jsonb_set(content, '{eventTime}', to_jsonb((content->>'eventTime')::timestamptz - interval '5 minutes'))
       where id = $1`,
      [id],
    );
    await query(database.url, `update marks set at = now(), is_complete = true where name like 'inventory%'`);

    await timer('sweep');
    await timer('deliver');

    expect(await findingRow(id)).toMatchObject({ status: 'resolved' });
    expect(messagesOn(id).some((message) => message.includes('over:'))).toBe(true);
  }, 60_000);
});

describe('a declared exception', () => {
  it('records what a maintenance window covers, and tells nobody', async () => {
    const file = aFile(`
suppressions:
  - what: { clusters: [prod], rows: [R02], actors: [grace] }
    why: moving the API server
    by: carol
    until: 2099-01-01T00:00:00+08:00
`);

    const { id, answer } = await sets('grace', 800, file);

    expect(answer.findings).toMatchObject([{ id, isAlert: false, status: 'suppressed' }]);
    expect(messagesOn(id)).toEqual([]);
    await sets('bob', 0);
  }, 60_000);

  it('lets trusted automation do what it may, and moves the baseline with it', async () => {
    const file = aFile(`
automation:
  - actor: { type: ram-user, name: pipeline }
    clusters: [prod]
    rows: [R02]
    why: deploys the ingress
    by: carol
`);

    const { id, answer } = await sets('pipeline', 900, file);
    const { answer: outsider } = await sets('heidi', 901, file);

    expect(answer.findings).toMatchObject([{ id, isAlert: false, actor: { standing: 'declared' } }]);
    expect(messagesOn(id)).toEqual([]);
    expect(outsider.findings).toMatchObject([{ isAlert: true, actor: { standing: 'outsider' } }]);
  }, 60_000);
});
