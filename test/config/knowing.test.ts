import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadConfig, readConfig } from '../../shared/config.ts';

/** The configuration with this file. */
function configured(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'ackwatch-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'ackwatch.yaml');
  writeFileSync(path, text);
  return loadConfig({ ACKWATCH_CONFIG: path });
}

describe('what people declare in the file', () => {
  it('is read with its times and under an id that stays', async () => {
    const text = `
suppressions:
  - what: { clusters: [prod], rows: [R02, R40] }
    why: moving the ingress
    by: carol
    from: 2026-12-01T22:00:00+08:00
    until: 2026-12-02T02:00:00+08:00
automation:
  - actor: { type: ram-user, name: pipeline }
    clusters: [prod]
    rows: [R25]
    why: nightly scaling
    by: carol
`;

    const { exceptions } = await configured(text);

    expect(exceptions).toEqual({
      suppressions: [
        {
          id: expect.stringMatching(/^config-[0-9a-f]{8}$/u) as string,
          what: { clusters: ['prod'], rows: ['R02', 'R40'] },
          why: 'moving the ingress',
          by: 'carol',
          from: new Date('2026-12-01T14:00:00Z'),
          until: new Date('2026-12-01T18:00:00Z'),
        },
      ],
      automation: [
        {
          id: expect.stringMatching(/^config-[0-9a-f]{8}$/u) as string,
          actor: { type: 'ram-user', name: 'pipeline' },
          clusters: ['prod'],
          rows: ['R25'],
          why: 'nightly scaling',
          by: 'carol',
        },
      ],
    });
    expect((await configured(text)).exceptions).toEqual(exceptions);
  });

  it.each([
    [
      'a suppression without an end',
      'suppressions: [{ what: { rows: [R02] }, why: x, by: y }]',
      'suppressions.0.until',
    ],
    [
      'a suppression of everything',
      'suppressions: [{ what: {}, why: x, by: y, until: 2026-12-01T00:00:00Z }]',
      'suppressions.0.what: Expected at least one of',
    ],
    [
      'an end that comes before the beginning',
      'suppressions: [{ what: { rows: [R02] }, why: x, by: y, from: 2026-12-02T00:00:00Z, until: 2026-12-01T00:00:00Z }]',
      'Expected until to be after from',
    ],
    [
      'a time without a zone',
      'suppressions: [{ what: { rows: [R02] }, why: x, by: y, until: 2026-12-01 }]',
      'Expected a time with its zone',
    ],
    [
      'automation for no row',
      'automation: [{ actor: { type: ram-user, name: x }, clusters: [c1], rows: [], why: x, by: y }]',
      'automation.0.rows',
    ],
    ['a misspelt key', 'heartbeat: { enabeld: false }', 'heartbeat.enabeld: unknown'],
  ])('may not be %s', async (_, text, complaint) => {
    await expect(configured(text)).rejects.toThrow(complaint);
  });
});

describe('what is known without being said', () => {
  it('is a daily message at nine, an inventory every half hour, an audit of 400 days, and names that begin alike', () => {
    expect(readConfig({ ACKWATCH_TIMEZONE: 'Asia/Tokyo' })).toMatchObject({
      heartbeat: { at: '09:00', timeZone: 'Asia/Tokyo' },
      inventoryEveryMinutes: 30,
      auditKeepDays: 400,
      watcherNames: ['ackwatch*'],
    });
  });

  it('can be said otherwise, and the daily message switched off', async () => {
    const config = await configured(`
heartbeat: { enabled: false }
reconcile: { inventoryEveryMinutes: 60 }
audit: { keepDays: 90 }
watcher: { names: [security-watch] }
`);

    expect(config).toMatchObject({
      heartbeat: undefined,
      inventoryEveryMinutes: 60,
      auditKeepDays: 90,
      watcherNames: ['security-watch'],
    });
  });
});
