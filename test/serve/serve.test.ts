import { describe, expect, it } from 'vitest';
import { startRobot } from '../../infra/local/dingtalk/robot.ts';
import { aFolder, demoCloud } from '../cli/demo-cloud.ts';
import { said } from '../cli/said.ts';
import { anEnvelope } from '../support/event.ts';
import { freshDatabase } from '../support/database.ts';

/** `ackwatch serve`, from its first line to its end. */
function served(argv: readonly string[], environment: Readonly<Record<string, string>>) {
  const ending = new AbortController();
  let heard: (origin: string) => void = () => undefined;
  const origin = new Promise<string>((resolve) => (heard = resolve));
  const over = said(['serve', '--port', '0', ...argv], {
    environment,
    signal: ending.signal,
    onErr: (line) => heard(/http:\/\/[\d.]+:\d+/u.exec(line)?.[0] ?? ''),
  });
  return { origin, end: () => (ending.abort(), over) };
}

describe('ackwatch serve', { timeout: 60_000 }, () => {
  it('takes an event, alerts, shows the page, and ends in order', async () => {
    const { prod, environment } = await demoCloud();
    const robot = await startRobot({});
    const server = served(['--database', await freshDatabase({ empty: true })], {
      ...environment,
      ACKWATCH_DINGTALK_WEBHOOK: robot.webhook,
    });
    const origin = await server.origin;
    const event = anEnvelope({
      eventName: 'DeleteLoadBalancer',
      eventTime: new Date().toISOString(),
      requestParameters: { LoadBalancerId: prod.apiServer.loadBalancer },
    });

    const answer = await fetch(`${origin}/events`, { method: 'POST', body: JSON.stringify(event) });
    const decided = await answer.json();
    const page = await (await fetch(`${origin}/findings`)).text();
    const { code } = await server.end();

    await robot.stop();
    expect(decided).toMatchObject({ events: 1, findings: [{ rows: ['R03'], cluster: { name: 'prod' } }] });
    expect(robot.messages).toHaveLength(1);
    expect(page).toContain('API server load balancer deleted');
    expect(code).toBe(0);
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow('fetch failed');
  });

  it('takes signed requests alone once it has an address, and lets nobody onto the page unasked', async () => {
    const { environment } = await demoCloud();
    const database = await freshDatabase();
    const server = served(['--database', database, '--url', 'https://watch.example.com/events'], environment);
    const origin = await server.origin;

    const answer = await fetch(`${origin}/events`, { method: 'POST', body: '{}' });
    const page = await fetch(`${origin}/findings`, { redirect: 'manual' });
    await server.end();

    expect(answer.status).toBe(401);
    expect(page.status).not.toBe(200);
  });

  it.each([
    [['--host', '0.0.0.0'], 'Expected --url along with --host'],
    [['--port', '99999'], 'Expected --port between 0 and 65535, got 99999'],
    [['--url', 'watch.example.com'], 'Expected --url to be a whole address'],
  ])('refuses %j', async (argv, complaint) => {
    const { environment } = await demoCloud();

    const { code, err } = await said(['serve', ...argv], { environment });

    expect(code).toBe(2);
    expect(err).toContain(complaint);
  });

  it('says so when the port is taken', async () => {
    const { environment, cloud } = await demoCloud();
    const port = new URL(cloud.origin).port;

    const { code, err } = await said(['serve', '--port', port, '--database', await freshDatabase()], { environment });

    expect(code).toBe(2);
    expect(err).toBe(`Port ${port} is taken: choose another one with --port`);
  });
});

describe('ackwatch watch', { timeout: 60_000 }, () => {
  it('tells once what is new, here and to the group, and nothing the next time', async () => {
    const { world, prod, environment } = await demoCloud();
    const robot = await startRobot({});
    const params = { LoadBalancerId: prod.apiServer.loadBalancer, ListenerPort: '6443', Scheduler: 'wlc' };
    world.act(world.actors.user('alice'), { product: 'slb', action: 'SetLoadBalancerTCPListenerAttribute', params });
    const about = { environment: { ...environment, ACKWATCH_DINGTALK_WEBHOOK: robot.webhook } };
    const command = ['watch', '--once', '--database', await freshDatabase(), '--folder', aFolder()];

    const first = await said(command, about);
    const second = await said(command, about);

    await robot.stop();
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^CRITICAL R02 API server load balancer reconfigured: lb-\S+ of prod/u);
    expect(second.out).toBe('');
    expect(robot.messages).toHaveLength(1);
  });

  it('goes on until it is told to end, and says when there is nobody to tell', async () => {
    const { environment } = await demoCloud();
    const ending = new AbortController();

    const { code, err } = await said(['watch', '--database', await freshDatabase()], {
      environment,
      signal: ending.signal,
      onErr: (line) => line.startsWith('Watching') && setTimeout(() => ending.abort(), 50),
    });

    expect(code).toBe(0);
    expect(err).toContain('here alone: no robot and no mailbox is set');
  });
});
