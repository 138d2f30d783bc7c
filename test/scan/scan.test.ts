import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../infra/local/cloud/world.ts';
import { PROD } from '../../infra/local/demo/prod-ids.ts';
import { startRobot } from '../../infra/local/dingtalk/robot.ts';
import { aFolder, demoCloud, emptyCloud, environmentFor } from '../cli/demo-cloud.ts';
import { said } from '../cli/said.ts';
import { emptyDatabase } from '../support/database.ts';

/** Few services: the trail takes two questions a second. */
const QUICK = ['--services', 'Slb,Ecs'];

function changeApiServer(world: World, by = 'alice'): void {
  const params = { LoadBalancerId: PROD.apiServer.loadBalancer, ListenerPort: '6443', Scheduler: 'wlc' };
  world.act(world.actors.user(by), { product: 'slb', action: 'SetLoadBalancerTCPListenerAttribute', params });
}

function releaseNode(world: World): void {
  const params = { InstanceId: PROD.nodes.at(-1), Force: 'true' };
  world.act(world.actors.user('alice'), { product: 'ecs', action: 'DeleteInstance', params });
}

describe('ackwatch scan', { timeout: 60_000 }, () => {
  let database: string;
  beforeAll(async () => {
    database = await emptyDatabase();
  });

  it('tells what would have been found: which row, whose resource, by whom; and tells nobody else', async () => {
    const { world, environment } = await demoCloud();
    const robot = await startRobot({});
    changeApiServer(world);
    releaseNode(world);

    const { code, out, err } = await said(['scan', ...QUICK, '--database', 'memory'], {
      environment: { ...environment, ACKWATCH_DINGTALK_WEBHOOK: robot.webhook },
    });

    await robot.stop();
    expect(code).toBe(0);
    expect(out).toMatch(/critical +R02 +prod +API server load balancer reconfigured +lb-\S+ +alice/u);
    expect(out).toMatch(/high +R05 +prod +Node released or about to be +i-\S+ +alice/u);
    expect(out).toContain('2 findings, of which 2 would have alerted');
    expect(out).toContain('What the past cannot tell');
    expect(err).toContain('CRITICAL R02');
    expect(robot.messages).toEqual([]);
  });

  it('stays silent about what ACK itself did, and counts it', async () => {
    const { environment } = await demoCloud();

    const { out } = await said(['scan', ...QUICK, '--since', '30d', '--database', 'memory', '--json'], { environment });

    expect(JSON.parse(out)).toMatchObject({ isComplete: true, events: 3, findings: [], silences: { 'ack-itself': 2 } });
  });

  it('reads no further back than asked', async () => {
    const { environment } = await demoCloud();

    const { out } = await said(['scan', ...QUICK, '--since', '1d', '--database', 'memory', '--json'], { environment });

    expect(JSON.parse(out)).toMatchObject({ events: 0 });
  });

  it.each([
    ['en', 'What ackwatch would have found'],
    ['zh', 'ackwatch 本可发现的风险操作'],
    ['ja', 'ackwatch が見つけたはずの危険な操作'],
  ])('writes a report in %s that loads nothing and runs nothing', async (language, title) => {
    const { world, environment } = await demoCloud();
    changeApiServer(world, '<img src=x onerror=alert(1)>');
    const file = join(aFolder(), 'report.html');

    await said(['scan', ...QUICK, '--database', 'memory', '--html', file, '--language', language], { environment });

    const html = readFileSync(file, 'utf8');
    expect(html).toContain(title);
    expect(html).toContain('R02');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<img|<script|<link|\bsrc=["']|https?:\/\//u);
  });

  it('exits with 1 on a finding that is as severe as asked', async () => {
    const { world, environment } = await demoCloud();
    changeApiServer(world);

    const { code } = await said(['scan', ...QUICK, '--database', 'memory', '--fail-on', 'critical'], { environment });

    expect(code).toBe(1);
  });

  it('ends where it is told to and goes on there the next time, with what was found before', async () => {
    const { world, environment } = await demoCloud();
    changeApiServer(world);
    releaseNode(world);
    const interrupted = new AbortController();
    const command = ['scan', ...QUICK, '--database', database, '--folder', aFolder()];

    const first = await said(command, {
      environment,
      signal: interrupted.signal,
      onErr: (line) => line.startsWith('CRITICAL') && setImmediate(() => interrupted.abort()),
    });
    const second = await said(command, { environment });

    expect(first.code).toBe(130);
    expect(first.err).toContain('the same command goes on where this one ended');
    expect(first.out).toContain('R02');
    expect(second.code).toBe(0);
    expect(second.err).toContain('Going on with the scan');
    expect(second.out).toContain('R02');
    expect(second.out).toContain('R05');
  });

  it('finds the same again when it is complete and called once more', async () => {
    const { world, environment } = await demoCloud();
    changeApiServer(world);
    const command = ['scan', ...QUICK, '--database', database, '--folder', aFolder(), '--json'];

    const first = await said(command, { environment });
    const second = await said(command, { environment });

    expect(JSON.parse(second.out)).toMatchObject({ findings: (JSON.parse(first.out) as { findings: [] }).findings });
  });

  it('tells what it has when the trail stops answering, and why', async () => {
    const { world, cloud, environment } = await demoCloud();
    changeApiServer(world);
    const command = ['scan', '--services', 'Slb,Ecs,Ess', '--database', database, '--folder', aFolder()];
    cloud.faults.order({ product: 'actiontrail', action: 'LookupEvents', kind: 'garbage' });

    const failed = await said(command, { environment });
    cloud.faults.clear();
    const whole = await said(command, { environment });

    expect(failed.code).toBe(3);
    expect(failed.err).toContain('actiontrail:LookupEvents');
    expect(whole.code).toBe(0);
    expect(whole.out).toContain('R02');
  });
});

describe('ackwatch scan, called by somebody new', { timeout: 60_000 }, () => {
  it('says which variables are missing', async () => {
    const { code, err } = await said(['scan', '--regions', 'cn-hangzhou']);

    expect(code).toBe(2);
    expect(err).toContain('ALIBABA_CLOUD_ACCESS_KEY_ID');
  });

  it('says that a region is missing', async () => {
    const { code, err } = await said(['scan']);

    expect(code).toBe(2);
    expect(err).toContain('Expected --regions or ACKWATCH_REGIONS');
  });

  it('says what to check when the key is not known', async () => {
    const { cloud, world } = await demoCloud();
    const stranger = { ...world.actors.user('mallory'), accessKeyId: 'LTAI5tnobody' };

    const { code, err } = await said(['scan'], { environment: environmentFor(cloud.origin, stranger) });

    expect(code).toBe(2);
    expect(err).toContain('Check ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.');
    expect(err).not.toContain(stranger.accessKeySecret);
  });

  it('says what to grant when the key may not read the trail', async () => {
    const { cloud, world } = await demoCloud();
    const allowed = new Set(['cs:DescribeClustersV1', 'cs:DescribeClusterDetail']);
    const key = world.actors.ackwatch(allowed);

    const { code, err } = await said(['scan', '--database', 'memory'], {
      environment: environmentFor(cloud.origin, key),
    });

    expect(code).toBe(2);
    expect(err).toContain('Grant the key the read permissions of infra/ram-policy.json.');
  });

  it('says where it could not connect to', async () => {
    const { environment } = await emptyCloud();
    const nowhere = { ...environment, ACKWATCH_ENDPOINT: 'http://127.0.0.1:9' };

    const { code, err } = await said(['scan'], { environment: nowhere });

    expect(code).toBe(3);
    expect(err).toContain('127.0.0.1:9');
    expect(err).toContain('Check the network');
  });

  it('says so when the account has no cluster', async () => {
    const { environment } = await emptyCloud();

    const { code, out } = await said(['scan', '--database', 'memory'], { environment });

    expect(code).toBe(0);
    expect(out).toBe('Account 1234567890123456 has no ACK cluster in cn-hangzhou: there is nothing to watch over.');
  });

  it('keeps out of the database of a deployment', async () => {
    const { environment } = await demoCloud();
    const database = await emptyDatabase();
    const about = { environment: { ...environment, DATABASE_URL: database } };

    const { code, err } = await said(['scan', '--database', database], about);

    expect(code).toBe(2);
    expect(err).toContain('Expected a database of its own');
  });

  it.each([['tomorrow'], ['7'], ['2199-01-01']])('refuses --since %s', async (since) => {
    const { code, err } = await said(['scan', '--since', since]);

    expect(code).toBe(2);
    expect(err).toContain(`got ${since}`);
  });
});

describe('ackwatch scan --compare', { timeout: 60_000 }, () => {
  it('lists what the database has not decided, and nothing once it has', async () => {
    const database = await emptyDatabase();
    const { world, environment } = await demoCloud();
    changeApiServer(world);
    const at = ['--database', database, '--folder', aFolder()];

    const before = await said(['scan', '--compare', ...QUICK, ...at], { environment });
    await said(['scan', ...QUICK, ...at], { environment });
    const after = await said(['scan', '--compare', ...QUICK, ...at], { environment });

    expect(before.code).toBe(1);
    expect(before.out).toMatch(/Slb:SetLoadBalancerTCPListenerAttribute +alice/u);
    expect(after.code).toBe(0);
    expect(after.out).toContain('0 are not decided');
  });
});
