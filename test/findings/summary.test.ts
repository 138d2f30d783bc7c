import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../shared/findings/summary.ts';
import { aFinding } from '../support/finding.ts';

describe('a finding as the handler answers it', () => {
  it('has the fields of the contract and no more', () => {
    expect(Object.keys(summaryOf(aFinding())).toSorted()).toEqual([
      'accountId',
      'actor',
      'cluster',
      'eventId',
      'eventTime',
      'id',
      'isAlert',
      'operation',
      'outcome',
      'receivedAt',
      'region',
      'resources',
      'rows',
      'rule',
      'severity',
      'status',
    ]);
  });

  it('tells how it was found, ended or silenced where that applies', () => {
    const finding = aFinding({ via: 'reconcile', earlier: 'F-0', suppressedBy: 'S-1', resolvedBy: 'ram-user bob' });

    expect(summaryOf(finding)).toMatchObject({
      via: 'reconcile',
      earlier: 'F-0',
      suppressedBy: 'S-1',
      resolvedBy: 'ram-user bob',
    });
  });
});
