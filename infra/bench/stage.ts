import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startDatabase } from '../../shared/store/embedded.ts';
import { bundleFunctions } from '../bundle.ts';
import { startCloud } from '../local/cloud/server.ts';
import { demoAccount } from '../local/demo/account.ts';

/** How long the cloud and the robot take to answer, in milliseconds. */
export const ANSWER_MS = 20;

/** Loads a bundle, initialises it and hands it one event after another, as lines on standard input ask. */
const RUNNER = `
const bundle = require(process.argv[2]);
const { accountId, region, ...credentials } = JSON.parse(process.argv[3]);
const context = { accountId, region, credentials };
(async () => {
  await bundle.initialize?.(context);
  for await (const line of require('node:readline').createInterface({ input: process.stdin })) {
    const answer = await bundle.handler(Buffer.from(line), context);
    process.stderr.write(JSON.stringify(answer) + '\\n');
  }
  process.exit(0);
})();
`;

/** Everything that an alert needs around it; each part answers after 20 ms. */
export async function openStage() {
  const folder = await mkdtemp(join(tmpdir(), 'ackwatch-bench-'));
  const demo = demoAccount();
  const cloud = await startCloud({ world: demo.world });
  const robot = await startSlowRobot();
  await bundleFunctions('functions', join(folder, 'dist'));
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

/** One process that takes an event a line and answers each with a line. */
function startInstance(argv: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [...argv], { env, stdio: ['pipe', 'ignore', 'pipe'] });
  const lines = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
  const ask = async (event: string): Promise<string> => {
    child.stdin.write(`${event}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error('Expected an answer, but the instance ended');
    return value;
  };
  const end = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  return { ask, end };
}

/** A robot that takes every message after 20 ms and tells when each arrived. */
async function startSlowRobot() {
  let arrived: () => void = () => undefined;
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      arrived();
      setTimeout(() => response.end('{"errcode":0,"errmsg":"ok"}'), ANSWER_MS);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    webhook: `http://127.0.0.1:${(server.address() as AddressInfo).port}/robot/send?access_token=t`,
    /** Resolves with the time at which the next message arrived. */
    next: () =>
      new Promise<number>((resolve) => {
        arrived = () => resolve(performance.now());
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
