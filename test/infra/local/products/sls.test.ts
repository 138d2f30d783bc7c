import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalCloud, startCloud } from '../../../../infra/local/cloud/server.ts';
import { aLogstore, aProject } from '../../../../infra/local/cloud/sls/state.ts';
import { createWorld, type World } from '../../../../infra/local/cloud/world.ts';
import { openCloud } from '../../../../shared/cloud/openapi.ts';
import { PERMISSIONS } from '../../../../shared/cloud/permissions.ts';

let world: World;
let cloud: LocalCloud;
beforeEach(async () => {
  world = createWorld({ clock: () => new Date('2026-11-24T08:00:00Z') });
  world.sls.projects.set('k8s-log-c1', aProject({ projectName: 'k8s-log-c1' }));
  world.sls.logstores.set('k8s-log-c1/audit-c1', aLogstore({ logstoreName: 'audit-c1', ttl: 180 }));
  cloud = await startCloud({ world });
});
afterEach(() => cloud.stop());

const ask = (action: string, params: Record<string, unknown>, key = world.actors.user('alice')) =>
  openCloud({ endpoint: cloud.origin, credentials: () => key }).call({
    product: 'sls',
    action,
    region: 'cn-hangzhou',
    params: { project: 'k8s-log-c1', ...params },
    deadline: Date.now() + 1_000,
  });

describe('Log Service on the wire', () => {
  it('answers whoever signs, with the token of a role as well', async () => {
    const user = await ask('GetLogStore', { logstore: 'audit-c1' });
    const role = await ask('GetLogStore', { logstore: 'audit-c1' }, world.actors.ack());

    expect(user).toMatchObject({ logstoreName: 'audit-c1', ttl: 180 });
    expect(role).toEqual(user);
  });

  it('refuses another secret, a stranger and a token that is not the key’s', async () => {
    const [user, role] = [world.actors.user('alice'), world.actors.ack()];

    await expect(ask('GetProject', {}, { ...user, accessKeySecret: 'x' })).rejects.toMatchObject({
      code: 'SignatureDoesNotMatch',
    });
    await expect(ask('GetProject', {}, { ...user, accessKeyId: 'nobody' })).rejects.toMatchObject({
      code: 'InvalidAccessKeyId.NotFound',
    });
    await expect(ask('GetProject', {}, { ...role, securityToken: 'x' })).rejects.toMatchObject({
      code: 'InvalidSecurityToken.MismatchWithAccessKey',
    });
  });

  it("lets ackwatch's own role in with the permissions that it is given, and to nothing more", async () => {
    const own = world.actors.ackwatch(new Set(PERMISSIONS.map(({ ramAction }) => ramAction)));
    const without = world.actors.ackwatch(new Set(['log:GetProject']));

    await expect(ask('ListLogStores', { offset: 0, size: 500 }, own)).resolves.toEqual({
      logstores: ['audit-c1'],
      count: 1,
      total: 1,
    });
    await expect(ask('GetLogStore', { logstore: 'audit-c1' }, without)).rejects.toMatchObject({ code: 'Unauthorized' });
  });

  it('says in its own words what does not exist', async () => {
    await expect(ask('GetLogStore', { logstore: 'nothing' })).rejects.toMatchObject({
      code: 'LogStoreNotExist',
      status: 404,
    });
    await expect(ask('GetProject', { project: 'k8s-log-c2' })).rejects.toMatchObject({ code: 'ProjectNotExist' });
  });
});

describe('Log Service', () => {
  it('resets what a change of a logstore does not say, and keeps the number of shards', () => {
    const act = (action: string, params: Record<string, unknown>) =>
      world.act(world.actors.user('alice'), { product: 'sls', action, params: { project: 'k8s-log-c1', ...params } });
    act('CreateLogStore', { logstoreName: 'app', ttl: 7, shardCount: 4, autoSplit: false });

    act('UpdateLogStore', { logstore: 'app', logstoreName: 'app', ttl: 3, shardCount: 9 });

    expect(act('GetLogStore', { logstore: 'app' })).toMatchObject({ ttl: 3, shardCount: 4, autoSplit: true });
  });

  it('loses everything in a project with the project', () => {
    const alice = world.actors.user('alice');

    world.act(alice, { product: 'sls', action: 'DeleteProject', params: { project: 'k8s-log-c1' } });

    expect(world.sls.logstores.size).toBe(0);
    expect(world.trail.records().at(-1)).toMatchObject({
      serviceName: 'Sls',
      eventName: 'DeleteProject',
      referencedResources: { 'ACS::SLS::Project': ['k8s-log-c1'] },
    });
  });
});
