import { describe, expect, it } from 'vitest';
import { said } from '../cli/said.ts';
import { aRecording } from '../store/builders.ts';
import { storeOn } from '../store/stores.ts';
import { emptyDatabase, query } from '../support/database.ts';

describe('ackwatch audit verify', () => {
  it('says that nothing disagrees, and what is not sealed yet', async () => {
    const url = await emptyDatabase();
    await storeOn(url).record(aRecording());

    const { code, out } = await said(['audit', 'verify', '--database', url]);

    expect({ code, out }).toEqual({
      code: 0,
      out: '0 seals, 1 entries\nNot yet sealed: 1 entries; the next sweep seals them\nNothing disagrees.',
    });
  });

  it('names what was changed, and ends with 1', async () => {
    const url = await emptyDatabase();
    await storeOn(url).record(aRecording());
    await query(url, `update decisions set outcome = 'ack-itself'`);

    const { code, out } = await said(['audit', 'verify', '--database', url]);

    expect(code).toBe(1);
    expect(out).toContain('CHANGED: the decision on 1234567890123456 cn-hangzhou E-1 is not what was written down');
  });

  it('knows no other action', async () => {
    const { code } = await said(['audit', 'repair']);

    expect(code).toBe(2);
  });
});
