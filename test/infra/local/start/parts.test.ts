import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rotating } from '../../../../infra/local/start/credentials.ts';
import { createFeed } from '../../../../infra/local/start/feed.ts';
import { readState, removeState, writeState } from '../../../../infra/local/start/local-state.ts';
import { createStops } from '../../../../infra/local/start/stops.ts';

const folder = mkdtempSync(join(tmpdir(), 'ackwatch-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a feed', () => {
  it('gives what arrived already, and what is yet to come', async () => {
    const feed = createFeed<string>();
    feed.push('early');

    const late = feed.first((item) => item === 'late', 5_000);
    feed.push('other');
    feed.push('late');

    expect(await feed.first((item) => item === 'early', 0)).toBe('early');
    expect(await late).toBe('late');
  });

  it('gives nothing when the time is over', async () => {
    expect(await createFeed<string>().first(() => true, 1)).toBeUndefined();
  });
});

describe('the stops of what was started', () => {
  it('come last first, and one that fails keeps no other from it', async () => {
    const order: string[] = [];
    const stops = createStops();
    stops.add(() => order.push('first'));
    stops.add(() => {
      throw new Error('gone already');
    });
    stops.add(() => order.push('last'));

    await Promise.all([stops.stop(), stops.stop()]);

    expect(order).toEqual(['last', 'first']);
  });

  it('end those that started when another did not', async () => {
    const order: string[] = [];
    const stops = createStops();
    const started = Promise.resolve({ stop: () => order.push('stopped') });

    await expect(stops.all([started, Promise.reject(new Error('port taken'))])).rejects.toThrow('port taken');
    await stops.stop();

    expect(order).toEqual(['stopped']);
  });

  it('end at once what starts after the end', async () => {
    const order: string[] = [];
    const stops = createStops();
    await stops.stop();

    stops.add(() => order.push('late'));

    await expect.poll(() => order).toEqual(['late']);
  });
});

describe('keys that rotate', () => {
  it('are renewed at half their life, and revoked at its end', () => {
    let now = 0;
    let serial = 0;
    const revoked: string[] = [];
    const issue = () => ({ accessKeyId: `k${++serial}`, accessKeySecret: 's', securityToken: 't' });
    const credentials = rotating(
      issue,
      ({ accessKeyId }) => revoked.push(accessKeyId),
      100,
      () => now,
    );

    const ids = [0, 49, 50, 99, 100].map((time) => {
      now = time;
      return [credentials().accessKeyId, ...revoked];
    });

    expect(ids).toEqual([['k1'], ['k1'], ['k2'], ['k2'], ['k3', 'k1']]);
  });
});

describe('the word that npm start leaves for npm run change', () => {
  const file = join(folder, 'state', 'start.json');
  const state = {
    pid: process.pid,
    endpoint: 'http://127.0.0.1:1',
    region: 'cn-hangzhou',
    signers: { alice: { accessKeyId: 'k', accessKeySecret: 's' } },
  };

  it('is for the same person only, and taken back at the end', () => {
    writeState(state, file);

    expect(readState(file)).toEqual(state);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    removeState(file);
    expect(readState(file)).toBeUndefined();
  });

  it('stays when another npm start has left its own', () => {
    writeState({ ...state, pid: 1 }, file);

    removeState(file);

    expect(readState(file)?.pid).toBe(1);
  });
});
