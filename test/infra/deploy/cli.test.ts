import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runOffline } from '../../../infra/deploy/offline-cli.ts';

const ENVIRONMENT = {
  ACKWATCH_REGION: 'cn-shanghai',
  ACKWATCH_ACCOUNT_ID: '1234567890123456',
  DATABASE_URL: 'postgres://ackwatch:verysecret@pg.example:5432/ackwatch',
  ACKWATCH_CONFIG: '',
  ACKWATCH_REGIONS: '',
  ACKWATCH_ACCOUNTS: '',
  ACKWATCH_DINGTALK_WEBHOOK: 'https://oapi.dingtalk.com/robot/send?access_token=verysecret',
  ACKWATCH_DINGTALK_SECRET: 'SECverysecret',
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
const root = mkdtempSync(join(tmpdir(), 'ackwatch-s-'));

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A folder with s.yaml in it, and an `npm` that does nothing: what is rendered is the question, not what is built. */
function aFolder(manifest = readFileSync('s.yaml', 'utf8')) {
  const folder = mkdtempSync(join(root, 'p-'));
  const commands = join(folder, 'bin');
  mkdirSync(commands);
  writeFileSync(join(commands, 'npm'), '#!/bin/sh\necho "npm $*"\n');
  chmodSync(join(commands, 'npm'), 0o755);
  writeFileSync(join(folder, 's.yaml'), manifest);
  cpSync('s.vpc.yaml', join(folder, 's.vpc.yaml'));
  return { folder, commands, environment: ENVIRONMENT };
}

describe('the Serverless Devs CLI, offline', () => {
  it('deploys the four functions in order, each after its check, and starts the first sweep', async () => {
    const { code, output, calls } = await runOffline(['deploy', '-y'], aFolder());

    expect({ code, output }).toMatchObject({ code: 0 });
    expect(
      calls.map(({ method, args, props }) => [method, (props as { functionName: string }).functionName, ...args]),
    ).toEqual([
      ['deploy', 'ackwatch-sweep', '-y'],
      ['invoke', 'ackwatch-sweep', '--invocation-type', 'Async', '--event', '{}'],
      ['deploy', 'ackwatch-deliver', '-y'],
      ['deploy', 'ackwatch-review', '-y'],
      ['deploy', 'ackwatch-actiontrail', '-y'],
    ]);
    expect(output.match(/npm run --silent check:deploy -- (\w+) --deploying/gu)).toHaveLength(4);
    expect(output).not.toContain('verysecret');
  });

  it('hands over what Function Compute is to have: role, queue, log project, trigger, environment', async () => {
    const { calls } = await runOffline(['actiontrail', 'deploy', '-y'], aFolder());

    expect(calls).toHaveLength(1);
    expect(calls[0]?.props).toMatchObject({
      region: 'cn-shanghai',
      functionName: 'ackwatch-actiontrail',
      runtime: 'nodejs20',
      handler: 'index.handler',
      code: './dist/actiontrail',
      timeout: 30,
      memorySize: 512,
      role: 'acs:ram::1234567890123456:role/ackwatch',
      logConfig: { project: 'ackwatch-1234567890123456-cn-shanghai', logstore: 'functions' },
      concurrencyConfig: { reservedConcurrency: 20 },
      environmentVariables: { DATABASE_URL: ENVIRONMENT.DATABASE_URL, ACKWATCH_SMTP_URL: '', ACKWATCH_LANGUAGE: 'en' },
      asyncInvokeConfig: {
        maxAsyncRetryAttempts: 3,
        destinationConfig: {
          onFailure: { destination: 'acs:mns:cn-shanghai:1234567890123456:/queues/ackwatch-dead-letters/messages' },
        },
      },
      triggers: [{ triggerType: 'eventbridge', triggerConfig: { asyncInvocationType: true } }],
    });
  });

  it('puts the functions into a VPC where the other file is named', async () => {
    const folder = aFolder();
    const environment = {
      ...ENVIRONMENT,
      ACKWATCH_VPC_ID: 'vpc-1',
      ACKWATCH_VSWITCH_ID: 'vsw-1',
      ACKWATCH_SECURITY_GROUP_ID: 'sg-1',
    };

    const { calls } = await runOffline(['sweep', 'deploy', '-y', '-t', 's.vpc.yaml'], { ...folder, environment });

    expect(calls[0]?.props).toMatchObject({
      timeout: 600,
      vpcConfig: { vpcId: 'vpc-1', vSwitchIds: ['vsw-1'], securityGroupId: 'sg-1' },
    });
  });

  it('verifies what is in the repository', async () => {
    const { code, output } = await runOffline(['verify'], aFolder());

    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('passed') as string });
  });

  it.each([
    ['an unknown property', 'timeout: 30', 'timout: 30', 'review/props must NOT have additional properties'],
    ['an unknown key of a trigger', 'cronExpression:', 'cron:', 'must NOT have additional properties'],
    ['a timeout that is no number', 'timeout: 600', 'timeout: soon', 'sweep/props/timeout must be integer'],
  ])('refuses %s when verifying', async (_, from, to, told) => {
    const manifest = readFileSync('s.yaml', 'utf8').replaceAll(from, to);

    const broken = await runOffline(['verify'], aFolder(manifest));

    expect(broken.code).not.toBe(0);
    expect(broken.output).toContain(told);
  });

  it('deploys nothing without a region and an account', async () => {
    const { code, output, calls } = await runOffline(['deploy', '-y'], { ...aFolder(), environment: {} });

    expect(code).not.toBe(0);
    expect(output).toContain("env('ACKWATCH_REGION') not found");
    expect(calls).toEqual([]);
  });

  it('deploys nothing when the check finds something', async () => {
    const { DATABASE_URL: _, ...environment } = ENVIRONMENT;

    const { code, output, calls } = await runOffline(['sweep', 'deploy', '-y'], { folder: process.cwd(), environment });

    expect(code).not.toBe(0);
    expect(output).toContain('DATABASE_URL is not set: set it as before, or to nothing (DATABASE_URL=)');
    expect(calls).toEqual([]);
  }, 60_000);
});
