import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDatabase, startDatabase } from '../../shared/store/embedded.ts';
import type { Finding } from '../../shared/model/finding.ts';
import { openChannels } from '../../shared/notify/channels.ts';
import { deliver, type Outbox } from '../../shared/notify/outbox.ts';
import { notificationsFor } from '../../shared/notify/route.ts';
import { catalogue } from '../../shared/rules/catalogue.ts';
import { openStore } from '../../shared/store/postgres.ts';
import type { Store } from '../../shared/store/store.ts';
import { aFinding } from '../support/finding.ts';
import { aMailServer } from './support/mail-server.ts';
import { aRobot } from './support/robot.ts';

const TAKEN = '{"errcode":0,"errmsg":"ok"}';
const THROTTLED = '{"errcode":130101,"errmsg":"send too fast"}';
const TOO_LONG = '{"errcode":460101,"errmsg":"too long"}';

let database: LocalDatabase;
let store: Store;
let sql: pg.Client;
const running: { readonly stop: () => void }[] = [];

beforeAll(async () => {
  database = await startDatabase({ fast: true });
  store = openStore({ databaseUrl: database.url, migrate: true });
  await store.lease(1, 1);
  sql = new pg.Client(database.url);
  await sql.connect();
}, 60_000);

afterEach(async () => {
  for (const one of running.splice(0)) one.stop();
  await sql.query('truncate notifications, findings, decisions cascade');
});

afterAll(async () => {
  await sql.end();
  await store.close();
  await database.stop();
});

async function aGroup(answer: (body: string) => string | undefined = () => TAKEN) {
  const robot = await aRobot((response, _, body) => {
    const said = answer(body);
    if (said !== undefined) response.end(said);
  });
  running.push(robot);
  return robot;
}

/** Settings with the robot as the only channel, unless the test names more. */
function settings(webhook: string, email?: { readonly smtpUrl: string }): Parameters<typeof openChannels>[0] {
  return {
    dingtalk: { webhook, secret: undefined, keyword: 'ackwatch' },
    email: email && { ...email, from: 'alerts@example.com', to: ['ops@example.com'] },
    language: 'en',
    timeZone: 'Asia/Shanghai',
    reviewUrl: undefined,
  };
}

/** Records findings with a notification for each channel; gives the notifications' ids. */
async function recorded(channels: Outbox['channels'], findings: readonly Finding[]): Promise<readonly string[]> {
  const notifications = findings.flatMap((finding) => notificationsFor(finding, channels));
  const { accountId, region, eventTime, receivedAt, operation } = aFinding();
  await store.record({
    decision: {
      accountId,
      region,
      eventId: findings.map(({ id }) => id).join(),
      operation,
      eventTime,
      receivedAt,
      outcome: 'finding',
      resources: [],
      actor: 'ram-user alice',
      why: 'a test',
      facts: [],
      raw: {},
    },
    findings,
    snapshots: [],
    notifications,
    owned: [],
    gone: [],
    touchedByAck: [],
    restored: [],
  });
  return notifications.map(({ id }) => id);
}

const some = (count: number) =>
  Array.from({ length: count }, (_, index) => aFinding({ id: `finding-${index}`, eventId: `E-${index}` }));

/** Delivers what is due; gives the counts and what was logged. */
async function delivered(channels: Outbox['channels'], about: Partial<Outbox> = {}) {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const log: Outbox['log'] = (message, fields) => lines.push({ message, ...fields });
  const counts = await deliver({ store, channels, rules: catalogue, limit: 50, random: () => 0, log, ...about });
  return { counts, lines };
}

async function states(): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { rows } = await sql.query<Record<string, unknown>>(
    `select channel, state, attempts, last_why,
       round(extract(epoch from next_attempt - now()) / 10) * 10 as wait from notifications order by id`,
  );
  return rows;
}

const makeDue = (aged = '0') =>
  sql.query(`update notifications set next_attempt = now(), created_at = now() - $1::interval`, [aged]);

describe('the outbox', () => {
  it('sends what is due to every channel, and nothing twice', async () => {
    const group = await aGroup();
    const mail = await aMailServer();
    running.push(mail);
    const channels = openChannels(settings(group.webhook, { smtpUrl: `smtp://127.0.0.1:${mail.port}` }));
    await recorded(channels, [aFinding()]);

    const first = await delivered(channels);
    const second = await delivered(channels);

    expect(first.counts).toEqual({ delivered: 2, retried: 0, abandoned: 0 });
    expect(second.counts).toEqual({ delivered: 0, retried: 0, abandoned: 0 });
    expect([group.bodies.length, mail.mails.length]).toEqual([1, 1]);
  });

  it('sends only what the event gave, when it is told to', async () => {
    const group = await aGroup();
    const channels = openChannels(settings(group.webhook));
    const [first = '', ...others] = await recorded(channels, some(3));

    const { counts } = await delivered(channels, { only: [first] });

    expect(counts.delivered).toBe(1);
    expect(others).toHaveLength(2);
    expect(group.bodies).toHaveLength(1);
  });

  it('logs each attempt with what a person looks for', async () => {
    const group = await aGroup();
    const channels = openChannels(settings(group.webhook));
    const [notificationId] = await recorded(channels, [aFinding()]);

    const { lines } = await delivered(channels);

    expect(lines).toEqual([
      {
        message: 'notification delivered',
        notificationId,
        findingId: 'f0e1d2c3b4a5968778695a4b',
        channel: 'dingtalk',
        attempt: 1,
        ageMs: expect.any(Number),
        tookMs: expect.any(Number),
      },
    ]);
  });

  it('keeps what failed, with the reason, and sends it when its time has come', async () => {
    let answer = '<html>maintenance</html>';
    const group = await aGroup(() => answer);
    const channels = openChannels(settings(group.webhook));
    await recorded(channels, [aFinding()]);

    const failed = await delivered(channels);
    const early = await delivered(channels);
    answer = TAKEN;
    await makeDue();
    const late = await delivered(channels);

    expect(failed.counts).toEqual({ delivered: 0, retried: 1, abandoned: 0 });
    expect(failed.lines).toMatchObject([
      {
        message: 'notification put off',
        retryInMs: 10_000,
        why: 'retry-soon: DingTalk answered HTTP 200 without an errcode',
      },
    ]);
    expect(early.counts).toEqual({ delivered: 0, retried: 0, abandoned: 0 });
    expect(late.counts).toEqual({ delivered: 1, retried: 0, abandoned: 0 });
    expect(group.bodies.at(-1)).not.toContain('may be a repeat');
  });

  it('says that a message may be a repeat after a sender died in the middle', async () => {
    const group = await aGroup();
    const channels = openChannels(settings(group.webhook));
    await recorded(channels, [aFinding()]);
    await store.lease(1, 0);

    await delivered(channels);

    expect(group.bodies[0]).toContain('This may be a repeat');
  });

  it('asks a robot that throttles no more in the same run, and loses nothing', async () => {
    const group = await aGroup(() => THROTTLED);
    const channels = openChannels(settings(group.webhook));
    await recorded(channels, some(23));

    const { counts } = await delivered(channels);

    expect(counts).toEqual({ delivered: 0, retried: 23, abandoned: 0 });
    expect(group.bodies.length).toBeLessThanOrEqual(5);
    expect((await states()).every(({ state, wait }) => state === 'pending' && Number(wait) === 600)).toBe(true);
  });

  it('keeps on with the mail while the robot is throttled', async () => {
    const group = await aGroup(() => THROTTLED);
    const mail = await aMailServer();
    running.push(mail);
    const channels = openChannels(settings(group.webhook, { smtpUrl: `smtp://127.0.0.1:${mail.port}` }));
    await recorded(channels, some(10));

    const { counts } = await delivered(channels);

    expect(counts).toEqual({ delivered: 10, retried: 10, abandoned: 0 });
    expect(mail.mails).toHaveLength(10);
  });

  it('does not let one message that always fails keep back the others', async () => {
    const group = await aGroup((body) => (body.includes('finding-3') ? '{"errcode":-1,"errmsg":"busy"}' : TAKEN));
    const channels = openChannels(settings(group.webhook));
    await recorded(channels, some(12));

    expect((await delivered(channels)).counts).toEqual({ delivered: 11, retried: 1, abandoned: 0 });
  });

  it('shortens what is too long and sends it at once', async () => {
    const group = await aGroup((body) => (body.includes('What to do') ? TOO_LONG : TAKEN));
    const channels = openChannels(settings(group.webhook));
    await recorded(channels, [aFinding()]);

    const { counts, lines } = await delivered(channels);

    expect(counts).toEqual({ delivered: 1, retried: 0, abandoned: 0 });
    expect(lines).toMatchObject([{ message: 'notification delivered', shortened: true }]);
    expect(group.bodies[1]).toContain('Shortened');
  });

  it.each([
    ['too long even when shortened', TOO_LONG, 'too-long: DingTalk answered errcode 460101'],
    ['wrong by our own fault', '{"errcode":400105,"errmsg":"unsupported"}', 'bug: DingTalk answered errcode 400105'],
  ])('abandons visibly what is %s', async (_, answer, why) => {
    const group = await aGroup(() => answer);
    const channels = openChannels(settings(group.webhook));
    await recorded(channels, [aFinding()]);

    const { counts, lines } = await delivered(channels);

    expect(counts).toEqual({ delivered: 0, retried: 0, abandoned: 1 });
    expect(lines).toMatchObject([{ message: 'notification abandoned', why }]);
    expect(await states()).toMatchObject([{ state: 'abandoned', last_why: why }]);
  });

  it('tries a robot that is wrongly configured for a day, then abandons with the reason', async () => {
    const group = await aGroup(() => '{"errcode":310000,"errmsg":"sign not match"}');
    const channels = openChannels(settings(group.webhook));
    await recorded(channels, [aFinding()]);

    const first = await delivered(channels);
    await makeDue('25 hours');
    const last = await delivered(channels);

    expect(first.counts.retried).toBe(1);
    expect(last.lines).toMatchObject([
      {
        message: 'notification abandoned',
        attempt: 2,
        why: 'not delivered in 24 hours; at last, configuration: DingTalk answered errcode 310000',
      },
    ]);
  });

  it('abandons visibly what is for a channel that is configured no more', async () => {
    const group = await aGroup();
    const channels = openChannels(settings(group.webhook));
    await recorded([...channels, { id: 'feishu', send: () => Promise.resolve() }], [aFinding()]);

    const { counts, lines } = await delivered(channels);

    expect(counts).toEqual({ delivered: 1, retried: 0, abandoned: 1 });
    expect(lines.find(({ channel }) => channel === 'feishu')).toMatchObject({
      message: 'notification abandoned',
      why: 'the channel feishu is not in the configuration any more',
    });
  });

  it('sends the short form of a finding that the full message cannot be written for', async () => {
    const group = await aGroup();
    const channels = openChannels(settings(group.webhook));
    // As an older version may have stored it.
    const broken = JSON.parse('[{"resource":{"kind":"slb.listener","id":"lb-1"},"aspect":"x","unknown":[]}]');
    await recorded(channels, [aFinding({ comparisons: broken })]);

    const { counts, lines } = await delivered(channels);

    expect(counts.delivered).toBe(1);
    expect(lines).toMatchObject([{ shortened: true }]);
    expect(group.bodies[0]).toContain('Shortened');
  });

  it('goes on when the store forgets to mark one, and tells so', async () => {
    const group = await aGroup();
    const channels = openChannels(settings(group.webhook));
    await recorded(channels, some(2));
    let calls = 0;
    const forgetful: Outbox['store'] = {
      lease: store.lease,
      settle: (...told) => ((calls += 1) === 1 ? Promise.reject(new Error('gone')) : store.settle(...told)),
    };

    const { counts, lines } = await delivered(channels, { store: forgetful });

    expect(counts.delivered).toBe(2);
    expect(lines.map(({ message }) => message)).toContain('notification not settled');
  });

  it('takes on no more than it is told to, and stops taking on after its time', async () => {
    const group = await aGroup();
    const channels = openChannels(settings(group.webhook));
    await recorded(channels, some(20));
    let clock = 0;

    const limited = await delivered(channels, { limit: 7 });
    const timed = await delivered(channels, { now: () => new Date((clock += 10_000)) });

    expect(limited.counts.delivered).toBe(7);
    expect(timed.counts.delivered).toBe(5);
  });
});
