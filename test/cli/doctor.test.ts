import { createServer, request, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { recordUnplayed } from '../../infra/local/cloud/actiontrail/unplayed.ts';
import { startCloud } from '../../infra/local/cloud/server.ts';
import { demoAccount } from '../../infra/local/demo/account.ts';
import { trustOfServices } from '../../infra/local/cloud/ram/state.ts';
import { type Delivered, startRobot } from '../../infra/local/dingtalk/robot.ts';
import { openCloud } from '../../shared/cloud/openapi.ts';
import { PERMISSIONS } from '../../shared/cloud/permissions.ts';
import { freshDatabase } from '../support/database.ts';
import { MEMBER, memberWorld, setTrust } from '../support/member-account.ts';
import { said } from './said.ts';

const RULE = {
  RuleName: 'ackwatch-actiontrail-actiontrail',
  Status: 'ENABLE',
  Targets: [{ Endpoint: 'functions/ackwatch-actiontrail' }],
};
const READER = `acs:ram::${MEMBER}:role/ackwatch-reader`;
const LINKED = ['AliyunServiceRoleForEventBridgeSourceActionTrail', 'AliyunServiceRoleForEventBridgeSendToFC'];

const A_WRITE = {
  action: 'DeleteSnapshot',
  params: { SnapshotId: 's-1' },
  serviceName: 'Ecs',
  version: '2014-05-26',
  references: {},
};

interface About {
  /** RAM actions that the key lacks. */
  readonly without?: readonly string[];
  readonly linkedRoles?: readonly string[];
  readonly rules?: readonly object[];
  /** With the keys of a person instead of those of the functions' role. */
  readonly asOperator?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** An account in order, but for what the test is about; `examine` runs the doctor in it. */
async function anAccount({
  without = [],
  linkedRoles = LINKED,
  rules = [RULE],
  asOperator = false,
  environment = {},
}: About = {}) {
  const member = memberWorld();
  const { world } = demoAccount({ members: [member] });
  recordUnplayed(member, member.actors.user('bob'), A_WRITE);
  const cloud = await startCloud({ world });
  onTestFinished(() => cloud.stop());
  const root = world.keys.root();
  const asRoot = openCloud({ credentials: () => root, endpoint: cloud.origin });
  for (const RoleName of linkedRoles) {
    const params = { RoleName, AssumeRolePolicyDocument: trustOfServices('eventbridge.aliyuncs.com') };
    await asRoot.call({
      product: 'ram',
      action: 'CreateRole',
      region: world.region,
      params,
      deadline: Date.now() + 5_000,
    });
  }
  cloud.calls.length = 0;
  const endpoint = await besideRules(cloud.origin, rules);
  const needed = [...PERMISSIONS.map(({ ramAction }) => ramAction), 'sts:AssumeRole'];
  const allowed = needed.filter((action) => !without.includes(action));
  const key = asOperator ? world.actors.user('operator') : world.actors.ackwatch(new Set(allowed));
  const keys = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: key.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: key.accessKeySecret,
    ALIBABA_CLOUD_SECURITY_TOKEN: key.securityToken ?? '',
  };
  const whole = { ...keys, ACKWATCH_ENDPOINT: endpoint, ACKWATCH_REGIONS: world.region, ...environment };
  const examine = async (...options: readonly string[]) => {
    const { code, out, err } = await said(['doctor', ...options, '--json'], { environment: whole });
    const { ok, checks } = JSON.parse(out) as { ok: boolean; checks: { state: string; text: string; fix?: string }[] };
    const texts = (state: string) => checks.filter((one) => one.state === state);
    return { code, err, ok, passed: texts('pass'), failures: texts('fail'), skipped: texts('skip') };
  };
  return { examine, cloud, world, member, environment: whole };
}

/** The stand-in has no EventBridge: that is answered here, all else is passed on. */
async function besideRules(origin: string, rules: readonly object[]): Promise<string> {
  const answer: RequestListener = (incoming, response) => {
    if (incoming.headers['x-acs-version'] === '2020-04-01') {
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ Success: true, Data: { Rules: rules } }));
      return;
    }
    const { method, url: path, headers } = incoming;
    const { hostname, port } = new URL(origin);
    const passed = request({ hostname, port, method, path, headers }, (from) => {
      response.writeHead(from.statusCode ?? 500, from.headers);
      from.pipe(response);
    });
    passed.on('error', () => response.destroy());
    incoming.pipe(passed);
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A group and what it saw. */
async function aGroup() {
  const messages: Delivered[] = [];
  const robot = await startRobot({ keyword: 'ackwatch', onMessage: (message) => void messages.push(message) });
  onTestFinished(() => robot.stop());
  return { messages, webhook: robot.webhook };
}

// Every permission is tried, within the limits of each product: that takes its time.
describe('ackwatch doctor', { timeout: 60_000 }, () => {
  it('passes an account in order', async () => {
    const { webhook } = await aGroup();
    const environment = { DATABASE_URL: await freshDatabase(), ACKWATCH_DINGTALK_WEBHOOK: webhook };
    const { examine, cloud } = await anAccount({ environment });

    const { code, ok, failures, passed, skipped } = await examine();

    expect({ code, ok, failures }).toEqual({ code: 0, ok: true, failures: [] });
    expect(passed.map(({ text }) => text)).toEqual([
      'configuration: read',
      'credentials: account 1234567890123456, regions cn-hangzhou',
      expect.stringMatching(/^permissions: \d+ of \d+ calls are allowed$/u),
      ...LINKED.map((name) => `service-linked role ${name} exists`),
      'EventBridge in cn-hangzhou: rule ackwatch-actiontrail-actiontrail calls ackwatch-actiontrail',
      'ActionTrail in cn-hangzhou records writes',
      'clusters in cn-hangzhou: prod, legacy, edge-nlb',
      'database: it answers, and the tables are up to date',
    ]);
    expect(skipped.map(({ text }) => text).join('\n')).toContain('--send-test-message');
    expect(cloud.calls.map(({ action }) => action)).not.toContainEqual(
      expect.not.stringMatching(/^(?:Describe|List|Get|Lookup)/u),
    );
  });

  it('names a permission that is missing, and what to do', async () => {
    const { examine } = await anAccount({ without: ['ecs:DescribeDisks', 'ram:GetRole'] });

    const { code, failures } = await examine();

    expect(code).toBe(1);
    expect(failures).toEqual(
      expect.arrayContaining([
        {
          state: 'fail',
          text: 'permission ecs:DescribeDisks: refused',
          fix: expect.stringContaining('infra/ros/account.json') as string,
        },
        expect.objectContaining({ text: 'permission ram:GetRole: refused' }),
      ]),
    );
  });

  it('tries every permission, and takes none for refused that is there', async () => {
    const { examine } = await anAccount({ without: PERMISSIONS.map(({ ramAction }) => ramAction) });

    const { failures, skipped, passed } = await examine();

    const named = failures.filter(({ text }) => text.startsWith('permission ')).length;
    const unknown = skipped.flatMap(
      ({ text }) => /^permissions that this region cannot show: (.*)$/u.exec(text)?.[1]?.split(', ') ?? [],
    );
    expect(passed.map(({ text }) => text).join('\n')).not.toContain('are allowed');
    expect(unknown.filter((name) => name.startsWith('cs:'))).toEqual([]); // every one of its paths is known
    expect(named + unknown.length).toBe(new Set(PERMISSIONS.map(({ product, action }) => `${product}:${action}`)).size);
  });

  it('gives the command that makes a missing service-linked role', async () => {
    const { examine } = await anAccount({ linkedRoles: LINKED.slice(1) });

    const { failures } = await examine();

    expect(failures).toContainEqual({
      state: 'fail',
      text: 'service-linked role AliyunServiceRoleForEventBridgeSourceActionTrail does not exist: no event would arrive',
      fix: 'aliyun eventbridge CreateServiceLinkedRoleForProduct --ProductName AliyunServiceRoleForEventBridgeSourceActionTrail',
    });
  });

  it.each([
    ['no rule', [], /no rule calls ackwatch-actiontrail/u],
    ['a rule of something else', [{ RuleName: 'other', Status: 'ENABLE' }], /no rule calls/u],
    ['a rule that is off', [{ ...RULE, Status: 'DISABLE' }], /is DISABLE/u],
    [
      'both the trigger and plan B',
      [RULE, { ...RULE, RuleName: 'ackwatch-actiontrail' }],
      /all call ackwatch-actiontrail/u,
    ],
  ])('finds %s in EventBridge', async (_, rules, told) => {
    const { examine } = await anAccount({ rules });

    const { failures } = await examine();

    expect(failures.map(({ text }) => text).join('\n')).toMatch(told);
  });

  it('says so where EventBridge cannot be asked', async () => {
    const { cloud, environment } = await anAccount();

    const { out } = await said(['doctor'], { environment: { ...environment, ACKWATCH_ENDPOINT: cloud.origin } });

    expect(out).toContain('-    EventBridge in cn-hangzhou: its rules cannot be shown there');
  });

  it('says which migrations the database lacks, and names no password of one that does not answer', async () => {
    const empty = await anAccount({ environment: { DATABASE_URL: await freshDatabase({ empty: true }) } });
    const away = await anAccount({ environment: { DATABASE_URL: 'postgres://ackwatch:hunter2@127.0.0.1:9/ackwatch' } });

    const lacking = await empty.examine();
    const silent = await away.examine();

    expect(lacking.failures).toContainEqual({
      state: 'fail',
      text: expect.stringContaining('0001-first') as string,
      fix: 'ackwatch migrate',
    });
    expect(silent.failures.map(({ text }) => text).join()).toContain('database: ');
    expect(JSON.stringify(silent)).not.toContain('hunter2');
  });

  it('sends every channel a test message when asked, and only then', async () => {
    const { webhook, messages } = await aGroup();
    const { examine } = await anAccount({ environment: { ACKWATCH_DINGTALK_WEBHOOK: webhook } });

    await examine();
    const before = messages.length;
    const { passed } = await examine('--send-test-message');

    expect(before).toBe(0);
    expect(messages).toHaveLength(1);
    expect(JSON.stringify(messages[0]?.message)).toContain('ackwatch-smoke-test');
    expect(passed.map(({ text }) => text).join('\n')).toMatch(/channel \w+: took the test message/u);
  });

  it('says what a channel refused', async () => {
    const { webhook } = await aGroup();
    const environment = { ACKWATCH_DINGTALK_WEBHOOK: webhook.replace(/access_token=\w+/u, 'access_token=wrong') };
    const { examine } = await anAccount({ environment });

    const { code, failures } = await examine('--send-test-message');

    expect(code).toBe(1);
    expect(failures.map(({ text }) => text).join('\n')).toMatch(/^channel dingtalk: /mu);
  });

  it('looks at each member account as its reader', async () => {
    const { examine } = await anAccount({ environment: { ACKWATCH_ACCOUNTS: MEMBER } });

    const { passed, failures } = await examine();

    const texts = passed.map(({ text }) => text);
    expect(texts).toContain(`account ${MEMBER}: ${READER} can be assumed`);
    expect(texts).toContain(`account ${MEMBER}: clusters in cn-hangzhou: shop`);
    expect(texts.join('\n')).toMatch(/^account 1000000000000002: permissions: /mu);
    expect(failures.map(({ text }) => text)).toEqual(['channels: none, nobody would be told']);
  });

  it('says that a role of a member account is not there', async () => {
    const { examine } = await anAccount({ environment: { ACKWATCH_ACCOUNTS: `${MEMBER}=other` } });

    const { failures } = await examine();

    expect(failures[0]).toMatchObject({
      text: expect.stringContaining(`${MEMBER}:role/other: EntityNotExist.Role`) as string,
      fix: expect.stringContaining('infra/ros/member.json') as string,
    });
  });

  it('says that the role of a member account trusts somebody else', async () => {
    const { examine, member } = await anAccount({ environment: { ACKWATCH_ACCOUNTS: MEMBER } });
    setTrust(member, 'ackwatch-reader', trustOfServices('fc.aliyuncs.com'));

    const { failures } = await examine();

    expect(failures[0]?.text).toContain(`account ${MEMBER}: not allowed to assume ${READER}: NoPermission`);
  });

  it('does not blame a role for keeping out a person: it lets in ackwatch alone', async () => {
    const { examine } = await anAccount({ asOperator: true, environment: { ACKWATCH_ACCOUNTS: MEMBER } });

    const { failures, skipped } = await examine();

    expect(failures.map(({ text }) => text)).toEqual(['channels: none, nobody would be told']);
    expect(skipped.map(({ text }) => text).join('\n')).toMatch(
      /^account 1000000000000002: not looked at: its role lets in the role ackwatch, .*user\/operator$/mu,
    );
  });

  it('goes on without keys, and stops at a wrong configuration', async () => {
    const keyless = await said(['doctor', '--regions', 'cn-hangzhou'], { environment: {} });
    const wrong = await said(['doctor'], { environment: { ACKWATCH_TIMEZONE: 'Mars' } });

    expect(keyless.code).toBe(1);
    expect(keyless.out).toContain('FAIL credentials: ');
    expect(keyless.out).toContain('FAIL channels: none, nobody would be told\n       Set ACKWATCH_DINGTALK_WEBHOOK');
    expect(keyless.out.trimEnd()).toMatch(/2 to mend\.$/u);
    expect(wrong).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^FAIL configuration: .*ACKWATCH_TIMEZONE/u) as string,
    });
  });
});
