import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreError } from '../../shared/errors.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Notification } from '../../shared/model/notification.ts';
import { deliver, type Outbox } from '../../shared/notify/outbox.ts';
import { notificationsFor } from '../../shared/notify/route.ts';
import { catalogue } from '../../shared/rules/catalogue.ts';
import type { Store } from '../../shared/store/store.ts';
import { aRecording } from '../store/builders.ts';
import { storeOn } from '../store/stores.ts';
import { emptyDatabase, query } from '../support/database.ts';
import { aFinding } from '../support/finding.ts';
import { aMailboxAt, aRobotAt, opened } from './support/channels.ts';
import { aMailServer } from './support/mail-server.ts';
import { aRobot } from './support/robot.ts';

const TAKEN = '{"errcode":0,"errmsg":"ok"}';
const THROTTLED = '{"errcode":130101,"errmsg":"send too fast"}';
const TOO_LONG = '{"errcode":460101,"errmsg":"too long"}';

type Told = ReturnType<typeof opened>;

/** A store on the database of this file, empty. */
async function aStore() {
  const url = await emptyDatabase();
  return { store: storeOn(url), sql: (statement: string) => query(url, statement) };
}

async function aGroup(answer: (body: string) => string | undefined = () => TAKEN) {
  const robot = await aRobot((response, _, body) => {
    const said = answer(body);
    if (said !== undefined) response.end(said);
  });
  onTestFinished(robot.stop);
  return robot;
}

async function aMailbox(options: Parameters<typeof aMailServer>[0] = {}) {
  const server = await aMailServer(options);
  onTestFinished(() => server.stop());
  return server;
}

/** Records each finding as an event of its own. */
async function recorded(
  store: Store,
  { routing }: Told,
  findings: readonly Finding[],
): Promise<readonly Notification[]> {
  const given: Notification[] = [];
  for (const finding of findings) {
    const notifications = notificationsFor(finding, routing, new Date());
    await store.record(aRecording({ decision: { eventId: finding.id }, findings: [finding], notifications }));
    given.push(...notifications);
  }
  return given;
}

/** Findings of as many stories. */
const some = (count: number, about: Partial<Finding> = {}) =>
  Array.from({ length: count }, (_, index) => {
    const actor = { type: 'ram-user', name: `user-${index}`, standing: 'outsider' } as const;
    return aFinding({ id: `finding-${index}`, eventId: `E-${index}`, actor, ...about });
  });

/** Delivers what is due; gives the counts and what was logged. */
async function delivered(store: Outbox['store'], told: Told, about: Partial<Outbox> = {}) {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const log: Outbox['log'] = (message, fields) => lines.push({ message, ...fields });
  const counts = await deliver({ store, ...told, rules: catalogue, limit: 50, random: () => 0, log, ...about });
  return { counts, lines };
}

const STATES = `select channel, state, attempts, last_why,
  round(extract(epoch from next_attempt - now()) / 10) * 10 as wait from notifications order by id`;
const MAKE_DUE = `update notifications set next_attempt = now() where state = 'pending'`;
const OPEN_AGAIN = `update channels set closed_until = now()`;
/** A minute goes by. */
const A_MINUTE_LATER = `update posts set at = at - interval '65 seconds'`;

describe('the outbox', () => {
  it('sends what is due to every channel, and nothing twice', async () => {
    const { store } = await aStore();
    const [group, mail] = [await aGroup(), await aMailbox()];
    const told = opened([aRobotAt(group.webhook), aMailboxAt(mail.port)]);
    await recorded(store, told, [aFinding()]);

    const first = await delivered(store, told);
    const second = await delivered(store, told);

    expect(first.counts).toEqual({ delivered: 2, retried: 0, abandoned: 0 });
    expect(second.counts).toEqual({ delivered: 0, retried: 0, abandoned: 0 });
    expect([group.bodies.length, mail.mails.length]).toEqual([1, 1]);
  });

  it('sends at once only what it is told to, and leaves the rest to the timer', async () => {
    const { store } = await aStore();
    const group = await aGroup();
    const told = opened([aRobotAt(group.webhook)]);
    const given = await recorded(store, told, some(3));

    const { counts } = await delivered(store, told, { only: given.slice(1, 2) });

    expect(counts.delivered).toBe(1);
    expect(group.bodies[0]).toContain('finding-1');
  });

  it('asks a channel no more than it must for what an event gave, and not at all where it gave nothing', async () => {
    const { store } = await aStore();
    const [group, other] = [await aGroup(), await aGroup()];
    const told = opened([aRobotAt(group.webhook), aRobotAt(other.webhook, { id: 'other' })]);
    const asked: string[] = [];
    const take: Store['take'] = (one) => {
      asked.push(one.channel);
      return store.take(one);
    };
    const [first] = await recorded(store, told, [aFinding()]);

    await delivered({ ...store, take }, told, { only: first ? [first] : [] });

    expect(asked).toEqual(['dingtalk']);
  });

  it('keeps what failed and says nothing of a repeat, since the robot refused it', async () => {
    const { store, sql } = await aStore();
    let answer = '<html>nginx</html>';
    const group = await aGroup(() => answer);
    const told = opened([aRobotAt(group.webhook)]);
    await recorded(store, told, [aFinding()]);

    const failed = await delivered(store, told);
    const early = await delivered(store, told);
    answer = TAKEN;
    await sql(MAKE_DUE);
    const late = await delivered(store, told);

    expect(failed.counts).toEqual({ delivered: 0, retried: 1, abandoned: 0 });
    expect(failed.lines).toMatchObject([
      {
        message: 'message put off',
        retryInMs: 10_000,
        why: 'retry-soon: DingTalk answered HTTP 200 without an errcode',
      },
    ]);
    expect(early.counts).toEqual({ delivered: 0, retried: 0, abandoned: 0 });
    expect(late.counts).toEqual({ delivered: 1, retried: 0, abandoned: 0 });
    expect(group.bodies.at(-1)).not.toContain('may be a repeat');
  });

  it('says that a message may be a repeat after a sender died in the middle', async () => {
    const { store } = await aStore();
    const group = await aGroup();
    const told = opened([aRobotAt(group.webhook)]);
    await recorded(store, told, [aFinding()]);
    await store.take({ channel: 'dingtalk', leaseMs: 0, choose: ([first]) => first });

    await delivered(store, told);

    expect(group.bodies[0]).toContain('This may be a repeat');
  });

  it('leaves a robot that does not answer alone for a moment, then says that it may be a repeat', async () => {
    const { store, sql } = await aStore();
    let answer: string | undefined;
    const group = await aGroup(() => answer);
    const told = opened([aRobotAt(group.webhook)]);
    await recorded(store, told, some(2));

    const hanging = await delivered(store, told);
    answer = TAKEN;
    await sql(MAKE_DUE);
    const early = await delivered(store, told);
    await sql(OPEN_AGAIN);
    await delivered(store, told);

    expect([hanging.counts.retried, early.counts.delivered, group.bodies.length]).toEqual([1, 0, 3]);
    expect(group.bodies.filter((body) => body.includes('may be a repeat'))).toHaveLength(1);
  }, 20_000);

  it('does not let one message that always fails keep back the others', async () => {
    const { store } = await aStore();
    const group = await aGroup((body) => (body.includes('finding-3') ? '{"errcode":-1,"errmsg":"busy"}' : TAKEN));
    const told = opened([aRobotAt(group.webhook)]);
    await recorded(store, told, some(12));

    expect((await delivered(store, told)).counts).toEqual({ delivered: 11, retried: 1, abandoned: 0 });
  });

  it('shortens what is too long and sends it at once', async () => {
    const { store } = await aStore();
    const group = await aGroup((body) => (body.includes('What to do') ? TOO_LONG : TAKEN));
    const told = opened([aRobotAt(group.webhook)]);
    await recorded(store, told, [aFinding()]);

    const { counts, lines } = await delivered(store, told);

    expect(counts).toEqual({ delivered: 1, retried: 0, abandoned: 0 });
    expect(lines).toMatchObject([{ message: 'message delivered', shortened: true }]);
    expect(group.bodies[1]).toContain('Shortened');
  });

  it.each([
    ['too long even when shortened', TOO_LONG, 'too-long: DingTalk answered errcode 460101'],
    ['wrong by our own fault', '{"errcode":400105,"errmsg":"unsupported"}', 'bug: DingTalk answered errcode 400105'],
  ])('abandons visibly what is %s', async (_, answer, why) => {
    const { store, sql } = await aStore();
    const group = await aGroup(() => answer);
    const told = opened([aRobotAt(group.webhook)]);
    await recorded(store, told, [aFinding()]);

    const { counts, lines } = await delivered(store, told);

    expect(counts).toEqual({ delivered: 0, retried: 0, abandoned: 1 });
    expect(lines).toMatchObject([{ message: 'message abandoned', why }]);
    expect(await sql(STATES)).toMatchObject([{ state: 'abandoned', last_why: why }]);
  });

  it('tries a robot that is wrongly configured for a day, then abandons with the reason', async () => {
    const { store, sql } = await aStore();
    const group = await aGroup(() => '{"errcode":310000,"errmsg":"sign not match"}');
    const told = opened([aRobotAt(group.webhook)]);
    await recorded(store, told, [aFinding()]);

    const first = await delivered(store, told);
    await sql(MAKE_DUE);
    await sql(`update notifications set created_at = now() - interval '25 hours'`);
    await sql(OPEN_AGAIN);
    const last = await delivered(store, told);

    expect(first.counts.retried).toBe(1);
    expect(last.lines[0]).toMatchObject({
      message: 'message abandoned',
      attempt: 2,
      why: 'not delivered in 24 hours; at last, configuration: DingTalk answered errcode 310000',
    });
  });

  it('abandons visibly what is for a channel that is configured no more', async () => {
    const { store } = await aStore();
    const group = await aGroup();
    const before = opened([aRobotAt(group.webhook), aRobotAt(group.webhook, { id: 'old-robot' })]);
    await recorded(store, before, [aFinding()]);

    const { counts, lines } = await delivered(store, opened([aRobotAt(group.webhook)]));

    expect(counts.delivered).toBe(1);
    expect(lines[0]).toMatchObject({ message: 'notifications abandoned', channel: 'old-robot', abandoned: 1 });
  });

  it('sends the short form of a finding that the full message cannot be written for', async () => {
    const { store } = await aStore();
    const group = await aGroup();
    const told = opened([aRobotAt(group.webhook)]);
    // As an older version may have stored it.
    const broken = JSON.parse('[{"resource":{"kind":"slb.listener","id":"lb-1"},"aspect":"x","unknown":[]}]');
    const notifications = notificationsFor(aFinding(), told.routing, new Date());
    await store.record(aRecording({ findings: [aFinding({ comparisons: broken })], notifications }));

    const { counts, lines } = await delivered(store, told);

    expect(counts.delivered).toBe(1);
    expect(lines).toMatchObject([{ shortened: true }]);
    expect(group.bodies[0]).toContain('Shortened');
  });

  it('goes on when the store forgets to mark one, and tells so', async () => {
    const { store } = await aStore();
    const group = await aGroup();
    const told = opened([aRobotAt(group.webhook)]);
    await recorded(store, told, some(2));
    let calls = 0;
    const settle: Store['settle'] = (...asked) =>
      (calls += 1) === 1 ? Promise.reject(new Error('gone')) : store.settle(...asked);

    const { counts, lines } = await delivered({ ...store, settle }, told);

    expect(counts.delivered).toBe(2);
    expect(lines.map(({ message }) => message)).toContain('message not settled');
  });

  it('leaves to the timer what it cannot read from the outbox: the event is written down and must not come again', async () => {
    const { store } = await aStore();
    const group = await aGroup();
    const told = opened([aRobotAt(group.webhook)]);
    const only = await recorded(store, told, [aFinding()]);
    const take = () => Promise.reject(new StoreError('Expected the database to hand out a message, got 57014'));

    const { counts, lines } = await delivered({ ...store, take }, told, { only });
    const timer = delivered({ ...store, take }, told);

    expect(counts).toEqual({ delivered: 0, retried: 0, abandoned: 0 });
    expect(lines).toMatchObject([{ message: 'message left to the timer' }]);
    await expect(timer).rejects.toThrow(StoreError);
  });

  it('takes on no more than it is told to, and stops taking on after its time', async () => {
    const { store } = await aStore();
    const group = await aGroup();
    const told = opened([aRobotAt(group.webhook)]);
    await recorded(store, told, some(10));
    let clock = 0;

    const limited = await delivered(store, told, { limit: 3 });
    const timed = await delivered(store, told, { now: () => new Date((clock += 5_000)) });

    expect(limited.counts.delivered).toBe(3);
    expect(timed.counts.delivered).toBeLessThan(7);
  });
});

describe('the budget of a robot', () => {
  it('is 18 posts in any minute: the rest becomes one message that names every finding', async () => {
    const { store, sql } = await aStore();
    const group = await aGroup();
    const told = opened([aRobotAt(group.webhook)]);
    await recorded(store, told, some(60));

    await delivered(store, told);
    const inFirstMinute = group.bodies.length;
    await sql(A_MINUTE_LATER);
    await delivered(store, told);

    expect(inFirstMinute).toBeLessThanOrEqual(18);
    expect(group.bodies.some((body) => body.includes('digest of'))).toBe(true);
    const all = group.bodies.join();
    expect(some(60).filter(({ id }) => !all.includes(id))).toEqual([]);
  });

  it('keeps a third for what is critical', async () => {
    const { store } = await aStore();
    const group = await aGroup();
    const told = opened([aRobotAt(group.webhook)]);
    const event = async (finding: Finding) => {
      const only = await recorded(store, told, [finding]);
      return (await delivered(store, told, { only })).counts.delivered;
    };

    const lesser: number[] = [];
    for (const finding of some(30, { severity: 'high' })) lesser.push(await event(finding));
    const critical: number[] = [];
    for (const finding of some(10)) critical.push(await event({ ...finding, id: `critical-${finding.id}` }));

    expect(lesser.filter((count) => count === 1)).toHaveLength(12);
    expect(critical.slice(0, 6).every((count) => count === 1)).toBe(true);
    expect(group.bodies.length).toBeLessThanOrEqual(18);
  });

  it('sends nothing for ten minutes once the robot throttles, and loses nothing', async () => {
    const { store, sql } = await aStore();
    let answer = THROTTLED;
    const group = await aGroup(() => answer);
    const told = opened([aRobotAt(group.webhook)]);
    await recorded(store, told, some(23));

    const { counts } = await delivered(store, told);
    await delivered(store, told);
    const whileThrottled = group.bodies.length;
    answer = TAKEN;
    await sql(`update channels set closed_until = closed_until - interval '10 minutes'`);
    await sql(MAKE_DUE);
    await sql(A_MINUTE_LATER);
    await delivered(store, told);

    expect(counts).toEqual({ delivered: 0, retried: 1, abandoned: 0 });
    expect(whileThrottled).toBe(1);
    const after = group.bodies.slice(1).join();
    expect(some(23).filter(({ id }) => !after.includes(id))).toEqual([]);
  });

  it('takes poison apart until it is alone: nothing else is lost with it', async () => {
    const { store, sql } = await aStore();
    const group = await aGroup((body) =>
      body.includes('finding-7') ? '{"errcode":400105,"errmsg":"unsupported"}' : TAKEN,
    );
    const told = opened([aRobotAt(group.webhook)]);
    await recorded(store, told, some(40, { severity: 'high' }));
    await sql(`update notifications set due_at = now() - interval '1 minute'`);

    for (let minute = 0; minute < 4; minute += 1) {
      await delivered(store, told);
      await sql(A_MINUTE_LATER);
    }

    const states = await sql('select finding_id, state from notifications');
    expect(states.filter(({ state }) => state !== 'delivered')).toEqual([
      { finding_id: 'finding-7', state: 'abandoned' },
    ]);
  });
});

describe('the next channel', () => {
  it('hears that a robot throttles, and tells what is critical and not its own', async () => {
    const { store } = await aStore();
    const [group, mail] = [await aGroup(() => THROTTLED), await aMailbox()];
    const settings = [aRobotAt(group.webhook, { next: 'email' }), aMailboxAt(mail.port)];
    const told = opened(settings, { routes: [{ when: {}, to: ['dingtalk'] }] });
    await recorded(store, told, [...some(2), aFinding({ id: 'lesser', eventId: 'E-9', severity: 'high' })]);

    await delivered(store, told);

    const mails = await mail.parsed();
    expect(mails.map(({ subject }) => subject)).toEqual([
      '[ackwatch] Channel dingtalk takes no messages',
      expect.stringContaining('CRITICAL: API server load balancer reconfigured'),
      expect.stringContaining('CRITICAL: API server load balancer reconfigured'),
    ]);
    expect(mails[0]?.text).toContain('throttled: DingTalk answered errcode 130101');
    expect(mails[1]?.text).toContain('Told here because the channel dingtalk takes no messages until');
    expect(mails.map(({ text }) => text).join()).not.toContain('lesser');
  });

  it('tells at once what is critical and comes while the robot is closed', async () => {
    const { store } = await aStore();
    const [group, mail] = [await aGroup(() => THROTTLED), await aMailbox()];
    const settings = [aRobotAt(group.webhook, { next: 'email' }), aMailboxAt(mail.port)];
    const told = opened(settings, { routes: [{ when: {}, to: ['dingtalk'] }] });
    await recorded(store, told, [aFinding()]);
    await delivered(store, told);
    const before = mail.mails.length;

    const [lesser, critical] = [
      aFinding({ id: 'lesser', severity: 'high' }),
      aFinding({ id: 'worse', cluster: { id: 'c2', name: 'stage' } }),
    ];
    await delivered(store, told, { only: await recorded(store, told, [lesser]) });
    await delivered(store, told, { only: await recorded(store, told, [critical]) });

    const later = (await mail.parsed()).slice(before);
    expect(later).toHaveLength(1);
    expect(later[0]?.text).toContain('worse');
    expect(group.bodies).toHaveLength(1);
  });

  it('hears of a robot that stays closed once in some hours, not every time that it is tried', async () => {
    const { store, sql } = await aStore();
    const [group, mail] = [await aGroup(() => '{"errcode":310000}'), await aMailbox()];
    const told = opened([aRobotAt(group.webhook, { next: 'email' }), aMailboxAt(mail.port)]);
    await recorded(store, told, [aFinding()]);

    for (let tries = 0; tries < 3; tries += 1) {
      await delivered(store, told);
      await sql(OPEN_AGAIN);
      await sql(MAKE_DUE);
    }

    const subjects = (await mail.parsed()).map(({ subject }) => subject);
    expect(group.bodies).toHaveLength(3);
    expect(subjects.filter((subject) => subject?.includes('takes no messages'))).toHaveLength(1);
  });

  it('hears it once, however many senders meet it', async () => {
    const { store } = await aStore();
    const [group, mail] = [await aGroup(() => THROTTLED), await aMailbox()];
    const told = opened([aRobotAt(group.webhook, { next: 'email' }), aMailboxAt(mail.port)]);
    await recorded(store, told, some(3));

    await Promise.all([delivered(store, told), delivered(store, told), delivered(store, told)]);

    const subjects = (await mail.parsed()).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject?.includes('takes no messages'))).toHaveLength(1);
    expect(subjects).toHaveLength(4);
  });

  it('hears what is wrong with the settings of a robot, and what to check', async () => {
    const { store } = await aStore();
    const [group, mail] = [
      await aGroup(() => '{"errcode":310000,"errmsg":"keywords not in content"}'),
      await aMailbox(),
    ];
    const told = opened([aRobotAt(group.webhook, { next: 'email' }), aMailboxAt(mail.port)]);
    await recorded(store, told, [aFinding()]);

    await delivered(store, told);

    const texts = (await mail.parsed()).map(({ text }) => text).join();
    expect(texts).toContain('configuration: DingTalk answered errcode 310000');
    expect(texts).toContain('signing secret, keyword');
  });

  it('tells what was not delivered in five minutes, whatever it is', async () => {
    const { store, sql } = await aStore();
    const [group, mail] = [await aGroup(() => '{"errcode":-1}'), await aMailbox()];
    const settings = [aRobotAt(group.webhook, { next: 'email' }), aMailboxAt(mail.port)];
    const told = opened(settings, { routes: [{ when: {}, to: ['dingtalk'] }] });
    await recorded(store, told, [aFinding({ severity: 'low' })]);

    await delivered(store, told);
    const early = mail.mails.length;
    await sql(`update notifications set due_at = now() - interval '6 minutes'`);
    await delivered(store, told);

    expect([early, mail.mails.length]).toEqual([0, 1]);
    expect((await mail.parsed())[0]?.text).toContain('Told here because the channel dingtalk did not take it');
  });

  it('keeps on with its own while the robot is throttled', async () => {
    const { store } = await aStore();
    const [group, mail] = [await aGroup(() => THROTTLED), await aMailbox()];
    const told = opened([aRobotAt(group.webhook), aMailboxAt(mail.port)]);
    await recorded(store, told, some(10));

    const { counts } = await delivered(store, told);

    expect(counts).toEqual({ delivered: 10, retried: 1, abandoned: 0 });
    expect(mail.mails).toHaveLength(10);
  });
});

describe('a story', () => {
  it('is told at once, what follows as one update, in the same thread of mails', async () => {
    const { store, sql } = await aStore();
    const [group, mail] = [await aGroup(), await aMailbox()];
    const told = opened([aRobotAt(group.webhook), aMailboxAt(mail.port)]);
    const all = some(4).map((finding) => ({ ...finding, actor: aFinding().actor }));
    await recorded(store, told, all.slice(0, 1));
    await delivered(store, told);
    await recorded(store, told, all.slice(1));

    const early = await delivered(store, told);
    await sql(MAKE_DUE);
    await delivered(store, told);

    expect(early.counts.delivered).toBe(0);
    expect(group.bodies).toHaveLength(2);
    expect(group.bodies[1]).toContain('CRITICAL, 3 more');
    const [first, second] = await mail.parsed();
    expect(second?.inReplyTo).toBe(first?.messageId);
  });
});
