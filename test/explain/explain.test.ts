import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conditionWords } from '../../shared/explain/condition-words.ts';
import { tables } from '../../shared/operations/tables.ts';
import { aFolder, demoCloud } from '../cli/demo-cloud.ts';
import { said } from '../cli/said.ts';
import { freshDatabase, query } from '../support/database.ts';
import { anEnvelope } from '../support/event.ts';

/** A file that holds these events. */
function aFile(...events: readonly unknown[]): string {
  const file = join(aFolder(), 'events.json');
  writeFileSync(file, JSON.stringify(events));
  return file;
}

/** The lines of one step, its name taken off. */
function stepOf(out: string, name: string): string {
  const lines = out.split('\n');
  const from = lines.findIndex((line) => line.startsWith(name));
  const to = lines.findIndex((line, index) => index > from && /^\S/u.test(line) && !line.startsWith(name));
  return lines
    .slice(from, to < 0 ? undefined : to)
    .map((line) => line.slice(9))
    .join('\n');
}

describe('ackwatch explain', { timeout: 60_000 }, () => {
  it('walks a risky call through every step in words', async () => {
    const { prod, environment } = await demoCloud();
    const params = { LoadBalancerId: prod.apiServer.loadBalancer, ListenerPort: 6443 };

    const { code, out } = await said(['explain', aFile(anEnvelope({ requestParameters: params }))], { environment });

    expect(code).toBe(0);
    expect(stepOf(out, 'decode')).toContain(
      'Slb:SetLoadBalancerTCPListenerAttribute at 2026-11-24T08:00:00.000Z, success',
    );
    expect(stepOf(out, 'screen')).toContain('listener-changed of slb.listener, direct: ');
    expect(stepOf(out, 'own')).toContain('ram-user alice: it does not claim to be ACK');
    expect(stepOf(out, 'own')).toContain('prod as api-server-load-balancer (known from cs)');
    expect(stepOf(out, 'own')).toContain('seen from prod the actor is: outsider');
    expect(stepOf(out, 'judge')).toMatch(/cluster\.api-server-forwarding-changed \(R02\) on \S+: fires, critical/u);
    expect(stepOf(out, 'inspect')).toContain('before unknown');
    expect(stepOf(out, 'find')).toBe('Finding for prod: cluster.api-server-forwarding-changed, critical, alerts');
    expect(stepOf(out, 'record')).toBe('The database holds no decision on it.');
  });

  it('says by what trust ACK itself is believed', async () => {
    const { prod, environment } = await demoCloud();
    const event = anEnvelope({
      requestParameters: { LoadBalancerId: prod.web.loadBalancer, ListenerPort: 80 },
      userIdentity: {
        type: 'assumed-role',
        userName: 'aliyuncsmanagedkubernetesrole:ccm-1',
        accountId: '1234567890123456',
      },
    });

    const { out } = await said(['explain', aFile(event)], { environment });

    expect(stepOf(out, 'own')).toContain('the name of its role says that it is ACK');
    expect(stepOf(out, 'own')).toMatch(/its trust policy, read \S+, names cs\.aliyuncs\.com and nobody else/u);
    expect(stepOf(out, 'find')).toMatch(/^No finding: ack-itself\./u);
  });

  it('finds an event by its id in the trail, and afterwards in the database, with what was told of it', async () => {
    const { world, prod, environment } = await demoCloud();
    const database = await freshDatabase();
    const params = { LoadBalancerId: prod.apiServer.loadBalancer, ListenerPort: '6443', Scheduler: 'wlc' };
    world.act(world.actors.user('alice'), { product: 'slb', action: 'SetLoadBalancerTCPListenerAttribute', params });
    const id = world.trail.records().at(-1)?.eventId ?? '';
    const about = { environment: { ...environment, DATABASE_URL: database } };

    const before = await said(['explain', id], about);
    await said(['scan', '--services', 'Slb', '--database', database, '--folder', aFolder()], { environment });
    const after = await said(['explain', id], about);

    expect(stepOf(before.out, 'record')).toBe('The database holds no decision on it.');
    expect(stepOf(after.out, 'record')).toMatch(/^Decided as finding, received .*\n- finding [0-9a-f]{24}, new$/u);
  });

  it('writes nothing', async () => {
    const { prod, environment } = await demoCloud();
    const database = await freshDatabase();
    const about = { environment: { ...environment, DATABASE_URL: database } };
    const count = async (table: string) => (await query(database, `select count(*)::int as rows from ${table}`))[0];
    const event = anEnvelope({
      requestParameters: { LoadBalancerId: prod.apiServer.loadBalancer, ListenerPort: 6443 },
    });

    await said(['explain', aFile(event)], about);

    for (const table of ['decisions', 'findings', 'inventory', 'clusters', 'snapshots', 'notifications', 'trusts']) {
      expect([table, await count(table)]).toEqual([table, { rows: 0 }]);
    }
  });

  it('explains how a record is read without any account', async () => {
    const { code, out } = await said(['explain', aFile(anEnvelope(), { eventName: 1 }), '--offline']);

    expect(code).toBe(0);
    expect(out).toContain('Whose it is was not asked');
    expect(out).toContain('cluster.api-server-forwarding-changed (R02), critical: on api-server-load-balancer');
    expect(out).toContain('is set aside for a person');
    expect(out).not.toContain('The database');
  });

  it('says when the table knows the call and its parameters make it harmless', async () => {
    const event = anEnvelope({ eventName: 'NoSuchCall', requestParameters: {} });

    const { out } = await said(['explain', aFile(event), '--offline']);

    expect(stepOf(out, 'find')).toMatch(/^No finding: not-risky\./u);
  });

  it('lets no foreign text move the cursor', async () => {
    const userName = 'eve\u001B[2J\nfind     No finding';

    const { out } = await said([
      'explain',
      aFile(anEnvelope({ userIdentity: { type: 'ram-user', userName } })),
      '--offline',
    ]);

    expect(out).not.toContain('\u001B');
    expect(out.match(/^find/gmu)).toHaveLength(1);
  });

  it('says that there is no such event', async () => {
    const { environment } = await demoCloud();

    const { code, err } = await said(['explain', 'E-nowhere'], { environment });

    expect(code).toBe(1);
    expect(err).toBe('Neither a file nor the database nor the trail of the last 90 days has E-nowhere.');
  });
});

describe('a condition of the tables', () => {
  it('can be said in words, whichever it is', () => {
    const conditions = tables.flatMap(({ actions }) =>
      Object.values(actions).flatMap((touches) => touches.flatMap(({ when }) => (when === undefined ? [] : [when]))),
    );

    expect(conditions.length).toBeGreaterThan(20);
    for (const condition of conditions) expect(conditionWords(condition)).not.toMatch(/undefined|\[object/u);
  });

  it.each([
    [{ present: 'Acl' }, 'Acl is given'],
    [{ not: { equals: ['Force', 'true'] as const } }, 'not (Force is true)'],
    [
      { all: [{ oneOf: ['Kind', ['a', 'b']] as const }, { prefix: ['Id', 'i-'] as const }] },
      'Kind is one of a, b and Id begins with i-',
    ],
    [{ any: [{ present: 'A' }, { member: ['Tags', ['x']] as const }] }, '(A is given) or (Tags holds x)'],
  ])('%j reads as words', (condition, words) => {
    expect(conditionWords(condition)).toBe(words);
  });
});
