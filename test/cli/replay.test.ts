import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Invocation } from '../../infra/local/function-compute/contract.ts';
import { startFront } from '../../infra/local/function-compute/front.ts';
import { startFunctionCompute } from '../../infra/local/function-compute/function-compute.ts';
import { anEnvelope } from '../support/event.ts';
import { said } from './said.ts';

const ACCOUNT = '1234567890123456';
const KEY = { accessKeyId: 'LTAI5toperator', accessKeySecret: 'secret-of-the-operator' };
const ENVIRONMENT = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: KEY.accessKeyId,
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: KEY.accessKeySecret,
  ACKWATCH_REGIONS: 'cn-hangzhou',
};
const root = mkdtempSync(join(tmpdir(), 'ackwatch-replay-'));
const seen: Invocation[] = [];
let origin: string;
let stop: () => Promise<unknown>;

beforeAll(async () => {
  const folder = mkdtempSync(join(root, 'f-'));
  writeFileSync(join(folder, 'index.js'), 'exports.handler = async () => ({});');
  const host = await startFunctionCompute({
    functions: [{ name: 'ackwatch-actiontrail', folder }],
    region: 'cn-hangzhou',
    accountId: ACCOUNT,
    credentials: () => KEY,
    onInvocation: (invocation) => seen.push(invocation),
  });
  const front = await startFront({
    host,
    accountId: ACCOUNT,
    keyOf: (id) => (id === KEY.accessKeyId ? KEY : undefined),
  });
  origin = front.origin;
  stop = async () => Promise.all([front.stop(), host.stop()]);
});

afterAll(async () => {
  await stop();
  rmSync(root, { recursive: true, force: true });
});

/** Replays what these files hold, as fast as is allowed; `got` are the ids that reached the function. */
async function replayed(files: Readonly<Record<string, string | Buffer>>, ...options: readonly string[]) {
  const folder = mkdtempSync(join(root, 'r-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  seen.length = 0;
  const where = ['--endpoint', origin, '--account', ACCOUNT, '--per-second', '100'];
  const { code, out, err } = await said(['replay', folder, ...where, '--json', ...options], {
    environment: ENVIRONMENT,
  });
  const counts = JSON.parse(out) as Readonly<Record<string, number>>;
  await expect.poll(() => seen.length).toBe(counts['sent']);
  const got = seen.map(({ event }) => JSON.parse(event.toString()) as { data?: { eventId: string }; eventId?: string });
  return { code, err, counts, got: got.map(({ data, eventId }) => data?.eventId ?? eventId ?? '').toSorted() };
}

const record = (eventId: string) => anEnvelope({ eventId }).data;
let series = 0;
/** Ids that no other test has sent: the function takes each once. */
const ids = (count: number) => Array.from({ length: count }, () => `R-${(series += 1)}`);

describe('ackwatch replay', () => {
  it('sends what it finds in every form: an event, an array, lines, a packed file, an export of the log service', async () => {
    const [a = '', b = '', c = '', d = '', e = '', f = ''] = ids(6);

    const { code, counts, got } = await replayed({
      '1-envelope.json': JSON.stringify(anEnvelope({ eventId: a })),
      '2-records.json': JSON.stringify([record(b), record(c)]),
      'trail/24/3-lines.jsonl': `${JSON.stringify(record(d))}\n\n`,
      'trail/24/4-packed.json.gz': gzipSync(JSON.stringify([record(e)])),
      'trail/25/export.log': JSON.stringify({ __time__: 1, event: JSON.stringify(record(f)) }),
      'notes.md': 'not an event',
    });

    expect({ code, counts }).toEqual({
      code: 0,
      counts: { files: 5, events: 6, sent: 6, duplicate: 0, unreadable: 0, tooLarge: 0 },
    });
    expect(got).toEqual([a, b, c, d, e, f]);
  });

  it('sends an event once, whichever files it stands in', async () => {
    const [a = ''] = ids(1);
    const text = JSON.stringify(record(a));

    const { counts, got } = await replayed({ 'a.json': text, 'b.json': JSON.stringify(anEnvelope({ eventId: a })) });

    expect(counts).toMatchObject({ events: 2, sent: 1, duplicate: 1 });
    expect(got).toEqual([a]);
  });

  it('goes on after what it cannot read or send, and says so', async () => {
    const [a = '', b = ''] = ids(2);
    const large = { ...record(a), requestParameters: { UserData: 'x'.repeat(140_000) } };

    const { code, err, counts } = await replayed({
      'a.jsonl': `${JSON.stringify(large)}\nno json\n{"eventId":"x"}\n${JSON.stringify(record(b))}`,
    });

    expect(code).toBe(1);
    expect(counts).toMatchObject({ events: 2, sent: 1, tooLarge: 1, unreadable: 2 });
    expect(err).toContain('Expected the record to have an eventName');
  });

  it('keeps to the pace', async () => {
    const started = performance.now();

    const { counts } = await replayed({ 'a.json': JSON.stringify(ids(5).map(record)) }, '--per-second', '20');

    expect(counts).toMatchObject({ sent: 5 });
    expect(performance.now() - started).toBeGreaterThan(190);
  });

  it('only counts in a dry run', async () => {
    const { code, counts } = await replayed({ 'a.json': JSON.stringify(ids(3).map(record)) }, '--dry-run');

    expect(code).toBe(0);
    expect(counts).toMatchObject({ events: 3, sent: 0 });
  });

  it.each([
    ['a place that is none', [join(root, 'nowhere')], 2, /Expected a file or folder/u],
    ['a pace that is none', [root, '--per-second', '0'], 2, /--per-second between 0 and 100/u],
    ['no place at all', [], 2, /path/iu],
  ])('refuses %s', async (_, options, expected, told) => {
    const { code, err } = await said(['replay', ...options], { environment: ENVIRONMENT });

    expect(code).toBe(expected);
    expect(err).toMatch(told);
  });

  it('tells what was sent when the function cannot be called any more', async () => {
    const file = join(root, 'one.json');
    writeFileSync(file, JSON.stringify(record('R-x')));

    const { code, out, err } = await said(
      ['replay', file, '--endpoint', origin, '--account', ACCOUNT, '--function', 'gone'],
      { environment: ENVIRONMENT },
    );

    expect(code).toBe(3);
    expect(out).toContain('1 events in 1 files: 0 sent');
    expect(err).toContain('gone is not deployed there: s deploy');
  });
});
