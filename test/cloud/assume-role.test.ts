import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCloudAs } from '../../shared/cloud/assume-role.ts';

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
async function aCloud({ refuse = false } = {}) {
  const clock = { now: Date.now(), refuse };
  const seen: Seen[] = [];
  let keys = 0;
  const server = createServer((request, response) => {
    request.resume();
    const action = String(request.headers['x-acs-action']);
    const key = /Credential=([^,]+)/u.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const query = decodeURIComponent(request.url ?? '');
    seen.push({ action, key, token: String(request.headers['x-acs-security-token']), query });
    response.setHeader('content-type', 'application/json');
    if (action !== 'AssumeRole') return response.end('{"Disks":{"Disk":[]}}');
    if (clock.refuse)
      return response.writeHead(403).end('{"Code":"NoPermission","Message":"the role does not trust you"}');
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
  const read = () =>
    cloud.call({
      product: 'ecs',
      action: 'DescribeDisks',
      region: 'cn-hangzhou',
      params: {},
      deadline: clock.now + 5_000,
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

  it('says that the role does not let it in, and tries again next time', async () => {
    const { read, clock } = await aCloud({ refuse: true });

    await expect(read()).rejects.toMatchObject({ name: 'CloudError', code: 'NoPermission' });
    clock.refuse = false;

    await expect(read()).resolves.toEqual({ Disks: { Disk: [] } });
  });
});
