import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '../../shared/store/embedded.ts';
import { bundleFunctions } from '../bundle.ts';
import { startCloud } from '../local/cloud/server.ts';
import { demoAccount } from '../local/demo/account.ts';
import { RUNNER, startInstance } from './instance.ts';
import { startSlowRobot } from './robot.ts';

/** How long the cloud and the robot take to answer, in milliseconds. */
export const ANSWER_MS = 20;

/** Everything that an alert needs around it; each part answers after 20 ms. */
export async function openStage() {
  const folder = await mkdtemp(join(tmpdir(), 'ackwatch-bench-'));
  const demo = demoAccount();
  const cloud = await startCloud({ world: demo.world });
  const robot = await startSlowRobot(ANSWER_MS);
  await bundleFunctions('functions', join(folder, 'dist'));
  await bundleFunctions('infra/bench', join(folder, 'dist'), 'bare');
  await writeFile(join(folder, 'run.cjs'), RUNNER);
  await writeFile(join(folder, 'empty.cjs'), 'exports.handler = async () => ({});');
  const { accessKeyId, accessKeySecret, securityToken } = demo.watcher;
  const where = { accountId: demo.world.accountId, region: demo.world.region };
  const context = JSON.stringify({ ...where, accessKeyId, accessKeySecret, securityToken });
  const runner = [join(folder, 'run.cjs')];
  /** A new database with one sweep in it: what was told before is forgotten, and with it the robot's budget. */
  const prepare = async () => {
    const database = await startDatabase({ fast: true });
    const env = {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: database.url,
      ACKWATCH_ENDPOINT: cloud.origin,
      ACKWATCH_DINGTALK_WEBHOOK: robot.webhook,
    };
    const lift = cloud.faults.order({ kind: 'slow', latencyMs: 0 });
    const sweep = startInstance([...runner, join(folder, 'dist', 'sweep', 'index.js'), context], env);
    await sweep.ask('{}');
    await sweep.end();
    lift();
    cloud.faults.order({ kind: 'slow', latencyMs: ANSWER_MS });
    return {
      startActiontrail: () => startInstance([...runner, join(folder, 'dist', 'actiontrail', 'index.js'), context], env),
      startBare: () => startInstance([...runner, join(folder, 'dist', 'bare', 'index.js'), context], env),
      startEmpty: () => startInstance([...runner, join(folder, 'empty.cjs'), context], env),
      close: database.stop,
    };
  };
  const close = async (): Promise<void> => {
    await cloud.stop();
    await robot.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { demo, cloud, robot, prepare, close };
}
