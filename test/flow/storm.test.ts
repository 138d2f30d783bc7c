import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Misbehaviour, type Robot, type RobotOptions, startRobot } from '../../infra/local/dingtalk/robot.ts';
import { startMailbox } from '../../infra/local/smtp/mailbox.ts';
import { deliver, type Outbox } from '../../shared/notify/outbox.ts';
import { catalogue } from '../../shared/rules/catalogue.ts';
import { aMailboxAt, aRobotAt, opened } from '../notify/support/channels.ts';
import { moveableClock } from '../notify/support/database-clock.ts';
import { recorded, stormFinding } from '../notify/support/storm.ts';
import type { Share } from '../notify/support/teller-process.ts';
import { storeOn } from '../store/stores.ts';
import { freshDatabase, query } from '../support/database.ts';
import { aFinding } from '../support/finding.ts';

const MINUTE = 60_000;
const TELLER = fileURLToPath(new URL('../notify/support/teller-process.ts', import.meta.url));

/** A database whose time can be moved on, and a robot that lives in the same time and throttles as the real one does. */
async function aStage(options: RobotOptions = {}) {
  const databaseUrl = await freshDatabase();
  const clock = await moveableClock(databaseUrl);
  const robot = await startRobot({ now: clock.now, ...options });
  onTestFinished(robot.stop);
  return { databaseUrl, clock, robot };
}

type Stage = Awaited<ReturnType<typeof aStage>>;

/** The timer, once a minute, until nothing waits any more. */
async function untilTold({ databaseUrl, clock }: Stage, outbox: Pick<Outbox, 'store' | 'channels' | 'routing'>) {
  for (let minute = 0; minute < 60; minute += 1) {
    await deliver({ ...outbox, rules: catalogue, limit: 100, log: () => undefined });
    const [row] = await query(
      databaseUrl,
      `select count(*)::int as waiting from notifications where state = 'pending'`,
    );
    if (row?.['waiting'] === 0) return;
    await clock.advance(MINUTE);
  }
}

function textsOf(robot: Robot): string {
  return JSON.stringify(robot.messages.map(({ message }) => message));
}

/** The most posts that came within any minute. */
function mostInAMinute({ posts }: Robot): number {
  const times = posts.map((at) => at.getTime());
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + MINUTE).length));
}

describe('the same event in 20 instances at once', () => {
  it('is one message', async () => {
    const stage = await aStage();
    const told = opened([aRobotAt(stage.robot.webhook)]);
    const stores = Array.from({ length: 20 }, () => storeOn(stage.databaseUrl));

    await Promise.all(
      stores.map(async (store) => {
        const only = await recorded(store, aFinding(), told.routing);
        await deliver({ store, ...told, rules: catalogue, limit: 3, only, log: () => undefined });
      }),
    );

    expect(stage.robot.messages).toHaveLength(1);
  });

  it('is one message in the end, however many timers run at once', async () => {
    const stage = await aStage();
    const told = opened([aRobotAt(stage.robot.webhook)]);
    const stores = Array.from({ length: 10 }, () => storeOn(stage.databaseUrl));
    const [first] = stores;
    if (first) await recorded(first, aFinding(), told.routing);

    await Promise.all(
      stores.map((store) => deliver({ store, ...told, rules: catalogue, limit: 50, log: () => undefined })),
    );

    expect(stage.robot.messages).toHaveLength(1);
  });
});

describe('1,000 events over three clusters from four processes', () => {
  it('are told within a second, never more than 20 posts in any minute, and every finding is named', async () => {
    const stage = await aStage();
    const tellers = await Promise.all(
      [0, 1, 2, 3].map((share) => aTeller(stage, { from: share * 250, to: (share + 1) * 250 })),
    );

    const begun = Date.now();
    const gone = tellers.map((teller) => once(teller, 'exit'));
    for (const teller of tellers) teller.send('go');
    await Promise.all(gone);
    const store = storeOn(stage.databaseUrl);
    await untilTold(stage, { store, ...opened([aRobotAt(stage.robot.webhook)]) });

    const { robot } = stage;
    const all = textsOf(robot);
    const missing = Array.from({ length: 1_000 }, (_, index) => stormFinding(index).id).filter(
      (id) => !all.includes(id),
    );
    expect(missing).toEqual([]);
    expect((robot.messages[0]?.at.getTime() ?? Infinity) - begun).toBeLessThan(1_000);
    expect(mostInAMinute(robot)).toBeLessThanOrEqual(20);
    expect(robot.answers.every((errcode) => errcode === 0)).toBe(true);
    expect(robot.messages.length).toBeLessThan(100);
  }, 240_000);
});

async function aTeller({ databaseUrl, robot }: Stage, share: Pick<Share, 'from' | 'to'>): Promise<ChildProcess> {
  const teller = fork(TELLER, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  onTestFinished(() => void teller.kill('SIGKILL'));
  const isReady = once(teller, 'message');
  teller.send({ databaseUrl, webhook: robot.webhook, ...share } satisfies Share);
  await isReady;
  return teller;
}

describe('a robot that fails', () => {
  it.each<readonly [string, Misbehaviour]>([
    ['hangs', 'hang'],
    ['answers a web page', 'html'],
    ['answers HTTP 502', 502],
  ])(
    '%s for a while is told everything in the end',
    async (_, how) => {
      const stage = await aStage();
      const store = storeOn(stage.databaseUrl);
      const told = opened([aRobotAt(stage.robot.webhook)]);
      for (let index = 0; index < 30; index += 1) await recorded(store, stormFinding(index), told.routing);
      stage.robot.misbehave(how, 3);

      await untilTold(stage, { store, ...told });

      const all = textsOf(stage.robot);
      const missing = Array.from({ length: 30 }, (__, index) => stormFinding(index).id).filter(
        (id) => !all.includes(id),
      );
      expect(missing).toEqual([]);
      expect(mostInAMinute(stage.robot)).toBeLessThanOrEqual(18);
    },
    60_000,
  );

  it('is down for a while is told everything in the end', async () => {
    const stage = await aStage();
    const store = storeOn(stage.databaseUrl);
    const told = opened([aRobotAt(stage.robot.webhook)]);
    const away = opened([aRobotAt('http://127.0.0.1:59998/robot/send?access_token=x')]);
    for (let index = 0; index < 5; index += 1) await recorded(store, stormFinding(index), told.routing);
    await deliver({ store, ...away, rules: catalogue, limit: 100, log: () => undefined });
    await stage.clock.advance(MINUTE);

    await untilTold(stage, { store, ...told });

    const all = textsOf(stage.robot);
    expect([0, 1, 2, 3, 4].filter((index) => !all.includes(stormFinding(index).id))).toEqual([]);
    expect(all).not.toContain('may be a repeat');
  }, 60_000);

  it('throttles because somebody else uses it is left alone for ten minutes, then told everything', async () => {
    const stage = await aStage({ perMinute: 4 });
    const store = storeOn(stage.databaseUrl);
    const told = opened([aRobotAt(stage.robot.webhook)]);
    for (let index = 0; index < 30; index += 1) await recorded(store, stormFinding(index), told.routing);

    await deliver({ store, ...told, rules: catalogue, limit: 100, log: () => undefined });
    const untilThrottled = stage.robot.posts.length;
    await stage.clock.advance(9 * MINUTE);
    await deliver({ store, ...told, rules: catalogue, limit: 100, log: () => undefined });
    const stillThrottled = stage.robot.posts.length;
    await untilTold(stage, { store, ...told });

    expect(stage.robot.answers[untilThrottled - 1]).toBe(130101);
    expect(stillThrottled).toBe(untilThrottled);
    const all = textsOf(stage.robot);
    const missing = Array.from({ length: 30 }, (_, index) => stormFinding(index).id).filter((id) => !all.includes(id));
    expect(missing).toEqual([]);
  }, 60_000);
});

describe('a mail server that fails', () => {
  it.each(['refuses', 'greylists', 'hangs'] as const)(
    '%s for a while is told everything in the end',
    async (how) => {
      const stage = await aStage();
      const mailbox = await startMailbox();
      onTestFinished(mailbox.stop);
      if (how === 'hangs') mailbox.hang(2);
      else mailbox.refuse(how === 'refuses' ? 550 : 451, 2);
      const store = storeOn(stage.databaseUrl);
      const told = opened([aMailboxAt(0, { smtpUrl: mailbox.url })]);
      for (let index = 0; index < 5; index += 1) await recorded(store, stormFinding(index), told.routing);

      await untilTold(stage, { store, ...told });

      const all = mailbox.messages.map(({ text }) => text).join();
      expect([0, 1, 2, 3, 4].filter((index) => !all.includes(stormFinding(index).id))).toEqual([]);
    },
    60_000,
  );
});

describe('an instance whose clock is wrong', () => {
  it.each([
    ['a day ahead', 24 * 60 * MINUTE],
    ['a day behind', -24 * 60 * MINUTE],
  ])(
    'by %s neither tells twice nor more than the robot takes: the database’s time decides',
    async (_, wrongMs) => {
      const stage = await aStage();
      const [store, other] = [storeOn(stage.databaseUrl), storeOn(stage.databaseUrl)];
      const told = opened([aRobotAt(stage.robot.webhook)]);
      const wrong = () => new Date(Date.now() + wrongMs);
      for (let index = 0; index < 60; index += 1) {
        const only = await recorded(store, stormFinding(index), told.routing, wrong());
        await deliver({ store, ...told, rules: catalogue, limit: 3, only, log: () => undefined, now: wrong });
        await deliver({ store: other, ...told, rules: catalogue, limit: 3, only, log: () => undefined });
      }
      const inFirstMinute = stage.robot.posts.length;

      await untilTold(stage, { store: other, ...told });

      const all = textsOf(stage.robot);
      expect(inFirstMinute).toBeLessThanOrEqual(18);
      expect(mostInAMinute(stage.robot)).toBeLessThanOrEqual(18);
      const times = Array.from({ length: 60 }, (__, index) => all.split(`${stormFinding(index).id})`).length - 1);
      expect(Math.max(...times)).toBeLessThanOrEqual(1);
    },
    60_000,
  );
});
