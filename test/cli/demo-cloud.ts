import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startCloud } from '../../infra/local/cloud/server.ts';
import type { Key } from '../../infra/local/cloud/keys.ts';
import { createWorld, type World } from '../../infra/local/cloud/world.ts';
import { demoAccount } from '../../infra/local/demo/account.ts';

/** The demo account behind a running cloud, gone with the test, and what ackwatch's own key sees of it. */
export async function demoCloud() {
  const demo = demoAccount();
  const cloud = await served(demo.world);
  return { ...demo, cloud, environment: environmentFor(cloud.origin, demo.watcher) };
}

/** An account in which nobody has made anything yet. */
export async function emptyCloud() {
  const world = createWorld();
  const cloud = await served(world);
  return { world, cloud, environment: environmentFor(cloud.origin, world.actors.user('ackwatch')) };
}

/** A folder that goes with the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ackwatch-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** As somebody would export it. */
export function environmentFor(origin: string, { accessKeyId, accessKeySecret, securityToken }: Key) {
  return {
    ACKWATCH_ENDPOINT: origin,
    ACKWATCH_REGIONS: 'cn-hangzhou',
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    ...(securityToken === undefined ? {} : { ALIBABA_CLOUD_SECURITY_TOKEN: securityToken }),
  };
}

async function served(world: World) {
  const cloud = await startCloud({ world });
  onTestFinished(cloud.stop);
  return cloud;
}
