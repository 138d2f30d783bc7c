import { describe, expect, it, onTestFinished } from 'vitest';
import { startCloud } from '../../../../infra/local/cloud/server.ts';
import { createWorld } from '../../../../infra/local/cloud/world.ts';
import { openCloudAs } from '../../../../shared/cloud/assume-role.ts';
import { openCloud } from '../../../../shared/cloud/openapi.ts';
import { MEMBER, memberWorld, setTrust, WATCHING } from '../../../support/member-account.ts';

async function askedBy(name: 'root' | 'user' | 'role') {
  const world = createWorld();
  const cloud = await startCloud({ world });
  onTestFinished(cloud.stop);
  const key = {
    root: () => world.actors.root(),
    user: () => world.actors.user('alice'),
    role: () => world.actors.ackwatch(new Set()),
  }[name]();
  const client = openCloud({ credentials: () => key, endpoint: cloud.origin });
  const deadline = Date.now() + 5_000;
  return client.call({ product: 'sts', action: 'GetCallerIdentity', region: 'cn-hangzhou', params: {}, deadline });
}

describe('the stand-in of STS', () => {
  it.each([
    ['root', 'Account', 'acs:ram::1234567890123456:root'],
    ['user', 'RAMUser', 'acs:ram::1234567890123456:user/alice'],
    ['role', 'AssumedRoleUser', 'acs:sts::1234567890123456:assumed-role/ackwatch/fc-session'],
  ] as const)('tells whose key it is, of %s too, and asks for no permission', async (name, type, arn) => {
    expect(await askedBy(name)).toMatchObject({ AccountId: '1234567890123456', IdentityType: type, Arn: arn });
  });
});

/** The cloud as a role of the member account sees it, for whoever asks from the watching one. */
async function assumed({
  as,
  role = 'ackwatch-reader',
}: {
  readonly as: 'ackwatch' | 'alice' | 'root';
  readonly role?: string;
}) {
  const member = memberWorld();
  const world = createWorld({ members: [member] });
  const cloud = await startCloud({ world });
  onTestFinished(cloud.stop);
  const key = {
    ackwatch: () => world.actors.ackwatch(new Set(['sts:AssumeRole'])),
    alice: () => world.actors.user('alice'),
    root: () => world.actors.root(),
  }[as]();
  const options = { credentials: () => key, endpoint: cloud.origin, region: 'cn-hangzhou' };
  const theirs = openCloudAs({ ...options, roleArn: `acs:ram::${MEMBER}:role/${role}` });
  const call = (product: 'sts' | 'slb', action: string, params = {}) =>
    theirs.call({ product, action, region: 'cn-hangzhou', params, deadline: Date.now() + 5_000 });
  return { member, call };
}

describe('keys of a role in a member account', () => {
  it('are those of that account, and do what its policy allows', async () => {
    const { call } = await assumed({ as: 'ackwatch' });

    expect(await call('sts', 'GetCallerIdentity')).toMatchObject({
      AccountId: MEMBER,
      Arn: `acs:sts::${MEMBER}:assumed-role/ackwatch-reader/ackwatch`,
    });
    await expect(call('slb', 'DeleteLoadBalancer', { LoadBalancerId: 'lb-1' })).rejects.toMatchObject({
      code: 'Forbidden.RAM',
    });
  });

  it.each([
    ['whom its trust policy does not name', { as: 'alice' }, 'NoPermission'],
    ['who is an account and nobody in it', { as: 'root' }, 'NoPermission'],
    ['who asks for a role that is not there', { as: 'ackwatch', role: 'other' }, 'EntityNotExist.Role'],
  ] as const)('are refused to one %s', async (_, asked, code) => {
    const { call } = await assumed(asked);

    await expect(call('sts', 'GetCallerIdentity')).rejects.toMatchObject({ cause: { code } });
  });

  it('are given to everybody of an account that is trusted as a whole', async () => {
    const { member, call } = await assumed({ as: 'alice' });
    const Principal = { RAM: [`acs:ram::${WATCHING}:root`] };
    const Statement = [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal }];
    setTrust(member, 'ackwatch-reader', JSON.stringify({ Statement, Version: '1' }));

    expect(await call('sts', 'GetCallerIdentity')).toMatchObject({ AccountId: MEMBER });
  });
});

describe('the end of keys', () => {
  it('comes when STS said', async () => {
    const world = createWorld();
    let wall = Date.now();
    const cloud = await startCloud({ world, wallClock: () => wall });
    onTestFinished(cloud.stop);
    const until = new Date(wall + 60_000);
    const key = world.keys.session('ackwatch', 'fc-session', { until });
    const client = openCloud({ credentials: () => key, endpoint: cloud.origin });
    const ask = () =>
      client.call({
        product: 'sts',
        action: 'GetCallerIdentity',
        region: 'cn-hangzhou',
        params: {},
        deadline: Date.now() + 5_000,
      });

    const before = await ask();
    wall += 61_000;

    expect(before).toMatchObject({ IdentityType: 'AssumedRoleUser' });
    await expect(ask()).rejects.toMatchObject({ code: 'InvalidSecurityToken.Expired' });
  });
});
