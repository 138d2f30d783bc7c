import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cursor, goesOn, readCursor, removeCursor, writeCursor } from '../../shared/scan/cursor.ts';
import { streamsFrom } from '../../shared/scan/history.ts';
import { aFolder } from '../cli/demo-cloud.ts';

const SINCE = new Date('2026-11-17T08:00:00.000Z');
const END = new Date('2026-11-24T08:00:00.000Z');

function aCursor(about: Partial<Cursor> = {}): Cursor {
  const streams = streamsFrom(['cn-hangzhou'], ['Slb', 'Ecs'], END);
  return { accountId: '1234567890123456', since: SINCE, end: END, streams, findings: ['f-1'], ...about };
}

describe('the place where a scan was interrupted', () => {
  it('is read as it was written, and is gone once removed', async () => {
    const file = join(aFolder(), 'deep/scan.json');

    await writeCursor(file, aCursor());
    const read = await readCursor(file);
    await removeCursor(file);

    expect(read).toEqual(aCursor());
    expect(await readCursor(file)).toBeUndefined();
  });

  it('counts as none when the file holds something else', async () => {
    const file = join(aFolder(), 'scan.json');
    writeFileSync(file, '{"streams": 1}');

    expect(await readCursor(file)).toBeUndefined();
  });

  const later = (ms: number) => ({ since: new Date(SINCE.getTime() + ms), end: new Date(END.getTime() + ms) });

  it.each([
    ['as far back, a little later', later(60_000), true],
    ['back to the same day, a little later', { end: later(60_000).end }, true],
    ['further back', { since: new Date('2026-11-01') }, false],
    ['days later', later(2 * 86_400_000), false],
    ['of other services', { streams: streamsFrom(['cn-hangzhou'], ['Slb'], END) }, false],
    ['of another region', { streams: streamsFrom(['cn-beijing'], ['Slb', 'Ecs'], END) }, false],
    ['of another account', { accountId: '6543210987654321' }, false],
  ])('is for a scan %s: %j goes on: %s', (_, asked, expected) => {
    expect(goesOn(aCursor(), aCursor(asked))).toBe(expected);
  });
});
