import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { FunctionProps } from './function-props.ts';

/** What the CLI did. */
export interface OfflineRun {
  readonly code: number;
  readonly output: string;
  /** What the component was asked for, in order. */
  readonly calls: readonly { readonly method: string; readonly args: readonly string[]; readonly props: unknown }[];
}

/** Where it runs, and with what in its environment besides PATH. */
export interface OfflineStart {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Put before PATH. */
  readonly commands?: string;
  /** As s.yaml pins it. */
  readonly component?: string;
}

const require = createRequire(import.meta.url);
const CLI = join(dirname(require.resolve('@serverless-devs/s/package.json')), 'bin/s');
const LONGEST_MS = 120_000;

/**
 * The real Serverless Devs CLI without a network: in a home of its own in which a small component of ours stands in the
 * cache under the name of fc3. `s verify` asks it for a schema and gets the strict one; `s deploy` hands it each
 * function's properties as they would go to Function Compute, and it keeps them.
 */
export async function runOffline(args: readonly string[], start: OfflineStart): Promise<OfflineRun> {
  const home = mkdtempSync(join(tmpdir(), 'ackwatch-serverless-devs-'));
  const kept = join(home, 'calls');
  try {
    seed(home, start.component ?? 'fc3@0.1.22');
    const { code, output } = await spawned([CLI, ...args], start, {
      HOME: home,
      ACKWATCH_STAND_IN_CALLS: kept,
      // It then starts no program of its own that looks for updates or reports.
      NODE_ENV: 'test',
      // Nothing listens there: a component that is not in the cache is not fetched, it fails.
      http_proxy: 'http://127.0.0.1:9',
      https_proxy: 'http://127.0.0.1:9',
    });
    const lines = existsSync(kept) ? readFileSync(kept, 'utf8').trim().split('\n') : [];
    return { code, output, calls: lines.map((line) => JSON.parse(line) as OfflineRun['calls'][number]) };
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }); // its log may still be written
  }
}

function seed(home: string, component: string): void {
  const [name = '', version = ''] = component.split('@');
  const folder = join(home, '.s/components/devsapp.cn/v3', component);
  mkdirSync(folder, { recursive: true });
  const schema = JSON.stringify(z.toJSONSchema(FunctionProps, { target: 'draft-7' }));
  writeFileSync(join(home, '.s/set-config.yml'), 'analysis: disable\n');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, main: 'index.js' }));
  writeFileSync(join(folder, 'publish.yaml'), `Type: Component\nName: ${name}\nVersion: ${version}\n`);
  writeFileSync(join(folder, '.s.lock'), JSON.stringify({ version, lastUpdateCheck: Date.now() }));
  writeFileSync(
    join(folder, 'index.js'),
    `const { appendFileSync } = require('node:fs');
     const keep = (method, { args, props }) =>
       appendFileSync(process.env.ACKWATCH_STAND_IN_CALLS, JSON.stringify({ method, args, props }) + '\\n');
     exports.default = class {
       async getSchema() { return ${JSON.stringify(schema)}; }
       async deploy(inputs) { keep('deploy', inputs); return { functionName: inputs.props.functionName }; }
       async invoke(inputs) { keep('invoke', inputs); }
     };`,
  );
}

async function spawned(
  args: readonly string[],
  { folder, environment, commands }: OfflineStart,
  own: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly output: string }> {
  const path = [commands, process.env['PATH']].filter((part) => part !== undefined).join(':');
  const env = { PATH: path, CI: 'true', ...environment, ...own };
  return new Promise((done) => {
    execFile(process.execPath, [...args], { cwd: folder, env, timeout: LONGEST_MS }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      done({ code, output: `${out}${err}` });
    });
  });
}
