import { describe, expect, it } from 'vitest';
import { notificationsFor } from '../../shared/notify/route.ts';
import { aFinding } from '../support/finding.ts';

const CHANNELS = [{ id: 'dingtalk' }, { id: 'email' }];

describe('who hears of a finding', () => {
  it('is every channel, if it is an alert', () => {
    const notifications = notificationsFor(aFinding(), CHANNELS);

    expect(notifications.map(({ channel }) => channel)).toEqual(['dingtalk', 'email']);
    expect(notifications[0]).toMatchObject({
      findingId: 'f0e1d2c3b4a5968778695a4b',
      accountId: '1234567890123456',
      region: 'cn-hangzhou',
    });
  });

  it('is nobody, if it is none', () => {
    expect(notificationsFor(aFinding({ isAlert: false }), CHANNELS)).toEqual([]);
  });

  it('is named the same every time, and differently for each finding and channel', () => {
    const ids = [aFinding(), aFinding(), aFinding({ id: 'other' })].map((finding) =>
      notificationsFor(finding, CHANNELS).map(({ id }) => id),
    );

    expect(ids[0]).toEqual(ids[1]);
    expect(new Set(ids.flat()).size).toBe(4);
    expect(ids.flat().every((id) => /^[0-9a-f]{24}$/u.test(id))).toBe(true);
  });
});
