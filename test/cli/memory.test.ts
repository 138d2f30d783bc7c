import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../shared/store/postgres.ts';
import { at, aRecording } from '../store/builders.ts';
import { emptyDatabase } from '../support/database.ts';
import { aFinding } from '../support/finding.ts';
import { said } from './said.ts';

const CLUSTER = {
  accountId: '1234567890123456',
  region: 'cn-hangzhou',
  id: 'c1',
  name: 'prod',
  type: 'ManagedKubernetes',
  state: 'running',
  podCidrs: [],
};
const NODE = {
  ...CLUSTER,
  kind: 'ecs.instance',
  id: 'i-1',
  clusterId: 'c1',
  role: 'node',
  name: 'worker',
  facts: {},
  via: 'cs',
} as const;

describe('what ackwatch remembers', () => {
  let database: string;

  beforeAll(async () => {
    database = await emptyDatabase();
    const store = openStore({ databaseUrl: database });
    await store.saveInventory({
      cluster: CLUSTER,
      collector: 'cs',
      resources: [NODE],
      complete: true,
      at: at('07:00'),
    });
    for (const [index, severity] of (['critical', 'high', 'low'] as const).entries()) {
      const eventId = `E-${index}`;
      const finding = aFinding({
        id: `finding-${index}`,
        eventId,
        severity,
        eventTime: at(`08:0${index}`),
        actor: { type: 'ram-user', name: index === 0 ? '=cmd()' : 'alice', standing: 'outsider' },
      });
      await store.record(aRecording({ decision: { eventId, eventTime: at(`08:0${index}`) }, findings: [finding] }));
    }
    await store.close();
  });

  const ask = (...argv: readonly string[]) => said([...argv, '--database', database]);

  it('is listed as findings, the newest first', async () => {
    const { code, out } = await ask('findings');

    expect(code).toBe(0);
    expect(out.match(/finding-\d/gu)).toEqual(['finding-2', 'finding-1', 'finding-0']);
  });

  it('is narrowed by severity, cluster and time', async () => {
    const { out } = await ask(
      'findings',
      '--severity',
      'critical,high',
      '--cluster',
      'prod',
      '--order',
      'severity',
      '--json',
    );
    const none = await ask('findings', '--until', '2026-11-01');

    expect(JSON.parse(out)).toMatchObject([{ id: 'finding-0' }, { id: 'finding-1' }]);
    expect(none.out).toBe('No finding.');
  });

  it('says that there is more than was asked for', async () => {
    const { out, err } = await ask('findings', '--limit', '1');

    expect(out.match(/finding-\d/gu)).toEqual(['finding-2']);
    expect(err).toContain('There are more');
  });

  it.each([
    [
      ['findings', '--severity', 'grave'],
      'Expected --severity out of informational, low, medium, high, critical, got grave',
    ],
    [['findings', '--cluster', 'nope'], 'Expected the id or name of a cluster, got nope. Known: prod'],
    [['findings', '--limit', '0'], 'Expected --limit between 1 and 500, got 0'],
    [['inventory', '--role', 'node'], 'Expected --cluster along with --role'],
    [['inventory', '--cluster', 'prod', '--role', 'king'], 'Expected a role out of node, got king'],
  ])('refuses %j', async (argv, complaint) => {
    const { code, err } = await ask(...argv);

    expect(code).toBe(2);
    expect(err).toBe(complaint);
  });

  it('tells one finding whole', async () => {
    const { code, out } = await ask('findings', 'finding-1', '--language', 'zh');

    expect(code).toBe(0);
    expect(out).toContain('aliyun slb SetLoadBalancerTCPListenerAttribute');
    expect(out).toContain('finding-1');
  });

  it('says that there is no such finding', async () => {
    const { code, err } = await ask('findings', 'nope');

    expect(code).toBe(1);
    expect(err).toBe('There is no finding nope.');
  });

  it('is exported as one JSON object a line', async () => {
    const { out } = await ask('export');

    expect(out.split('\n').map((line) => (JSON.parse(line) as { id: string }).id)).toEqual([
      'finding-2',
      'finding-1',
      'finding-0',
    ]);
  });

  it('is exported as CSV in which no cell is a formula', async () => {
    const { out } = await ask('export', '--format', 'csv', '--severity', 'critical');

    const [head, row] = out.split('\n');
    expect(head).toMatch(/^id,eventTime,severity,rows/u);
    expect(row).toMatch(/^finding-0,2026-11-20T08:00:00.000Z,critical,R02/u);
    expect(row).toContain(",'=cmd(),");
  });

  it('is exported as decisions with the reason of each', async () => {
    const { out } = await ask('export', '--what', 'decisions', '--format', 'csv');

    expect(out.split('\n')).toHaveLength(4);
    expect(out).toContain('fires for prod');
  });

  it('says whose a resource is', async () => {
    const { code, out } = await ask('inventory', '--resource', 'i-1');

    expect(code).toBe(0);
    expect(out).toMatch(/prod +node +ecs\.instance +i-1 +worker +cs/u);
  });

  it('says that a resource is nobody’s, as far as it knows', async () => {
    const { code, out } = await ask('inventory', '--resource', 'i-2');

    expect(code).toBe(1);
    expect(out).toContain('no cluster owns i-2');
  });

  it('lists clusters, what is known of one, and its resources in a role', async () => {
    const all = await ask('inventory');
    const one = await ask('inventory', '--cluster', 'prod');
    const nodes = await ask('inventory', '--cluster', 'c1', '--role', 'node', '--json');

    expect(all.out).toMatch(/prod +c1 +ManagedKubernetes +cn-hangzhou +running +1 +0/u);
    expect(one.out).toMatch(/from cs +1/u);
    expect(one.out).toMatch(/as node +1/u);
    expect(JSON.parse(nodes.out)).toMatchObject([{ id: 'i-1', role: 'node' }]);
  });
});

describe('a database that cannot be used', () => {
  it.each([
    ['findings', '--database', 'postgres://nobody@127.0.0.1:9/none'],
    ['inventory', '--database', 'postgres://nobody@127.0.0.1:9/none'],
  ])('makes %s end with 3', async (...argv) => {
    const { code, err } = await said(argv);

    expect(code).toBe(3);
    expect(err).not.toBe('');
  });

  it('is refused when it is no address of one', async () => {
    const { code, err } = await said(['findings', '--database', 'mysql://x']);

    expect(code).toBe(2);
    expect(err).toBe('Expected --database to be embedded or begin with postgres://');
  });
});
