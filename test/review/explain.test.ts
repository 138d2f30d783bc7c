import { beforeAll, describe, expect, it } from 'vitest';
import type { Cloud } from '../../shared/cloud/cloud.ts';
import { CloudError } from '../../shared/errors.ts';
import { explain } from '../../shared/review/explain.ts';
import { openReviewStore } from '../../shared/store/postgres/review/open.ts';
import { createDatabase, query } from '../support/database.ts';
import { fillAccount, NOW } from './support/account.ts';

const REGIONS = ['cn-beijing', 'cn-hangzhou'];

/** A record as the trail tells it; name only what the test is about. */
function aRecord(about: Readonly<Record<string, unknown>> = {}) {
  return {
    eventId: 'E-9',
    eventName: 'SetLoadBalancerTCPListenerAttribute',
    serviceName: 'Slb',
    acsRegion: 'cn-hangzhou',
    eventTime: '2026-11-24T08:00:00Z',
    recipientAccountId: '1234567890123456',
    userIdentity: { type: 'ram-user', userName: 'alice' },
    requestParameters: { LoadBalancerId: 'lb-1', ListenerPort: 6443 },
    ...about,
  };
}

let url: string;
beforeAll(async () => {
  const database = await createDatabase();
  url = database.url;
  await fillAccount(url, { earlier: 0 });
  return database.drop;
});

/** What explaining makes of a trail that answers so, for each region. */
async function explained(answers: Readonly<Record<string, unknown>>) {
  const store = openReviewStore({ databaseUrl: url });
  const asked: unknown[] = [];
  const cloud: Cloud = {
    call: ({ action, region, params }) => {
      asked.push({ action, region, event: params['LookupAttribute'] });
      const answer = answers[region];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ Events: answer ? [answer] : [] });
    },
  };
  const before = await counts();
  const explanation = await explain('E-9', { cloud, regions: REGIONS, store, now: () => NOW });
  const after = await counts();
  await store.close();
  return { explanation, asked, hasWritten: JSON.stringify(before) !== JSON.stringify(after) };
}

function counts() {
  return query(
    url,
    'select (select count(*) from decisions), (select count(*) from inventory), (select count(*) from trusts)',
  );
}

describe('explaining an event of which nothing is kept', () => {
  it('asks the trail of each region by the event’s id, and writes nothing', async () => {
    const { explanation, asked, hasWritten } = await explained({});

    expect(explanation).toEqual({ found: 'nowhere' });
    expect(asked).toEqual(
      REGIONS.map((region) => ({ action: 'LookupEvents', region, event: [{ Key: 'EventId', Value: 'E-9' }] })),
    );
    expect(hasWritten).toBe(false);
  });

  it.each([
    [{ eventName: 'DescribeInstances', serviceName: 'Ecs' }, 'not-risky'],
    [{ eventName: 'ModifyDBInstance', serviceName: 'Rds' }, 'not-risky'],
    [
      { eventName: 'DeleteInstance', serviceName: 'Ecs', requestParameters: { InstanceId: 'i-1', DryRun: true } },
      'dry-run',
    ],
    [{ requestParameters: { LoadBalancerId: 'lb-elsewhere', ListenerPort: 6443 } }, 'not-owned'],
    [
      {
        eventName: 'SetLoadBalancerDeleteProtection',
        requestParameters: { LoadBalancerId: 'lb-1', DeleteProtection: 'on' },
      },
      'not-risky',
    ],
  ])('tells why it was silent: %j is %s', async (about, reason) => {
    const { explanation } = await explained({ 'cn-hangzhou': aRecord(about) });

    expect(explanation).toMatchObject({ found: 'event', silence: { reason } });
  });

  it('says of one that rules speak of that it will be decided, and whose resources it touches', async () => {
    const { explanation, hasWritten } = await explained({ 'cn-hangzhou': aRecord() });

    expect(explanation).not.toHaveProperty('silence');
    expect(explanation).toMatchObject({
      found: 'event',
      touches: [{ effect: 'listener-changed', owners: [{ clusterId: 'c1', role: 'api-server-load-balancer' }] }],
    });
    expect(hasWritten).toBe(false);
  });

  it('shows no secret of the record', async () => {
    const record = aRecord({ requestParameters: { LoadBalancerId: 'lb-1', Password: 'hunter2' } });

    const { explanation } = await explained({ 'cn-hangzhou': record });

    expect(JSON.stringify('raw' in explanation ? explanation.raw : '')).not.toContain('hunter2');
  });

  it('keeps "could not ask" apart from "there is none"', async () => {
    const { explanation } = await explained({
      'cn-beijing': new CloudError('Timeout', 'LookupEvents did not answer in time'),
    });

    expect(explanation).toEqual({ found: 'unknown', problem: 'LookupEvents did not answer in time' });
  });

  it('says of a record that it cannot be read', async () => {
    const { explanation } = await explained({ 'cn-hangzhou': aRecord({ eventTime: 'yesterday' }) });

    expect(explanation).toMatchObject({ found: 'unreadable', problem: expect.stringContaining('eventTime') as string });
  });
});
