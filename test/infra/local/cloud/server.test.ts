import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Product } from '../../../../infra/local/cloud/api.ts';
import { type LocalCloud, startCloud } from '../../../../infra/local/cloud/server.ts';
import { createWorld, type World } from '../../../../infra/local/cloud/world.ts';
import { openCloud } from '../../../../shared/cloud/openapi.ts';
import { sendOldRpc, sendSigned } from './signed.ts';

const LIST = { action: 'ListRoles', version: '2015-05-01' };
const MINUTE_MS = 60_000;

let world: World;
let cloud: LocalCloud;
beforeEach(async () => {
  world = createWorld({ clock: () => new Date('2026-11-24T08:00:00Z') });
  cloud = await startCloud({ world });
});
afterEach(() => cloud.stop());

const ask = (key = world.actors.user('alice'), more = {}) =>
  openCloud({ endpoint: cloud.origin, credentials: () => key }).call({
    product: 'ram',
    action: 'ListRoles',
    region: 'cn-hangzhou',
    params: {},
    deadline: Date.now() + 1000,
    ...more,
  });

describe('a signed request', () => {
  it('is answered with its RequestId, whoever signs it', async () => {
    const { root, user, ack, cloudController } = world.actors;
    for (const key of [root(), user('alice'), ack(), cloudController('c1')]) {
      expect(await ask(key)).toMatchObject({ RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/u), Roles: {} });
    }
  });

  it('is accepted whatever signs its parameters hold', async () => {
    const RoleName = "it's (a) role*!~ + ü 节点";

    const made = await ask(undefined, {
      action: 'CreateRole',
      params: { RoleName, AssumeRolePolicyDocument: '{"Statement":[]}' },
    });

    expect(made).toMatchObject({ Role: { RoleName } });
  });

  it('may carry its parameters as a form', async () => {
    const form = { RoleName: 'in-a-form', AssumeRolePolicyDocument: '{}' };

    const response = await sendSigned(cloud.origin, world.actors.root(), { ...LIST, action: 'CreateRole', form });

    expect(await response.json()).toMatchObject({ Role: { RoleName: 'in-a-form' } });
  });

  it('leaves its connection open for the next, however late that comes', async () => {
    const response = await sendSigned(cloud.origin, world.actors.root(), LIST);

    expect(response.headers.get('connection')).toBe('keep-alive');
    expect(response.headers.get('keep-alive')).toBeNull();
  });

  it('of a person in the console is recorded without an access key', async () => {
    const key = world.actors.inConsole(world.actors.user('alice'));

    await ask(key, { action: 'CreateRole', params: { RoleName: 'clicked', AssumeRolePolicyDocument: '{}' } });

    const [record] = world.trail.records();
    expect(record).toMatchObject({ userIdentity: { userName: 'alice' }, userAgent: expect.stringContaining('Java') });
    expect(record?.userIdentity).not.toHaveProperty('accessKeyId');
  });

  it('may be signed the old way, with and without a token', async () => {
    for (const key of [world.actors.user('bob'), world.actors.ack()]) {
      const response = await sendOldRpc(cloud.origin, key, { ...LIST, query: { MaxItems: '5' } });

      expect(response.status).toBe(200);
    }
  });
});

describe('a request is refused', () => {
  const longAgo = () => new Date(Date.now() - 16 * MINUTE_MS);
  it.each([
    { why: 'of an unknown version', sent: { version: '1999-01-01' }, status: 404, code: 'InvalidVersion' },
    { why: 'for an unknown action', sent: { action: 'Frobnicate' }, status: 404, code: 'InvalidAction.NotFound' },
    { why: 'with a wrong secret', sent: { secret: 'guess' }, status: 400, code: 'SignatureDoesNotMatch' },
    {
      why: 'changed after it was signed',
      sent: { query: { MaxItems: '1' }, tampered: { MaxItems: '2' } },
      status: 400,
      code: 'SignatureDoesNotMatch',
    },
    { why: 'sixteen minutes old', sent: { date: longAgo() }, status: 400, code: 'InvalidTimeStamp.Expired' },
    { why: 'lacking a parameter', sent: { action: 'GetRole' }, status: 400, code: 'MissingParameter' },
  ])('$why with $code', async ({ sent, status, code }) => {
    const response = await sendSigned(cloud.origin, world.actors.user('alice'), { ...LIST, ...sent });
    const body: unknown = await response.json();

    expect(response.status).toBe(status);
    expect(body).toEqual({
      RequestId: expect.any(String),
      HostId: expect.stringContaining('.aliyuncs.com'),
      Code: code,
      Message: expect.any(String),
      Recommend: expect.stringContaining(code),
    });
  });

  it('with a key that nobody knows, or that was revoked', async () => {
    const key = world.actors.user('alice');
    world.keys.revoke(key);

    const response = await sendSigned(cloud.origin, key, LIST);

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ Code: 'InvalidAccessKeyId.NotFound' });
  });

  it('without any signature', async () => {
    const response = await fetch(`${cloud.origin}/?Action=ListRoles&Version=2015-05-01`);

    expect(await response.json()).toMatchObject({ Code: 'MissingSignature' });
  });

  it('when its nonce was used before, but not when another key uses it', async () => {
    const [alice, bob] = [world.actors.user('alice'), world.actors.user('bob')];
    const send = (key: typeof alice) => sendSigned(cloud.origin, key, { ...LIST, nonce: 'n-1' });

    const statuses = [(await send(alice)).status, (await send(bob)).status];
    const again = await send(alice);

    expect(statuses).toEqual([200, 200]);
    expect(await again.json()).toMatchObject({ Code: 'SignatureNonceUsed' });
  });

  it('when a session key comes without its token or with another', async () => {
    const key = world.actors.ack();
    const codes: unknown[] = [];
    for (const token of ['', 'another']) {
      const response = await sendSigned(cloud.origin, key, { ...LIST, token });
      codes.push(((await response.json()) as { Code: string }).Code);
    }

    expect(codes).toEqual(['InvalidSecurityToken.Malformed', 'InvalidSecurityToken.MismatchWithAccessKey']);
  });

  it('when the caller lacks the permission, and the refused write is recorded', async () => {
    const key = world.actors.ackwatch(new Set(['ram:GetRole']));

    const refused = ask(key, {
      action: 'CreateRole',
      params: { RoleName: 'mine', AssumeRolePolicyDocument: '{}' },
    });

    await expect(refused).rejects.toMatchObject({ code: 'Forbidden.RAM', status: 403 });
    expect(world.trail.records()).toMatchObject([{ eventName: 'CreateRole', errorCode: 'Forbidden.RAM' }]);
    expect(world.ram.roles.size).toBe(0);
  });
});

describe('throttling', () => {
  it('refuses the third LookupEvents of a second, and takes one again when time has passed', async () => {
    let now = Date.now();
    await cloud.stop();
    cloud = await startCloud({ world, wallClock: () => now });
    const key = world.actors.user('alice');
    const look = async () => {
      const sent = { action: 'LookupEvents', version: '2020-07-06', date: new Date(now) };
      return (await sendSigned(cloud.origin, key, sent)).status;
    };

    const burst = [await look(), await look(), await look()];
    now += 500;
    const later = await look();

    expect(burst).toEqual([200, 200, 400]);
    expect(later).toBe(200);
    expect(cloud.calls.map((call) => call.code)).toEqual([undefined, undefined, 'Throttling.User', undefined]);
  });

  it('counts each product by itself', async () => {
    const key = world.actors.user('alice');
    const look = { action: 'LookupEvents', version: '2020-07-06' };

    for (let time = 0; time < 3; time += 1) await sendSigned(cloud.origin, key, look);

    expect((await sendSigned(cloud.origin, key, LIST)).status).toBe(200);
  });
});

describe('ordered faults', () => {
  it('let a call hang until the caller gives up, then pass', async () => {
    cloud.faults.order({ product: 'ram', action: 'ListRoles', kind: 'hang', times: 1 });

    await expect(ask(undefined, { deadline: Date.now() + 300 })).rejects.toMatchObject({ code: 'Timeout' });
    expect(await ask()).toMatchObject({ Roles: {} });
  });

  it.each([
    { kind: 'unavailable', code: 'ServiceUnavailable' },
    { kind: 'throttled', code: 'Throttling.User' },
    { kind: 'garbage', code: 'Nonsense' },
  ] as const)('answer $kind for ever, until they are lifted', async ({ kind, code }) => {
    const lift = cloud.faults.order({ kind });

    await expect(ask(undefined, { deadline: Date.now() + 400 })).rejects.toMatchObject({ code });
    lift();
    expect(await ask()).toMatchObject({ Roles: {} });
  });

  it('slow one product down and leave the others alone', async () => {
    cloud.faults.order({ product: 'cs', kind: 'hang' });
    cloud.faults.order({ product: 'ram', kind: 'slow', latencyMs: 150 });
    const start = Date.now();

    await ask();

    expect(Date.now() - start).toBeGreaterThanOrEqual(145);
  });
});

describe('a bug of the stand-in', () => {
  it('is answered as the cloud answers its own, and told to the test', async () => {
    const bugs: unknown[] = [];
    const plain = createWorld({ onBug: (error) => bugs.push(error) });
    const broken: Product = {
      serviceName: 'Odd',
      product: 'odd',
      versions: ['2000-01-01'],
      style: 'RPC',
      callsPerSecond: 10,
      operations: { Break: { rw: 'Read', run: () => JSON.parse('{') } },
    };
    const other = await startCloud({ world: { ...plain, products: [broken] } });

    const response = await sendSigned(other.origin, plain.actors.root(), { action: 'Break', version: '2000-01-01' });
    await other.stop();

    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ Code: 'InternalError' });
    expect(bugs).toHaveLength(1);
  });
});
