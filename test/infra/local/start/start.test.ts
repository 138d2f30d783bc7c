import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFeed } from '../../../../infra/local/start/feed.ts';

const TSX = ['--import', 'tsx'];

/** What `--json` writes. */
type Line = Readonly<Record<string, unknown>> & { readonly kind: string };

/** Runs a script of infra to its end. */
async function ran(...args: readonly string[]): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...TSX, ...args], (_, stdout, stderr) => {
      resolve({ code: child.exitCode, out: stdout + stderr });
    });
  });
}

describe('npm start', () => {
  const lines = createFeed<Line>();
  const all: Line[] = [];
  let child: ChildProcess;
  let exited: Promise<number | null>;

  beforeAll(async () => {
    child = spawn(process.execPath, [...TSX, 'infra/start.ts', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
    exited = new Promise((resolve) => child.once('close', resolve));
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const read = JSON.parse(line) as Line;
        all.push(read);
        lines.push(read);
      });
    }
    await lines.first(({ kind, text }) => kind === 'note' && String(text).includes('--as takes'), 110_000);
  }, 120_000);

  afterAll(() => child.kill('SIGKILL'));

  it('plays at least ten risky and five harmless operations, and all go as expected', () => {
    const played = all.filter(({ kind }) => kind === 'played');
    const newsOf = ({ expected }: Line) => (expected as { news: string }).news;

    expect(played.filter(({ isAsExpected }) => isAsExpected !== true)).toEqual([]);
    expect(played.filter((line) => newsOf(line) === 'alert').length).toBeGreaterThanOrEqual(10);
    expect(played.filter((line) => newsOf(line) === 'silence').length).toBeGreaterThanOrEqual(5);
  });

  it('shows what comes of a change that somebody makes with npm run change', async () => {
    const change = ['slb', 'StopLoadBalancerListener', 'LoadBalancerId=lb-bp1prodingress000000', 'ListenerPort=80'];

    const { code, out } = await ran('infra/change.ts', ...change);
    const told = await lines.first(({ kind }) => kind === 'message', 20_000);

    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('RequestId') as string });
    expect(told?.['text']).toContain('lb');
  }, 30_000);

  it('tells npm run change why a call was refused', async () => {
    const { code, out } = await ran('infra/change.ts', 'slb', 'DeleteLoadBalancer', 'LoadBalancerId=lb-none');

    expect(code).toBe(1);
    expect(out).toMatch(/^Refused: \w+.* \(request [\w-]+\)/u);
  });

  it('ends cleanly on Ctrl-C', async () => {
    child.kill('SIGINT');

    expect(await exited).toBe(0);
  }, 20_000);
});

describe('npm start, asked wrongly', () => {
  it('says how it is used', async () => {
    const { code, out } = await ran('infra/start.ts', '--help');

    expect(code).toBe(0);
    expect(out).toContain('npm start -- [options]');
  });

  it('names an option that it does not know', async () => {
    const { code, out } = await ran('infra/start.ts', '--onec');

    expect(code).toBe(2);
    expect(out).toMatch(/^npm start: .*--onec/u);
  });

  it('names the port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;

    const { code, out } = await ran('infra/start.ts', '--port', String(port));
    server.close();

    expect(code).toBe(2);
    expect(out).toContain(`Port ${port} is taken`);
  }, 60_000);
});
