import { expect, it } from 'vitest';
import { readConfig } from '../shared/config.ts';
import { openWorld } from '../shared/open.ts';
import { memoryStore } from '../shared/store/memory.ts';
import type { Store } from '../shared/store/store.ts';

const NOW = new Date('2026-11-24T08:00:00Z');
const [OWN, OTHER] = ['1234567890123456', '1000000000000002'];
const KEYS = { accessKeyId: 'x', accessKeySecret: 'x' };

it.each([
  ['text', 'login with password=hunter2 please', 'login with password=*** please'],
  ['an object', { user: 'alice', Password: 'hunter2' }, '{"user":"alice","Password":"[redacted]"}'],
  ['broken JSON', '{"user":"alice","Password":"hunter2', '[redacted]'],
])('what is set aside as %s is kept without its secrets', async (_, raw, kept) => {
  const items: Parameters<Store['setAside']>[0][] = [];
  const setAside: Store['setAside'] = (item) => Promise.resolve(void items.push(item));
  const config = readConfig({ DATABASE_URL: 'postgres://in-memory' });
  const surroundings = { config, accountId: '1', region: 'cn-hangzhou', credentials: () => KEYS, log: () => undefined };
  const { world } = openWorld({ ...surroundings, now: () => NOW }, { ...memoryStore(), setAside });

  await world.setAside(raw, 'Expected JSON');

  expect(items).toEqual([{ raw: kept, reason: 'Expected JSON', at: NOW }]);
});

it('a file that serves several deployments names its own account among the members: it is none', () => {
  const config = readConfig({ DATABASE_URL: 'postgres://in-memory', ACKWATCH_ACCOUNTS: `${OWN},${OTHER}` });
  const surroundings = { config, accountId: OWN, region: 'cn-hangzhou', credentials: () => KEYS, log: () => undefined };

  const { members } = openWorld({ ...surroundings, now: () => NOW }, memoryStore());

  expect(members.map(({ accountId }) => accountId)).toEqual([OTHER]);
});
