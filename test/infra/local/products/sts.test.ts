import { describe, expect, it, onTestFinished } from 'vitest';
import { startCloud } from '../../../../infra/local/cloud/server.ts';
import { createWorld } from '../../../../infra/local/cloud/world.ts';
import { openCloud } from '../../../../shared/cloud/openapi.ts';

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
