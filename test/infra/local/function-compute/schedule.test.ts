import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../../infra/local/function-compute/schedule.ts';

const NOW = '2026-11-24T08:10:30Z'; // a Tuesday

describe('a timer expression', () => {
  it.each([
    ['@every 60m', NOW, '2026-11-24T09:10:30Z'],
    ['@every 30s', NOW, '2026-11-24T08:11:00Z'],
    ['@every 2h', NOW, '2026-11-24T10:10:30Z'],
    ['0 */10 * * * *', NOW, '2026-11-24T08:20:00Z'],
    ['30 10 8 * * *', NOW, '2026-11-25T08:10:30Z'],
    ['0 0 4 * * *', NOW, '2026-11-25T04:00:00Z'],
    ['CRON_TZ=Asia/Shanghai 0 0 4 * * *', NOW, '2026-11-24T20:00:00Z'],
    ['CRON_TZ=Asia/Kolkata 0 15 9 * * *', NOW, '2026-11-25T03:45:00Z'],
    ['0 0 0 ? * MON-FRI', '2026-11-27T12:00:00Z', '2026-11-30T00:00:00Z'],
    ['0 0 0 ? * 7', NOW, '2026-11-29T00:00:00Z'],
    ['0 0 0 1,15 * *', NOW, '2026-12-01T00:00:00Z'],
    ['0 0 0 1 * MON', NOW, '2026-11-30T00:00:00Z'],
    ['0 0 0 29 FEB *', NOW, '2028-02-29T00:00:00Z'],
    ['5/20 * * * * *', NOW, '2026-11-24T08:10:45Z'],
  ])('%s after %s is %s', (expression, after, expected) => {
    expect(readSchedule(expression)(new Date(after))).toEqual(new Date(expected));
  });

  it.each([
    '',
    '@every 0m',
    '@every',
    '* * * * *',
    '60 * * * * *',
    '0 0 0 * FOO *',
    '0 */0 * * * *',
    'CRON_TZ=No/Where 0 0 0 * * *',
  ])('refuses "%s"', (expression) => {
    expect(() => readSchedule(expression)).toThrow(/Expected|Invalid time zone/u);
  });
});
