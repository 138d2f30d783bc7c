import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadConfig, readConfig } from '../shared/config.ts';
import { ConfigError } from '../shared/errors.ts';

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      language: 'en',
      timeZone: 'Asia/Shanghai',
      dingtalk: undefined,
      regions: [],
      channels: [],
    });
  });

  it.each([
    ['DATABASE_URL', 'mysql://x'],
    ['ACKWATCH_LANGUAGE', 'fr'],
    ['ACKWATCH_TIMEZONE', 'Mars/Olympus'],
    ['ACKWATCH_DINGTALK_WEBHOOK', 'not a url'],
    ['ACKWATCH_SMTP_URL', 'http://x'],
  ])('names %s when it is wrong', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  it('never repeats a secret that it refuses', () => {
    const secret = 'https//user:hunter2@robot';

    expect(() => readConfig({ ACKWATCH_DINGTALK_WEBHOOK: secret })).not.toThrow('hunter2');
  });

  it('wants sender and recipients along with a mail server', () => {
    expect(() => readConfig({ ACKWATCH_SMTP_URL: 'smtp://localhost' })).toThrow('ACKWATCH_EMAIL_FROM');
  });
});

const ROBOT = { ACKWATCH_DINGTALK_WEBHOOK: 'https://robot.example/send?access_token=t' };
const MAILBOX = {
  ACKWATCH_SMTP_URL: 'smtp://mail.example',
  ACKWATCH_EMAIL_FROM: 'a@example.com',
  ACKWATCH_EMAIL_TO: 'b@example.com, c@example.com',
};

/** The configuration of a file with this text. */
async function fromFile(yaml: string, environment: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ackwatch-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'ackwatch.yaml');
  writeFileSync(path, yaml);
  return loadConfig({ ...environment, ACKWATCH_CONFIG: path });
}

describe('the environment alone', () => {
  it('is one robot and one mailbox, each the next of the other, and everything goes to both', async () => {
    const { channels, routes } = await loadConfig({ ...ROBOT, ...MAILBOX });

    expect(channels).toMatchObject([
      { id: 'dingtalk', type: 'dingtalk', keyword: 'ackwatch', next: 'email' },
      { id: 'email', type: 'email', to: ['b@example.com', 'c@example.com'], next: 'dingtalk' },
    ]);
    expect(routes).toEqual([{ when: {}, to: ['dingtalk', 'email'] }]);
  });

  it('has no next channel where there is only one', async () => {
    expect((await loadConfig(ROBOT)).channels[0]).not.toHaveProperty('next');
  });
});

describe('ackwatch.yaml', () => {
  it('names robots, mailboxes, webhooks, routes and clusters', async () => {
    const config = await fromFile(`
regions: [cn-hangzhou, cn-beijing]
language: zh
timeZone: Asia/Tokyo
reviewUrl: https://review.example.com
robots:
  ops: { type: dingtalk, webhook: https://robot.example/ops, secret: SEC1, keyword: ack, perMinute: 9, next: mail }
  lark: { type: feishu, webhook: https://open.feishu.cn/x, passOnAfterMinutes: 2 }
  work: { type: wecom, webhook: https://qyapi.weixin.qq.com/x }
  slack: { type: slack, webhook: https://hooks.slack.com/x }
mailboxes:
  mail: { smtpUrl: smtp://mail.example, from: a@example.com, to: [b@example.com] }
webhooks:
  siem: { url: https://siem.example/in, secret: whsec_x }
routes:
  - when: { severity: high, environments: [production], rows: [R02], clusters: [prod], regions: [cn-hangzhou] }
    to: [ops, work, slack]
    language: ja
    mentions: { phones: ['13800000000'], users: [bob] }
    quietHours: { from: '22:00', until: '08:00', timeZone: Asia/Shanghai }
  - to: [lark, siem]
clusters:
  stage: { environment: staging }
`);

    expect(config).toMatchObject({
      regions: ['cn-hangzhou', 'cn-beijing'],
      language: 'zh',
      timeZone: 'Asia/Tokyo',
      reviewUrl: 'https://review.example.com',
      environments: { stage: 'staging' },
    });
    expect(config.channels.map(({ id, type, next }) => [id, type, next])).toEqual([
      ['ops', 'dingtalk', 'mail'],
      ['lark', 'feishu', 'work'],
      ['work', 'wecom', 'slack'],
      ['slack', 'slack', 'mail'],
      ['mail', 'email', 'ops'],
      ['siem', 'webhook', 'ops'],
    ]);
    expect(config.channels[0]).toMatchObject({ perMinute: 9, passOnAfterMinutes: 5, keyword: 'ack' });
    expect(config.routes[0]).toMatchObject({ language: 'ja', mentions: { phones: ['13800000000'], users: ['bob'] } });
    expect(config.routes[1]).toMatchObject({ when: {}, to: ['lark', 'siem'] });
  });

  it('is as its example says', async () => {
    const names = ['ON_CALL_TOKEN', 'ON_CALL_SECRET', 'SHOP_TOKEN', 'TOKYO_HOOK', 'SMTP_PASSWORD', 'SIEM_SECRET'];
    const secrets = Object.fromEntries(names.map((name) => [name, name.toLowerCase()]));

    const { channels, routes } = await loadConfig({ ...secrets, ACKWATCH_CONFIG: 'infra/ackwatch.example.yaml' });

    expect(channels.map(({ id }) => id)).toEqual(['on-call', 'shop-team', 'tokyo', 'security-mail', 'siem']);
    expect(routes).toHaveLength(4);
    expect(channels[0]).toMatchObject({ secret: 'on_call_secret', next: 'security-mail' });
  });

  it('gives way to the environment', async () => {
    const config = await fromFile('language: zh\ntimeZone: Asia/Tokyo', { ACKWATCH_LANGUAGE: 'ja' });

    expect([config.language, config.timeZone]).toEqual(['ja', 'Asia/Tokyo']);
  });

  it('keeps the robot of the environment hearing everything unless a route names it', async () => {
    const robots = 'robots:\n  ops: { type: slack, webhook: https://hooks.slack.com/x }\n';
    const unnamed = await fromFile(`${robots}routes:\n  - { to: [ops] }`, ROBOT);
    const named = await fromFile(`${robots}routes:\n  - { to: [ops, dingtalk], when: { severity: high } }`, ROBOT);

    expect(unnamed.routes.at(-1)).toEqual({ when: {}, to: ['dingtalk'] });
    expect(named.routes).toHaveLength(1);
  });

  it('takes secrets from variables', async () => {
    const yaml = 'robots:\n  ops: { type: wecom, webhook: "https://robot.example/${env:TOKEN}" }';

    expect((await fromFile(yaml, { TOKEN: 't0k' })).channels[0]).toMatchObject({
      webhook: 'https://robot.example/t0k',
    });
    await expect(fromFile(yaml)).rejects.toThrow('variables that are not set: TOKEN');
  });

  it('may be empty', async () => {
    expect((await fromFile('# nothing yet\n')).channels).toEqual([]);
  });

  it.each([
    ['an unknown key', 'robot: {}', 'robot: unknown'],
    [
      'an unknown key of a robot',
      'robots:\n  ops: { type: wecom, webhook: https://x.example, sekret: s }',
      'robots.ops.sekret',
    ],
    ['an unknown key of a condition', 'routes:\n  - { to: [ops], when: { severty: high } }', 'routes.0.when.severty'],
    ['a robot without an address', 'robots:\n  ops: { type: wecom }', 'robots.ops.webhook'],
    [
      'a kind of robot that there is not',
      'robots:\n  ops: { type: irc, webhook: https://x.example }',
      'robots.ops.type',
    ],
    ['a robot with a strange name', 'robots:\n  "Ops!": { type: wecom, webhook: https://x.example }', 'robots'],
    ['a route to nobody', 'routes:\n  - { to: [ghost] }', 'named ghost'],
    [
      'a robot that nothing leads to',
      'robots:\n  a: { type: wecom, webhook: https://x.example, next: a }\n  b: { type: wecom, webhook: https://y.example, next: a }\nroutes:\n  - { to: [a] }',
      'none leads to b',
    ],
    [
      'a next channel that there is not',
      'robots:\n  a: { type: wecom, webhook: https://x.example, next: ghost }',
      'next of a',
    ],
    [
      'a time that is none',
      'routes:\n  - { to: [a], quietHours: { from: "25:00", until: "08:00", timeZone: UTC } }',
      'routes.0.quietHours.from',
    ],
    ['a row that is none', 'routes:\n  - { to: [a], when: { rows: [X99] } }', 'routes.0.when.rows.0'],
    ['a severity that is none', 'routes:\n  - { to: [a], when: { severity: grave } }', 'routes.0.when.severity'],
    [
      'two channels of one name',
      'robots:\n  mail: { type: wecom, webhook: https://x.example }\nmailboxes:\n  mail: { smtpUrl: smtp://x, from: a@b, to: [c@d] }',
      'named mail',
    ],
    [
      'one robot under two names',
      'robots:\n  a: { type: wecom, webhook: https://x.example }\n  b: { type: wecom, webhook: https://x.example }',
      'a and b are the same robot',
    ],
    ['what is no YAML', 'robots: [', 'at line'],
    ['a key that stands twice', 'language: en\nlanguage: zh', 'at line 2'],
  ])('names %s', async (_, yaml, expected) => {
    await expect(fromFile(yaml)).rejects.toThrow(ConfigError);
    await expect(fromFile(yaml)).rejects.toThrow(expected);
  });

  it('never repeats a secret that it refuses', async () => {
    const wrong = [
      'robots:\n  ops: { type: wecom, webhook: "https//hunter2" }',
      'mailboxes:\n  mail: { smtpUrl: "http://user:hunter2@x", from: a@b, to: [c@d] }',
      'robots:\n  ops: { webhook: hunter2 ] }',
    ];

    for (const yaml of wrong) {
      const error: unknown = await fromFile(yaml).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ConfigError);
      expect(String(error)).not.toContain('hunter2');
    }
  });

  it('is asked for by name when it cannot be read', async () => {
    await expect(loadConfig({ ACKWATCH_CONFIG: '/nowhere/ackwatch.yaml' })).rejects.toThrow('/nowhere/ackwatch.yaml');
  });
});
