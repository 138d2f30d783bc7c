import { describe, expect, it } from 'vitest';
import { except } from '../../shared/findings/except.ts';
import { recur } from '../../shared/findings/recur.ts';
import type { Automation, Suppression } from '../../shared/model/exception.ts';
import { aFinding, anOwnedListener } from '../support/finding.ts';

function aSuppression(about: Partial<Suppression> = {}): Suppression {
  return {
    id: 'S-1',
    what: { clusters: ['prod'] },
    why: 'moving the ingress',
    by: 'carol',
    from: new Date('2026-11-24T07:00:00Z'),
    until: new Date('2026-11-24T09:00:00Z'),
    ...about,
  };
}

function anAutomation(about: Partial<Automation> = {}): Automation {
  return {
    id: 'A-1',
    actor: { type: 'ram-user', name: 'Alice' },
    clusters: ['c1'],
    rows: ['R02', 'R40'],
    why: 'nightly deployment',
    by: 'carol',
    ...about,
  };
}

const suppressedBy = (suppression: Suppression, finding = aFinding()) =>
  except(finding, { suppressions: [suppression], automation: [] });
const declaredBy = (automation: Automation, finding = aFinding()) =>
  except(finding, { suppressions: [], automation: [automation] });

describe('a suppression', () => {
  it('makes what it covers silent, and says why, by whom and until when', () => {
    const finding = suppressedBy(aSuppression());

    expect(finding).toMatchObject({ isAlert: false, status: 'suppressed', suppressedBy: 'S-1' });
    expect(finding.notes).toEqual(['Suppressed (S-1) by carol until 2026-11-24T09:00:00.000Z: moving the ingress.']);
  });

  it('counts the time of the deed, not of its arrival', () => {
    const late = aFinding({ receivedAt: new Date('2026-11-24T12:00:00Z') });
    const after = aFinding({ eventTime: new Date('2026-11-24T09:00:00Z') });

    expect([late, after].map((finding) => suppressedBy(aSuppression(), finding).status)).toEqual(['suppressed', 'new']);
  });

  it.each([
    ['the account', { accounts: ['1234567890123456'] }],
    ['the cluster by its id', { clusters: ['c1'] }],
    ['the rule', { rules: ['cluster.api-server-forwarding-changed'] }],
    ['the row', { rows: ['R02'] }],
    ['the resource', { resources: ['lb-1/6443'] }],
    ['the whole of the resource', { resources: ['lb-1'] }],
    ['the actor', { actors: ['ALICE'] }],
    ['the operation', { operations: ['slb:setloadbalancertcplistenerattribute'] }],
  ])('may name %s', (_, what) => {
    expect(suppressedBy(aSuppression({ what })).isAlert).toBe(false);
  });

  it.each([
    ['another cluster', { clusters: ['c2'] }],
    ['a cluster of the same name in another account', { accounts: ['1000000000000002'], clusters: ['prod'] }],
    ['one of two criteria wrong', { clusters: ['c1'], actors: ['bob'] }],
    ['a resource whose name only begins alike', { resources: ['lb-1/64'] }],
  ])('leaves %s alone', (_, what) => {
    expect(suppressedBy(aSuppression({ what }))).toEqual(aFinding());
  });

  it('does not cover a finding that is about more than it names', () => {
    const finding = aFinding({
      rows: ['R02', 'R40'],
      rules: ['cluster.api-server-forwarding-changed', 'network.service-load-balancer-changed'],
      resources: [anOwnedListener(), anOwnedListener({ id: 'lb-2/80' })],
    });
    const narrow = [{ rows: ['R02'] }, { rules: ['cluster.api-server-forwarding-changed'] }, { resources: ['lb-1'] }];

    expect(narrow.map((what) => suppressedBy(aSuppression({ what }), finding).isAlert)).toEqual([true, true, true]);
  });

  it('leaves resolved what is resolved already', () => {
    const finding = suppressedBy(aSuppression(), aFinding({ status: 'resolved', isAlert: false }));

    expect(finding).toMatchObject({ status: 'resolved', suppressedBy: 'S-1' });
  });
});

describe('declared automation', () => {
  it('gives findings that alert nobody and need nothing to be put back', () => {
    const finding = declaredBy(anAutomation());

    expect(finding).toMatchObject({ isAlert: false, status: 'resolved', resolvedBy: 'A-1' });
    expect(finding.actor.standing).toBe('declared');
    expect(finding.notes).toEqual(['Declared automation (A-1): nightly deployment.']);
  });

  it('never silences what cannot be put back', () => {
    const finding = declaredBy(anAutomation(), aFinding({ restore: { possible: false } }));

    expect(finding).toMatchObject({ isAlert: true, status: 'new', actor: { standing: 'declared' } });
  });

  it.each([
    ['an actor of the same name in another account', aFinding(), { accounts: ['1000000000000002'] }],
    ['another actor', aFinding(), { actor: { type: 'ram-user', name: 'bob' } }],
    ['a role that is named like the user', aFinding(), { actor: { type: 'assumed-role', name: 'alice' } }],
    ['another cluster', aFinding(), { clusters: ['c2'] }],
    ['rows of which only some are declared', aFinding({ rows: ['R02', 'R12'] }), {}],
    ['a suspect', aFinding({ actor: { type: 'ram-user', name: 'alice', standing: 'suspect' } }), {}],
    [
      'the same name in another account',
      aFinding({ actor: { type: 'ram-user', name: 'alice', standing: 'outsider', accountId: '42' } }),
      {},
    ],
  ])('does not speak for %s', (_, finding, about) => {
    expect(declaredBy(anAutomation(about), finding)).toEqual(finding);
  });
});

describe('what happens again', () => {
  it('refers to the finding before it', () => {
    const resolvedAt = new Date('2026-11-20T09:00:00Z');
    const earlier = aFinding({
      id: 'F-0',
      eventTime: new Date('2026-11-20T08:00:00Z'),
      status: 'resolved',
      resolvedAt,
    });

    const finding = recur(aFinding(), earlier);

    expect(finding).toMatchObject({ earlier: 'F-0', status: 'new', isAlert: true });
    expect(finding.notes).toEqual([
      'The same happened before: finding F-0 of 2026-11-20T08:00:00.000Z, resolved 2026-11-20T09:00:00.000Z.',
    ]);
  });
});
