import { beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../shared/model/decision.ts';
import type { Finding } from '../../shared/model/finding.ts';
import { findingId } from '../../shared/findings/find.ts';
import { openStore } from '../../shared/store/postgres.ts';
import { said } from '../cli/said.ts';
import { aRecording } from '../store/builders.ts';
import { emptyDatabase } from '../support/database.ts';
import { anEnvelope } from '../support/event.ts';
import { aFinding } from '../support/finding.ts';

const HERE = { accountId: '1234567890123456', region: 'cn-hangzhou' };
const CLUSTER = { ...HERE, id: 'c1', name: 'prod', type: 'ManagedKubernetes', state: 'running', podCidrs: [] };
const API_SERVER = {
  ...HERE,
  kind: 'slb.load-balancer',
  id: 'lb-1',
  clusterId: 'c1',
  role: 'api-server-load-balancer',
  facts: {},
  via: 'cs',
} as const;
const NOW = new Date();

let database: string;

beforeEach(async () => {
  database = await emptyDatabase();
});

/** Keeps one decision on a deletion of `lb-1`, its finding if it was one, and the inventory as it is today. */
async function kept(
  about: {
    decision?: Partial<Decision>;
    finding?: Partial<Finding>;
    record?: Record<string, unknown>;
    isOwned?: boolean;
  } = {},
) {
  const raw = anEnvelope({
    eventName: 'DeleteLoadBalancer',
    requestParameters: { LoadBalancerId: 'lb-1' },
    ...about.record,
  });
  const decision = { eventId: 'E-1', eventTime: NOW, operation: 'Slb:DeleteLoadBalancer', raw, ...about.decision };
  const finding = aFinding({
    id: findingId({ ...HERE, id: 'E-1' }, 'c1'),
    rule: 'cluster.api-server-load-balancer-deleted',
    rules: ['cluster.api-server-load-balancer-deleted'],
    rows: ['R03'],
    severity: 'critical',
    eventTime: NOW,
    resources: [API_SERVER],
    ...about.finding,
  });
  const store = openStore({ databaseUrl: database });
  const resources = about.isOwned === false ? [] : [API_SERVER];
  await store.saveInventory({ cluster: CLUSTER, collector: 'cs', resources, complete: true, at: NOW });
  await store.record(aRecording({ decision, findings: about.decision?.outcome === undefined ? [finding] : [] }));
  await store.close();
}

async function compared() {
  const { code, out } = await said(['compare', '--database', database, '--json']);
  return { code, ...(JSON.parse(out) as Record<string, unknown>) };
}

describe('ackwatch compare', () => {
  it('finds nothing otherwise where today’s rules say the same', async () => {
    await kept();

    expect(await compared()).toMatchObject({ code: 0, same: 1, otherwise: 0, differences: [] });
  });

  it('tells a finding that other rules would make', async () => {
    await kept({ finding: { rules: ['cluster.long-forgotten'], severity: 'low' } });

    expect(await compared()).toMatchObject({
      code: 1,
      otherwise: 1,
      differences: [
        {
          cluster: 'prod',
          stored: { rules: ['cluster.long-forgotten'], severity: 'low' },
          today: { rules: ['cluster.api-server-load-balancer-deleted'], severity: 'critical' },
        },
      ],
    });
  });

  it('tells a finding of which no table speaks any more', async () => {
    await kept({ record: { eventName: 'NoLongerKnown', requestParameters: {} } });

    expect(await compared()).toMatchObject({ code: 1, differences: [{ today: { rules: [] } }] });
  });

  it('tells a silence for want of an owner that is known by now', async () => {
    await kept({ decision: { outcome: 'not-owned' } });

    expect(await compared()).toMatchObject({
      differences: [
        { stored: { outcome: 'not-owned' }, today: { rules: ['cluster.api-server-load-balancer-deleted'] } },
      ],
    });
  });

  it('leaves a silence alone that still has no owner', async () => {
    await kept({ decision: { outcome: 'not-owned' }, isOwned: false });

    expect(await compared()).toMatchObject({ code: 0, same: 1 });
  });

  it('does not touch what the actor’s trust or the state decided', async () => {
    await kept({ decision: { outcome: 'ack-itself' } });

    expect(await compared()).toMatchObject({ code: 0, 'by-facts': 1, differences: [] });
  });

  it('grants what only the state could tell: that a changed rule let more in', async () => {
    await kept({
      record: {
        serviceName: 'Ecs',
        eventName: 'ModifySecurityGroupRule',
        requestParameters: { SecurityGroupId: 'sg-1', SecurityGroupRuleId: 'sgr-1', PortRange: '1/65535' },
      },
      finding: {
        rules: ['cluster.node-security-group-widened'],
        severity: 'medium',
        resources: [{ ...API_SERVER, kind: 'ecs.security-group', id: 'sg-1', role: 'node-security-group' }],
      },
    });

    expect(await compared()).toMatchObject({ same: 1, differences: [] });
  });

  it('prints then and today side by side', async () => {
    await kept({ finding: { rules: ['cluster.long-forgotten'], severity: 'low' } });

    const { out } = await said(['compare', '--database', database]);

    expect(out).toMatch(
      /prod +low: cluster\.long-forgotten +critical: cluster\.api-server-load-balancer-deleted +E-1/u,
    );
    expect(out).toContain('1 events would be decided otherwise, 0 the same; 0 were decided by facts, not by rules.');
  });
});
