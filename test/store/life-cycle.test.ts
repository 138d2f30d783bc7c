import { describe, expect, it, onTestFinished } from 'vitest';
import type { Finding } from '../../shared/model/finding.ts';
import { openReviewStore } from '../../shared/store/postgres/review/open.ts';
import { emptyDatabase } from '../support/database.ts';
import { aFinding } from '../support/finding.ts';
import { ACCOUNT, LB, aRecording, aSnapshot, anOwned, at } from './builders.ts';
import { storeOn } from './stores.ts';

const COMPARISON = { resource: LB, aspect: 'configuration', changes: [], unknown: [] };

/** A finding on a load balancer that had one state before it and has another since. */
async function aChangedBalancer(about: Partial<Finding> = {}) {
  const url = await emptyDatabase();
  const store = storeOn(url);
  const review = openReviewStore({ databaseUrl: url });
  onTestFinished(() => review.close());
  await store.saveSnapshots([aSnapshot()]);
  const finding = aFinding({
    id: 'F-1',
    eventTime: at('07:30'),
    resources: [anOwned(LB)],
    comparisons: [COMPARISON],
    ...about,
  });
  await store.record(
    aRecording({ findings: [finding], snapshots: [aSnapshot({ observedAt: at('08:00'), hash: 'h2' })] }),
  );
  return { store, review };
}

describe('a change that a reviewer accepts', () => {
  it('is how things should be from then on, and resolved by that person', async () => {
    const { store, review } = await aChangedBalancer();

    await review.review('F-1', 'carol', { action: 'accept', text: 'as agreed' });

    expect([...(await store.baselines(ACCOUNT, [LB])).values()].map(({ hash }) => hash)).toEqual(['h2']);
    expect(await store.finding('F-1')).toMatchObject({ status: 'resolved', resolvedBy: 'carol' });
  });

  it('can be opened again', async () => {
    const { store, review } = await aChangedBalancer();
    await review.review('F-1', 'carol', { action: 'accept', text: 'as agreed' });

    await review.review('F-1', 'dave', { action: 'reopen', text: 'not as agreed' });

    const { status, resolvedAt, resolvedBy } = (await store.finding('F-1')) ?? {};
    expect({ status, resolvedAt, resolvedBy }).toEqual({ status: 'in-progress' });
  });
});

describe('a finding that a reviewer suppresses', () => {
  it('makes those alike silent until then', async () => {
    const { store, review } = await aChangedBalancer();
    const until = new Date(Date.now() + 3_600_000);

    await review.review('F-1', 'carol', { action: 'suppress', until, text: 'migration' });

    expect((await store.finding('F-1'))?.status).toBe('suppressed');
    expect((await store.exceptions(ACCOUNT)).suppressions).toMatchObject([
      {
        what: {
          clusters: ['c1'],
          rules: ['cluster.api-server-forwarding-changed'],
          resources: ['lb-1'],
          actors: ['alice'],
        },
        by: 'carol',
        why: 'migration',
        until,
      },
    ]);
  });

  it('changes nothing about one that is resolved', async () => {
    const { store, review } = await aChangedBalancer({ status: 'resolved' });

    await review.review('F-1', 'carol', { action: 'suppress', until: new Date(Date.now() + 3_600_000), text: 'x' });

    expect((await store.exceptions(ACCOUNT)).suppressions).toEqual([]);
    expect((await store.finding('F-1'))?.status).toBe('resolved');
  });
});
