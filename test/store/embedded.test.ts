import { execFile, spawn } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type LocalDatabase, startDatabase } from '../../shared/store/embedded.ts';
import { query } from '../support/database.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ackwatch-test-'));
  await promisify(execFile)('chmod', ['755', folder]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the embedded database', () => {
  it('keeps its data in its folder from one start to the next', async () => {
    const first = await started();
    await query(first.url, 'create table kept as select 7 as number');
    await first.stop();

    const second = await started();

    expect(await query(second.url, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  it('is joined by a second start on the same folder, which does not end it', async () => {
    const owner = await started();

    const guest = await started();
    await guest.stop();

    expect(guest.url).toBe(owner.url);
    expect(await query(owner.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts over a file that a killed server left and whose process id another program has by now', async () => {
    await (await started()).stop();
    const left = `${process.ppid}\n${folder}/db/data\n1\n5999\n\n127.0.0.1\n  0 0\nready   \n`;
    await writeFile(join(folder, 'db/data/postmaster.pid'), left);

    const database = await started();

    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('ends with the process that started it, even by a kill', async () => {
    const script = `
      import { startDatabase } from './shared/store/embedded.ts';
      console.log((await startDatabase({ folder: process.env.FOLDER })).url);
      setInterval(() => undefined, 1_000);`;
    const env = { ...process.env, FOLDER: join(folder, 'db') };
    const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { env });
    const url = await new Promise<string>((resolve) =>
      holder.stdout.once('data', (text) => resolve(String(text).trim())),
    );
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);

    holder.kill('SIGKILL');
    await expect
      .poll(() => access(join(folder, 'db/data/postmaster.pid')).catch(() => 'gone'), { timeout: 5_000 })
      .toBe('gone');

    await expect(query(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('runs twice side by side, each in a folder that goes with it', async () => {
    const both = await Promise.all([startDatabase({ fast: true }), startDatabase({ fast: true })]);
    const folders = await Promise.all(both.map(async ({ url }) => dataFolder(url)));

    await Promise.all(both.map(({ stop }) => stop()));

    expect(new Set(folders).size).toBe(2);
    for (const data of folders) await expect(readFile(join(data, 'PG_VERSION'))).rejects.toThrow('ENOENT');
  });
});

async function started(): Promise<LocalDatabase> {
  const database = await startDatabase({ folder: join(folder, 'db') });
  onTestFinished(() => database.stop());
  return database;
}

async function dataFolder(url: string): Promise<string> {
  const [row] = await query(url, 'show data_directory');
  return String(row?.['data_directory']);
}
