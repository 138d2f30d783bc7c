import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { startGroups } from '../../../../infra/local/start/groups.ts';
import { loadConfig } from '../../../../shared/config.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function someGroups(teams: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'ackwatch-groups-'));
  const groups = await startGroups({ teams, folder, onMessage: () => undefined });
  cleanups.push(groups.stop, () => rmSync(folder, { recursive: true, force: true }));
  return { groups, config: await loadConfig(groups.environment) };
}

const addressesOf = ({ channels }: Awaited<ReturnType<typeof someGroups>>['config']) =>
  channels.map((channel) => ('webhook' in channel ? channel.webhook : ''));

it('is one group that hears everything, when there are no teams', async () => {
  const { groups, config } = await someGroups([]);

  expect(addressesOf(config)).toEqual(groups.robots.map(({ webhook }) => webhook));
  expect(config.routes).toEqual([{ when: {}, to: ['dingtalk'] }]);
});

it('is a group for each team, which hears of its cluster', async () => {
  const { groups, config } = await someGroups(['prod', 'edge']);

  expect(addressesOf(config)).toEqual(groups.robots.map(({ webhook }) => webhook));
  expect(config.routes).toMatchObject([
    { when: { clusters: ['prod'] }, to: ['prod-team'] },
    { when: { clusters: ['edge'] }, to: ['edge-team'] },
  ]);
});
