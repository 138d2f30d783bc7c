import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunctions } from '../../bundle.ts';
import { startCloud } from '../../local/cloud/server.ts';
import { RUNNER, startInstance } from '../instance.ts';
import { startSlowRobot } from '../robot.ts';
import { scaleAccount } from './account.ts';
import { startCountingDatabase } from './database.ts';

/** How long the cloud and the robot take to answer, in milliseconds. */
export const ANSWER_MS = 20;

/** The functions as they are uploaded, and what runs them. */
export async function buildFunctions() {
  const folder = await mkdtemp(join(tmpdir(), 'ackwatch-scale-'));
  await Promise.all(['actiontrail', 'deliver'].map((name) => bundleFunctions('functions', join(folder, 'dist'), name)));
  const runner = join(folder, 'run.cjs');
  await writeFile(runner, RUNNER);
  return {
    /** What starts an instance of a function. */
    argv: (name: 'actiontrail' | 'deliver') => [runner, join(folder, 'dist', name, 'index.js')],
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** An account of so many clusters with a database, a cloud and a robot of its own, and the means to start instances. */
export async function openScaleStage({ argv }: Awaited<ReturnType<typeof buildFunctions>>, clusters: number) {
  const account = scaleAccount(clusters);
  const { world, watcher } = account;
  const database = await startCountingDatabase();
  const cloud = await startCloud({ world });
  cloud.faults.order({ kind: 'slow', latencyMs: ANSWER_MS });
  const robot = await startSlowRobot(ANSWER_MS);
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: database.url,
    ACKWATCH_ENDPOINT: cloud.origin,
    ACKWATCH_DINGTALK_WEBHOOK: robot.webhook,
  };
  const { accessKeyId, accessKeySecret, securityToken } = watcher;
  const { accountId, region } = world;
  const context = JSON.stringify({ accountId, region, accessKeyId, accessKeySecret, securityToken });
  return {
    account,
    database,
    cloud,
    robot,
    start: (name: 'actiontrail' | 'deliver') => startInstance([...argv(name), context], env),
    close: async () => {
      await robot.stop();
      await cloud.stop();
      await database.stop();
    },
  };
}

/** What one scale runs on. */
export type ScaleStage = Awaited<ReturnType<typeof openScaleStage>>;
