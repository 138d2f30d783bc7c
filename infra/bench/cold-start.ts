import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleFunctions } from '../bundle.ts';
import { startDatabase } from '../../shared/store/embedded.ts';
import { openStore } from '../../shared/store/postgres.ts';
import { anEvent } from './events.ts';
import { median, paired, ratio, table } from './paired.ts';

const ROUNDS = 15;

/** Loads a bundle, initialises it, hands it one event and tells how much memory that took at its peak, in KiB. */
const RUNNER = `
const bundle = require(process.argv[2]);
const context = { accountId: '1234567890123456', region: 'cn-hangzhou', credentials: { accessKeyId: 'x', accessKeySecret: 'y' } };
(async () => {
  await bundle.initialize?.(context);
  const answer = await bundle.handler(Buffer.from(process.argv[3]), context);
  // Not resourceUsage(): its peak is inherited from the parent that forked this process.
  const [, peak] = /VmHWM:\\s+(\\d+)/.exec(require('node:fs').readFileSync('/proc/self/status', 'utf8'));
  process.stderr.write(JSON.stringify({ peak: Number(peak), answer }));
  process.exit(0);
})();
`;

interface Figures {
  readonly ms: number;
  readonly peak: number;
}

/** Process start to decision, against a process with an empty handler; with the database where the decision needs it. */
export async function coldStart(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ackwatch-bench-'));
  const database = await startDatabase({ fast: true });
  try {
    await bundleFunctions('functions', join(folder, 'dist'));
    const runner = join(folder, 'run.cjs');
    await writeFile(runner, RUNNER);
    const empty = join(folder, 'empty.cjs');
    await writeFile(empty, 'exports.initialize = async () => {}; exports.handler = async () => ({});');
    await seed(database.url);
    const bundle = resolve(folder, 'dist', 'actiontrail', 'index.js');
    let count = 0;
    const run = (reason: string, service: string, action: string, params: object, identity?: object) => () =>
      runOnce(
        [runner, bundle, anEvent(`E-${count++}`, service, action, { ...params }, { ...identity })],
        database.url,
        reason,
      );
    const alice = { type: 'ram-user', userName: 'alice' };
    const ack = { type: 'assumed-role', userName: 'aliyuncsmanagedkubernetesrole:ccm' };
    const figures = await paired(ROUNDS, {
      empty: () => runOnce([runner, empty, '{}'], database.url, undefined),
      'not-risky': run('not-risky', 'Rds', 'ModifyDBInstance', {}, alice),
      'ack-itself': run('ack-itself', 'Slb', 'AddVServerGroupBackendServers', { VServerGroupId: 'rsp-1' }, ack),
      'not-owned': run('not-owned', 'Ecs', 'DeleteInstance', { InstanceId: 'i-other' }, alice),
    });
    const rows = Object.entries(figures).map(([name, taken]) => [
      name === 'empty' ? 'an empty handler' : `\`${name}\``,
      `${Math.round(median(taken.map(({ ms }) => ms)))} ms`,
      ratio(times(taken), times(figures.empty)).toFixed(2),
      `${Math.round(median(taken.map(({ peak }) => peak)) / 1_024)} MiB`,
      ratio(peaks(taken), peaks(figures.empty)).toFixed(2),
    ]);
    const caption = `Cold start, process start to decision, medians of ${ROUNDS} paired rounds (all but \`not-risky\` ask the database):`;
    return [caption, '', table(['decision', 'wall time', 'of empty', 'peak memory', 'of empty'], rows)].join('\n');
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One cluster, one verified role and one id that nobody owns: a warm inventory. */
async function seed(databaseUrl: string): Promise<void> {
  const store = openStore({ databaseUrl, migrate: true });
  const at = new Date();
  const where = { accountId: '1234567890123456', region: 'cn-hangzhou' };
  const cluster = { ...where, id: 'c1', name: 'prod', type: 'ManagedKubernetes', state: 'running', podCidrs: [] };
  await store.saveInventory({ cluster, collector: 'cs', resources: [], complete: true, at });
  const services = ['cs.aliyuncs.com'];
  const roleName = 'aliyuncsmanagedkubernetesrole';
  await store.saveTrust({ accountId: where.accountId, roleName, services, onlyServices: true, verifiedAt: at });
  await store.rememberUnowned(where.accountId, ['i-other'], new Date(at.getTime() + 3_600_000));
  await store.close();
}

function runOnce(argv: readonly string[], databaseUrl: string, reason: string | undefined): Promise<Figures> {
  return new Promise((done, failed) => {
    const start = performance.now();
    const env = { PATH: process.env['PATH'] ?? '', DATABASE_URL: databaseUrl };
    const child = spawn(process.execPath, [...argv], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', failed);
    child.once('exit', (code) => {
      const ms = performance.now() - start;
      const expected = reason === undefined ? '' : `"reason":"${reason}"`;
      if (code !== 0 || !said.includes(expected)) failed(new Error(`Expected ${expected}, got exit ${code}: ${said}`));
      else done({ ms, peak: Number(/"peak":(\d+)/u.exec(said)?.[1]) });
    });
  });
}

const times = (taken: readonly Figures[]): readonly number[] => taken.map(({ ms }) => ms);
const peaks = (taken: readonly Figures[]): readonly number[] => taken.map(({ peak }) => peak);
