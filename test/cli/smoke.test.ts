import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';
import { startCloud } from '../../infra/local/cloud/server.ts';
import { demoAccount } from '../../infra/local/demo/account.ts';
import { type Delivered, startRobot } from '../../infra/local/dingtalk/robot.ts';
import { startFront } from '../../infra/local/function-compute/front.ts';
import { startFunctionCompute } from '../../infra/local/function-compute/function-compute.ts';
import { openCloud } from '../../shared/cloud/openapi.ts';
import { collectInventory } from '../../shared/inventory/collect.ts';
import { openStore } from '../../shared/store/postgres.ts';
import { createDatabase, query } from '../support/database.ts';
import { said } from './said.ts';

const folder = mkdtempSync(join(tmpdir(), 'ackwatch-smoke-'));
const demo = demoAccount();
const { world, watcher, prod } = demo;
const messages: Delivered[] = [];
const stops: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
let environment: Readonly<Record<string, string>>;
let options: readonly string[];
let databaseUrl: string;

/** The deployed function, the cloud it asks, the group it tells, and the keys of somebody who may call it. */
beforeAll(async () => {
  const [[bundle], cloud, robot, database] = await Promise.all([
    bundleFunctions('functions', folder, 'actiontrail'),
    startCloud({ world }),
    startRobot({ keyword: 'ackwatch', onMessage: (message) => void messages.push(message) }),
    createDatabase(),
  ]);
  databaseUrl = database.url;
  const store = openStore({ databaseUrl });
  await collectInventory({
    store,
    accountId: world.accountId,
    regions: [world.region],
    now: () => new Date(),
    deadline: Date.now() + 30_000,
    cloud: openCloud({ credentials: () => watcher, endpoint: cloud.origin }),
  });
  await store.close();
  const told = {
    DATABASE_URL: database.url,
    ACKWATCH_ENDPOINT: cloud.origin,
    ACKWATCH_DINGTALK_WEBHOOK: robot.webhook,
  };
  const silent = join(folder, 'silent');
  mkdirSync(silent);
  writeFileSync(join(silent, 'index.js'), 'exports.handler = async () => ({});');
  const { region, accountId } = world;
  const host = await startFunctionCompute({
    functions: [
      { name: 'ackwatch-actiontrail', folder: bundle?.folder ?? '', environment: told, timeoutMs: 30_000 },
      { name: 'silent', folder: silent },
    ],
    region,
    accountId,
    credentials: () => watcher,
  });
  const front = await startFront({ host, accountId, keyOf: world.keys.find });
  stops.unshift(front.stop, host.stop, cloud.stop, robot.stop, database.drop);
  options = ['--endpoint', front.origin];
  environment = {
    ...told,
    ACKWATCH_REGIONS: region,
    ALIBABA_CLOUD_ACCESS_KEY_ID: watcher.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: watcher.accessKeySecret,
    ALIBABA_CLOUD_SECURITY_TOKEN: watcher.securityToken ?? '',
  };
}, 60_000);

afterAll(async () => {
  for (const stop of stops) await stop();
});

const textOf = ({ message }: Delivered) => JSON.stringify(message);

describe('ackwatch smoke', () => {
  it('without a database collects for itself, calls the function, and the group reads of a test', async () => {
    const { DATABASE_URL: _, ...stateless } = environment;

    const { code, out, err } = await said(['smoke', ...options, '--json'], { environment: stateless });

    expect({ code, err }).toMatchObject({ code: 0 });
    const { finding, isAlert } = JSON.parse(out) as { finding: string; isAlert: boolean };
    expect(isAlert).toBe(true);
    const told = messages.filter((message) => textOf(message).includes(finding));
    expect(told).toHaveLength(1);
    expect(told.map(textOf).join()).toContain('ackwatch-smoke-test');
  }, 30_000);

  it('handed over as events are, waits for the decision in the database and leaves nothing open', async () => {
    const { code, out } = await said(['smoke', ...options, '--async'], { environment });

    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Decided in [\d.]+ s: finding \w+/u) as string,
    });
    const open = await query(databaseUrl, `select outcome from findings where outcome <> 'failure'`);
    expect(open).toEqual([]);
  }, 30_000);

  it('takes the load balancer that it is told, and refuses one that serves no API server', async () => {
    const chosen = await said(['smoke', ...options, '--load-balancer', prod.apiServer.loadBalancer], { environment });
    const other = await said(['smoke', ...options, '--load-balancer', 'lb-none'], { environment });

    expect(chosen.code).toBe(0);
    expect(other).toMatchObject({
      code: 2,
      err: expect.stringContaining('lb-none to be the load balancer of an API server') as string,
    });
  }, 30_000);

  it('waits no longer than it is told, and says where to look then', async () => {
    const { code, out } = await said(['smoke', ...options, '--async', '--wait', '1', '--function', 'silent'], {
      environment,
    });

    expect(code).toBe(1);
    expect(out).toMatch(/No alert after [\d.]+ s: No decision came: see the log of the function and the queue/u);
  });

  it('does not take any answer for a decision', async () => {
    const { code, err } = await said(['smoke', ...options, '--function', 'silent'], { environment });

    expect(code).toBe(3);
    expect(err).toContain('silent answered something else than a decision');
  });

  it('says that the function is not deployed', async () => {
    const { code, err } = await said(['smoke', ...options, '--function', 'ackwatch-none'], { environment });

    expect(code).toBe(3);
    expect(err).toContain('ackwatch-none is not deployed there: s deploy');
  });

  it('says so when the database knows no API server yet', async () => {
    const { url, drop } = await createDatabase();
    stops.unshift(drop);

    const { code, err, out } = await said(['smoke', ...options], {
      environment: { ...environment, DATABASE_URL: url },
    });

    expect(code).toBe(2); // a database without inventory knows no API server
    expect(`${err}${out}`).toContain('has the first sweep run?');
  });
});
