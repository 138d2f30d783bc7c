import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { startFront } from '../../../../infra/local/function-compute/front.ts';
import { startFunctionCompute } from '../../../../infra/local/function-compute/function-compute.ts';
import type { Invocation } from '../../../../infra/local/function-compute/contract.ts';
import { loadSdk } from '../../../../shared/cloud/sdk.ts';
import { type InvokerOptions, openInvoker } from '../../../../shared/cli/invoke/invoker.ts';

const root = mkdtempSync(join(tmpdir(), 'ackwatch-front-'));
const ACCOUNT = '1234567890123456';
const USER = { accessKeyId: 'LTAI5tuser', accessKeySecret: 'secret-of-the-user' };
const ROLE = { accessKeyId: 'STS.role', accessKeySecret: 'secret-of-the-role', securityToken: 'token' };

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A front before one function `f` with this text; `call` is an invoker whose options may differ. */
async function aFront(
  text = 'exports.handler = async (event) => ({ got: JSON.parse(event.toString()) });',
  now?: () => number,
) {
  const folder = mkdtempSync(join(root, 'f-'));
  writeFileSync(join(folder, 'index.js'), text);
  const seen: Invocation[] = [];
  const host = await startFunctionCompute({
    functions: [{ name: 'f', folder }],
    region: 'cn-hangzhou',
    accountId: ACCOUNT,
    credentials: () => ROLE,
    onInvocation: (invocation) => seen.push(invocation),
  });
  onTestFinished(() => host.stop());
  const keyOf = (id: string) => [USER, ROLE].find(({ accessKeyId }) => accessKeyId === id);
  const front = await startFront({ host, accountId: ACCOUNT, keyOf, ...(now === undefined ? {} : { now }) });
  onTestFinished(() => front.stop());
  const call = (options: Partial<InvokerOptions> = {}) =>
    openInvoker({
      accountId: ACCOUNT,
      region: 'cn-hangzhou',
      credentials: () => USER,
      endpoint: front.origin,
      ...options,
    });
  return { ...front, call, seen };
}

describe("the front of the Function Compute host, called by the vendor's client", () => {
  it.each([
    ['a user', USER],
    ['a role', ROLE],
  ])('answers what the function answers: %s', async (_, key) => {
    const { call } = await aFront();

    const answer = await call({ credentials: () => key }).invoke('f', '{"a":"語"}');

    expect(answer).toEqual({ got: { a: '語' } });
  });

  it('takes an asynchronous call, once for each task', async () => {
    const { call, seen } = await aFront();
    const invoker = call();

    const outcomes = [
      await invoker.invokeAsync('f', '{"n":1}', 'task-1'),
      await invoker.invokeAsync('f', '{"n":1}', 'task-1'),
      await invoker.invokeAsync('f', '{"n":2}', 'task-2'),
    ];

    expect(outcomes).toEqual(['accepted', 'duplicate', 'accepted']);
    await expect.poll(() => seen.length).toBe(2);
    expect(seen.map(({ type }) => type)).toEqual(['async', 'async']);
  });

  it('says that the function failed, with its message', async () => {
    const { call } = await aFront(`exports.handler = async () => { throw new Error('no database'); };`);

    await expect(call().invoke('f', '{}')).rejects.toMatchObject({
      code: 'HandledInvocationError',
      message: 'f failed: no database',
    });
  });

  it.each([
    ['a wrong secret', { credentials: () => ({ ...USER, accessKeySecret: 'guessed' }) }, 'Forbidden'],
    ['an unknown key', { credentials: () => ({ ...USER, accessKeyId: 'LTAI5tother' }) }, 'Forbidden'],
    ['a token of another session', { credentials: () => ({ ...ROLE, securityToken: 'old' }) }, 'Forbidden'],
    ['another account', { accountId: '1111111111111111' }, 'Forbidden'],
    ['nobody listening', { endpoint: 'http://127.0.0.1:9' }, 'Unreachable'],
  ])('refuses %s', async (_, options, code) => {
    const { call, seen } = await aFront();

    await expect(call(options).invoke('f', '{}')).rejects.toMatchObject({ name: 'CloudError', code });
    expect(seen).toEqual([]);
  });

  it('refuses what was signed long ago', async () => {
    const { call } = await aFront(undefined, () => Date.now() + 20 * 60_000);

    await expect(call().invoke('f', '{}')).rejects.toMatchObject({ code: 'Forbidden' });
  });

  it('does not know a function that is not deployed', async () => {
    const { call } = await aFront();

    await expect(call().invoke('g', '{}')).rejects.toThrow('g is not deployed there: s deploy');
  });

  it('gives up on a function that takes too long', async () => {
    const { call } = await aFront('exports.handler = () => new Promise(() => undefined);');

    await expect(call({ timeoutMs: 300 }).invoke('f', '{}')).rejects.toMatchObject({ code: 'Timeout' });
  });
});

describe('the front of the Function Compute host, called otherwise', () => {
  it('takes the newer signature as well', async () => {
    const { origin } = await aFront();
    const { Client, Config, OpenApiRequest, Params } = await loadSdk();
    const client = new Client(new Config({ ...USER, protocol: 'http', endpoint: new URL(origin).host }));
    const params = {
      action: 'InvokeFunction',
      version: '2023-03-30',
      protocol: 'http',
      method: 'POST',
      authType: 'AK',
      style: 'ROA',
      pathname: '/2023-03-30/functions/f/invocations',
      reqBodyType: 'json',
      bodyType: 'string',
    };

    const { body } = await client.callApi(new Params(params), new OpenApiRequest({ body: { b: 2 } }), {});

    expect(JSON.parse(String(body))).toEqual({ got: { b: 2 } });
  });

  it.each([
    ['without a signature', '/2023-03-30/functions/f/invocations', 403, 'MissingRequiredHeader'],
    ['in another version', '/2016-08-15/services/s/functions/f/invocations', 403, 'MissingRequiredHeader'],
  ])('refuses a call %s', async (_, path, status, code) => {
    const { origin } = await aFront();

    const answer = await fetch(`${origin}${path}`, { method: 'POST', body: '{}' });

    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ Code: code, RequestId: expect.any(String) as string });
  });
});
