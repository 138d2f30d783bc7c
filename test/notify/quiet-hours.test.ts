import { describe, expect, it } from 'vitest';
import { quietUntil } from '../../shared/notify/quiet-hours.ts';

const NIGHT = { from: '22:00', until: '08:00', timeZone: 'Asia/Shanghai' };
const inShanghai = (time: string) => new Date(`2026-11-24T${time}+08:00`);

describe('quiet hours', () => {
  it.each([
    ['before they begin', '21:59:59', undefined],
    ['when they begin', '22:00:00', '2026-11-25T08:00:00+08:00'],
    ['at midnight', '00:00:00', '2026-11-24T08:00:00+08:00'],
    ['in the last minute', '07:59:30', '2026-11-24T08:00:00+08:00'],
    ['when they are over', '08:00:00', undefined],
  ])('end in the morning: asked %s', (_, time, expected) => {
    expect(quietUntil(NIGHT, inShanghai(time))).toEqual(expected === undefined ? undefined : new Date(expected));
  });

  it('are those of their own place, not of the machine', () => {
    const noon = { from: '12:00', until: '13:00', timeZone: 'America/New_York' };

    expect(quietUntil(noon, new Date('2026-11-24T17:30:00Z'))).toEqual(new Date('2026-11-24T18:00:00Z'));
    expect(quietUntil(noon, new Date('2026-11-24T12:30:00Z'))).toBeUndefined();
  });

  it('are none when they begin and end at the same time', () => {
    expect(quietUntil({ ...NIGHT, from: '08:00' }, inShanghai('08:00:00'))).toBeUndefined();
  });
});
