import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { FunctionDefinition, Invocation } from '../../../../infra/local/function-compute/contract.ts';
import {
  type FunctionComputeOptions,
  startFunctionCompute,
} from '../../../../infra/local/function-compute/function-compute.ts';

const folder = mkdtempSync(join(tmpdir(), 'ackwatch-fc-'));
const cleanups: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];

afterEach(async () => {
  for (const cleanup of cleanups.splice(1)) await cleanup();
});

/** A host of one function `f` whose bundle is this text. */
async function aHost(
  text: string,
  definition: Partial<FunctionDefinition> = {},
  options: Partial<FunctionComputeOptions> = {},
) {
  const bundle = mkdtempSync(join(folder, 'f-'));
  mkdirSync(bundle, { recursive: true });
  writeFileSync(join(bundle, 'index.js'), text);
  const seen: Invocation[] = [];
  const host = await startFunctionCompute({
    functions: [{ name: 'f', folder: bundle, ...definition }],
    region: 'cn-hangzhou',
    accountId: '1234567890123456',
    credentials: () => ({ accessKeyId: 'STS.k', accessKeySecret: 's', securityToken: 't' }),
    pauseMs: () => 10,
    onInvocation: (invocation) => seen.push(invocation),
    ...options,
  });
  cleanups.push(() => host.stop());
  const text_ = async (event: string | Uint8Array = '') => (await host.invoke('f', event)).payload.toString();
  return { ...host, bundle, seen, text: text_, read: async (event = '') => JSON.parse(await text_(event)) as unknown };
}

/** Until the condition holds; fails the test when it never does. */
async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 5_000, interval: 5 }).toBe(true);
}

const stateOf = (pid: number): string =>
  /^State:\s+(\w)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '?';

describe('the Function Compute host: one call', () => {
  it('hands over a Buffer and a context, and answers an object as JSON', async () => {
    const host = await aHost(`
      exports.handler = async (event, { logger, requestId, ...context }) =>
        ({ isBuffer: Buffer.isBuffer(event), event: event.toString(), context, level: Object.keys(logger) });
    `);

    const answer = await host.read('{"a":1}');

    expect(answer).toEqual({
      isBuffer: true,
      event: '{"a":1}',
      context: {
        credentials: { accessKeyId: 'STS.k', accessKeySecret: 's', securityToken: 't' },
        function: { name: 'f', handler: 'index.handler', memory: 512, timeout: 3 },
        service: { name: '', qualifier: 'LATEST', versionId: '' },
        region: 'cn-hangzhou',
        accountId: '1234567890123456',
      },
      level: ['debug', 'info', 'warn', 'error', 'log'],
    });
  });

  it.each([
    ['a string', `'text'`, 'text'],
    ['bytes', `Buffer.from('bytes')`, 'bytes'],
    ['a number', '7', '7'],
    ['nothing', 'undefined', ''],
  ])('answers %s as it is', async (_, value, expected) => {
    const host = await aHost(`exports.handler = async () => ${value};`);

    expect(await host.text()).toBe(expected);
  });

  it('answers what the handler threw', async () => {
    const host = await aHost(`exports.handler = async () => { throw new RangeError('too far'); };`);

    const answer = await host.invoke('f', '');

    expect(answer).toMatchObject({ kind: 'error', errorType: 'HandledInvocationError' });
    expect(JSON.parse(answer.payload.toString())).toMatchObject({ errorMessage: 'too far', errorType: 'RangeError' });
  });

  it('gives the function its own environment and none of the host', async () => {
    process.env['OF_THE_HOST'] = 'secret';
    const host = await aHost('exports.handler = async () => process.env;', {
      environment: { DATABASE_URL: 'postgres:' },
    });

    const environment = await host.read();

    expect(environment).toMatchObject({
      DATABASE_URL: 'postgres:',
      FC_FUNCTION_NAME: 'f',
      FC_REGION: 'cn-hangzhou',
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'STS.k',
      ALIBABA_CLOUD_SECURITY_TOKEN: 't',
    });
    expect(environment).not.toHaveProperty('OF_THE_HOST');
  });

  it('gives every call the credentials of its time', async () => {
    let serial = 0;
    const host = await aHost(
      'exports.handler = async (event, context) => context.credentials.accessKeyId;',
      {},
      { credentials: () => ({ accessKeyId: `key-${++serial}`, accessKeySecret: 's' }) },
    );

    const [first, second] = [await host.text(), await host.text()];

    expect(first).not.toBe(second);
  });

  it('keeps the lines of each call apart, the unfinished one included', async () => {
    const host = await aHost(`
      console.log('loaded');
      exports.handler = async (event, { logger }) => {
        console.log('out ' + event);
        logger.info('told', { at: 1 });
        process.stderr.write('err ' + event);
      };
    `);

    await host.invoke('f', 'one');
    await host.invoke('f', 'two');

    expect(host.seen.map(({ lines }) => lines.length)).toEqual([4, 3]);
    expect(host.seen[0]?.lines).toEqual(expect.arrayContaining(['loaded', 'out one', 'err one']));
    expect(host.seen[1]?.lines).toEqual(
      expect.arrayContaining(['out two', 'err two', expect.stringMatching(/ \[info\] told \{ at: 1 \}$/u)]),
    );
  });

  it('reads all of a megabyte that was written just before the answer', async () => {
    const host = await aHost(
      `exports.handler = async () => { for (let i = 0; i < 1000; i++) console.log('x'.repeat(1000)); };`,
    );

    await host.invoke('f', '');

    expect(host.seen[0]?.lines).toHaveLength(1_000);
  });

  it.each([
    ['takes too long', 'exports.handler = () => new Promise(() => {});', 'timed out after 0.2 seconds'],
    ['never yields', 'exports.handler = async () => { for (;;); };', 'timed out after 0.2 seconds'],
    ['exits', 'exports.handler = async () => process.exit(3);', 'exit code 3'],
    ['cannot be loaded', `require('no-such-package');`, 'no-such-package'],
    ['exports no handler', 'exports.other = 1;', 'handler'],
  ])('tells when the function %s, and serves the next call', async (_, text, expected) => {
    const host = await aHost(text, { timeoutMs: 200 });

    const answers = [await host.invoke('f', ''), await host.invoke('f', '')];

    for (const answer of answers) {
      expect(answer.kind).toBe('error');
      expect(answer.payload.toString()).toContain(expected);
    }
  });

  it('refuses a function that is not there, and a bundle that was not built', async () => {
    const host = await aHost('exports.handler = async () => 1;');

    await expect(host.invoke('g', '')).rejects.toMatchObject({ status: 404, code: 'FunctionNotFound' });
    await expect(aHost('', { folder: '/no/such/folder' })).rejects.toThrow('npm run build');
  });
});

describe('the Function Compute host: instances', () => {
  it('keeps an instance warm: module state lives on, initialize ran once', async () => {
    const host = await aHost(`
      let calls = 0, initialized = 0;
      exports.initialize = async (context) => { initialized += context.credentials ? 1 : 100; };
      exports.handler = async () => [process.pid, initialized, ++calls];
    `);

    const [first, second] = [await host.read(), await host.read()];

    const [pid] = host.instances();
    expect([first, second]).toEqual([
      [pid, 1, 1],
      [pid, 1, 2],
    ]);
    expect(host.seen.map(({ coldStart }) => coldStart)).toEqual([true, false]);
  });

  it('fails the call when initialize fails, and tries it again with the next', async () => {
    const host = await aHost(`
      let tries = 0;
      exports.initialize = async () => { if (++tries === 1) throw new Error('not yet'); };
      exports.handler = async () => tries;
    `);

    const [first, second] = [await host.invoke('f', ''), await host.invoke('f', '')];

    expect(first).toMatchObject({ kind: 'error', errorType: 'UnhandledInvocationError' });
    expect(second.payload.toString()).toBe('2');
  });

  it('freezes it after the answer: what was left running goes on with the next call', async () => {
    const host = await aHost(`
      let ticks = 0;
      exports.handler = async () => { setInterval(() => ticks++, 1); return ticks; };
    `);
    await host.invoke('f', '');
    const pid = host.instances()[0] ?? 0;

    await until(() => stateOf(pid) === 'T');
    const answer = await host.text();

    expect(Number(answer)).toBeLessThan(5);
    expect(host.instances()).toEqual([pid]);
  });

  it('gives one instance one call at a time, and calls at the same time an instance each', async () => {
    const host = await aHost(`
      let running = 0;
      exports.handler = async () => {
        if (++running > 1) throw new Error('two at a time');
        await new Promise((resolve) => setTimeout(resolve, 50));
        running--;
        return String(process.pid);
      };
    `);

    const pids = await Promise.all([host.text(), host.text(), host.text()]);

    expect(new Set(pids).size).toBe(3);
  });

  it('refuses a synchronous call beyond the cap', async () => {
    const host = await aHost('exports.handler = () => new Promise((r) => setTimeout(r, 100));', {
      maximumInstances: 1,
    });
    const first = host.invoke('f', '');

    const second = host.invoke('f', '');

    await expect(second).rejects.toMatchObject({ status: 429, code: 'ResourceThrottled' });
    expect((await first).kind).toBe('success');
  });

  it('ends an instance that nobody needs for long', async () => {
    const host = await aHost('exports.handler = async () => 1;', {}, { idleMs: 20 });

    await host.invoke('f', '');

    await until(() => host.instances().length === 0);
  });

  it('replaces an instance that died while frozen', async () => {
    const host = await aHost('exports.handler = async () => String(process.pid);');
    const first = await host.text();
    process.kill(Number(first), 'SIGKILL');
    await until(() => host.instances().length === 0);

    const second = await host.text();

    expect(second).toMatch(/^\d+$/u);
    expect(second).not.toBe(first);
  });

  it('ends everything on stop, the frozen and the busy', async () => {
    const host = await aHost('exports.handler = () => new Promise(() => {});', { timeoutMs: 60_000 });
    const busy = host.invoke('f', '');
    await until(() => host.instances().length === 1);
    const pid = host.instances()[0] ?? 0;

    await host.stop();

    expect((await busy).kind).toBe('error');
    expect(isRunning(pid)).toBe(false);
  });
});

describe('the Function Compute host: asynchronous calls', () => {
  it('calls again, at most three times, what failed', async () => {
    const given: string[] = [];
    const host = await aHost(
      `exports.handler = async () => { throw new Error('never'); };`,
      {},
      { onGivenUp: (name, event) => given.push(`${name} ${event.toString()}`) },
    );

    host.invokeAsync('f', 'e');
    await until(() => host.pending() === 0);

    expect(host.seen.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
    expect(new Set(host.seen.map(({ requestId }) => requestId)).size).toBe(1);
    expect(given).toEqual(['f e']);
  });

  it('calls once what succeeds, and again what crashed on the way', async () => {
    const host = await aHost(`
      const { existsSync, writeFileSync } = require('node:fs');
      exports.handler = async (event) => {
        if (event.toString() === 'crash' && !existsSync('done')) { writeFileSync('done', ''); process.abort(); }
      };
    `);

    host.invokeAsync('f', 'fine');
    host.invokeAsync('f', 'crash');
    await until(() => host.pending() === 0);

    const attempts = (event: string) => host.seen.filter((one) => one.event.toString() === event).length;
    expect([attempts('fine'), attempts('crash')]).toEqual([1, 2]);
  });

  it('lets calls beyond the cap wait, and loses none', async () => {
    const host = await aHost('exports.handler = async () => 1;', { maximumInstances: 2 });

    for (let serial = 0; serial < 20; serial++) host.invokeAsync('f', String(serial));
    await until(() => host.pending() === 0);

    const served = host.seen.map(({ event }) => Number(event.toString())).toSorted((a, b) => a - b);
    expect(served).toEqual(Array.from({ length: 20 }, (_, serial) => serial));
    expect(host.instances().length).toBeLessThanOrEqual(2);
  });

  it('refuses more than 128 KB', async () => {
    const host = await aHost('exports.handler = async (event) => event.length;');

    const tooMuch = () => host.invokeAsync('f', 'x'.repeat(128 * 1_024 + 1));

    expect(tooMuch).toThrow(expect.objectContaining({ status: 400, code: 'EntityTooLarge' }));
    expect((await host.invoke('f', 'x'.repeat(128 * 1_024 + 1))).kind).toBe('success');
  });

  it('calls by timer, with the body of a timer', async () => {
    const host = await aHost('exports.handler = async (event) => event;', {
      triggers: [{ name: 'often', cronExpression: '@every 1s', payload: '{"full":true}' }],
    });

    await until(() => host.seen.length > 0);

    const body: unknown = JSON.parse(host.seen[0]?.event.toString() ?? '');
    expect(body).toEqual({
      triggerTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u) as string,
      triggerName: 'often',
      payload: '{"full":true}',
    });
  });
});

function isRunning(pid: number): boolean {
  try {
    return !['Z', 'X'].includes(stateOf(pid));
  } catch {
    return false;
  }
}
