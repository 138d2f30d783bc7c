import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCloudAs } from '../../shared/cloud/assume-role.ts';
import { isMissing } from '../../shared/cloud/failure.ts';

const OWN = { accessKeyId: 'STS.own', accessKeySecret: 'own-secret', securityToken: 'own-token' };
const ROLE = 'acs:ram::1000000000000002:role/ackwatch-reader';
const HOUR_MS = 3_600_000;

interface Seen {
  readonly action: string;
  readonly key: string;
  readonly token: string;
  readonly query: string;
}

/** An STS that hands out one key after the other, and a product that answers; `clock` is what everybody reads. */
async function aCloud({ refuse = false, hang = false }: { refuse?: boolean | string; hang?: boolean } = {}) {
  const clock = { now: Date.now(), refuse, forgotten: '' };
  const seen: Seen[] = [];
  let keys = 0;
  const server = createServer((request, response) => {
    request.resume();
    const action = String(request.headers['x-acs-action']);
    const key = /Credential=([^,]+)/u.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const query = decodeURIComponent(request.url ?? '');
    seen.push({ action, key, token: String(request.headers['x-acs-security-token']), query });
    response.setHeader('content-type', 'application/json');
    if (action !== 'AssumeRole' && key === clock.forgotten) {
      return response.writeHead(404).end('{"Code":"InvalidAccessKeyId.NotFound","Message":"not found"}');
    }
    if (action !== 'AssumeRole') return response.end('{"Disks":{"Disk":[]}}');
    if (hang) return;
    if (clock.refuse !== false) {
      const Code = clock.refuse === true ? 'NoPermission' : clock.refuse;
      return response.writeHead(403).end(JSON.stringify({ Code, Message: 'the role does not trust you' }));
    }
    keys += 1;
    const Expiration = new Date(clock.now + HOUR_MS).toISOString();
    const Credentials = {
      AccessKeyId: `STS.${keys}`,
      AccessKeySecret: 's',
      SecurityToken: `token-${keys}`,
      Expiration,
    };
    return response.end(JSON.stringify({ Credentials }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const options = { credentials: () => OWN, endpoint, roleArn: ROLE, region: 'cn-hangzhou', now: () => clock.now };
  const cloud = openCloudAs(options);
  const read = (deadline = clock.now + 5_000) =>
    cloud.call({
      product: 'ecs',
      action: 'DescribeDisks',
      region: 'cn-hangzhou',
      params: {},
      deadline,
    });
  return { read, seen, clock };
}

describe('the cloud of another account', () => {
  it('is asked with the keys of the assumed role, which are asked for with the own ones', async () => {
    const { read, seen } = await aCloud();

    const answer = await read();

    expect(answer).toEqual({ Disks: { Disk: [] } });
    expect(seen.map(({ action, key, token }) => [action, key, token])).toEqual([
      ['AssumeRole', 'STS.own', 'own-token'],
      ['DescribeDisks', 'STS.1', 'token-1'],
    ]);
    expect(seen[0]?.query).toContain(`RoleArn=${ROLE}`);
  });

  it('asks for keys once, however many calls need them at the same time', async () => {
    const { read, seen } = await aCloud();

    await Promise.all([read(), read(), read()]);

    expect(seen.filter(({ action }) => action === 'AssumeRole')).toHaveLength(1);
  });

  it('takes new keys before the old ones end', async () => {
    const { read, seen, clock } = await aCloud();

    await read();
    clock.now += 45 * 60_000;
    await read();
    clock.now += 10 * 60_000;
    await read();

    expect(seen.filter(({ action }) => action !== 'AssumeRole').map(({ key }) => key)).toEqual([
      'STS.1',
      'STS.1',
      'STS.2',
    ]);
  });

  it('says that the role does not let it in, and tries again half a minute later', async () => {
    const { read, clock } = await aCloud({ refuse: true });

    await expect(read()).rejects.toMatchObject({
      name: 'CloudError',
      code: 'RoleRefused',
      message: `not allowed to assume ${ROLE}: NoPermission`,
    });
    clock.refuse = false;
    clock.now += 31_000;

    await expect(read()).resolves.toEqual({ Disks: { Disk: [] } });
  });

  it('asks STS once while the role refuses, however many calls need it', async () => {
    const { read, seen } = await aCloud({ refuse: true });

    await Promise.allSettled([read(), read()]);
    await Promise.allSettled([read()]);

    expect(seen.map(({ action }) => action)).toEqual(['AssumeRole']);
  });

  it('asks once again where several calls find that the keys are old', async () => {
    const { read, seen, clock } = await aCloud();
    await read();
    clock.now += HOUR_MS;

    await Promise.all([read(), read(), read()]);

    expect(seen.filter(({ action }) => action === 'AssumeRole')).toHaveLength(2);
  });

  it('never takes the refusal of the role for what the product says, and never asks with its own keys', async () => {
    const { read, seen } = await aCloud({ refuse: 'EntityNotExist.Role' });

    const error: unknown = await read().catch((thrown: unknown) => thrown);

    expect(isMissing(error)).toBe(false);
    expect(error).toMatchObject({ code: 'RoleRefused', message: expect.stringContaining('EntityNotExist.Role') });
    expect(seen.map(({ action }) => action)).toEqual(['AssumeRole']);
  });

  it('never takes keys that ended before their time for a resource that is gone, and asks for new ones half a minute later', async () => {
    const { read, seen, clock } = await aCloud();
    await read();
    clock.forgotten = 'STS.1';

    const [error, again] = await Promise.allSettled([read(), read()]);
    clock.now += 31_000;
    const answer = await read();

    expect(error).toMatchObject({ status: 'rejected', reason: { code: 'InvalidAccessKeyId.NotFound' } });
    expect([error, again].map((one) => one.status === 'rejected' && isMissing(one.reason))).toEqual([false, false]);
    expect(answer).toEqual({ Disks: { Disk: [] } });
    expect(seen.filter(({ action }) => action === 'AssumeRole')).toHaveLength(2);
  });

  it('lets no call wait for STS beyond its own deadline', async () => {
    const { read, clock } = await aCloud({ hang: true });
    const begun = performance.now();

    await expect(read(clock.now + 200)).rejects.toMatchObject({ code: 'Timeout' });

    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
