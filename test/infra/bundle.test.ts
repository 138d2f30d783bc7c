import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundleFunctions } from '../../infra/bundle.ts';
import { anEnvelope } from '../support/event.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ackwatch-bundle-'));
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes `functions/<name>/index.ts` with this text and bundles it. */
async function bundled(name: string, text: string): Promise<Bundle> {
  const source = join(folder, 'functions', name);
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'index.ts'), text);
  const all = await bundleFunctions(join(folder, 'functions'), join(folder, 'dist'));
  rmSync(source, { recursive: true });
  const mine = all.find((bundle) => bundle.name === name);
  if (mine === undefined) throw new Error(`Expected a bundle named ${name}`);
  return mine;
}

/** Copies the bundle to an empty folder and evaluates an expression over its exports, in a process of its own. */
function inEmptyFolder(bundle: Pick<Bundle, 'folder'>, expression: string): unknown {
  const lonely = mkdtempSync(join(tmpdir(), 'ackwatch-lonely-'));
  try {
    cpSync(bundle.folder, lonely, { recursive: true });
    const script = `const f = require(${JSON.stringify(join(lonely, 'index.js'))}); (async () => console.log(JSON.stringify(await (${expression}))))();`;
    const env = { PATH: process.env['PATH'] };
    const written = execFileSync(process.execPath, ['-e', script], { cwd: lonely, env }).toString();
    return JSON.parse(written.trim().split('\n').at(-1) ?? '') as unknown; // before it stands what the function logged
  } finally {
    rmSync(lonely, { recursive: true, force: true });
  }
}

describe('a bundle', () => {
  it('runs in an empty folder, its later chunks and CommonJS packages included', async () => {
    const bundle = await bundled(
      'whole',
      `import pg from 'pg';
       export async function handler(event: Buffer) {
         const sdk = await import('@alicloud/openapi-client');
         return { event: JSON.parse(event.toString()) as unknown, pool: typeof pg.Pool, sdk: Object.keys(sdk).includes('Config') };
       }`,
    );

    const answer = inEmptyFolder(bundle, `f.handler(Buffer.from('[1]'))`);

    expect(answer).toEqual({ event: [1], pool: 'function', sdk: true });
    expect(bundle.scripts.length).toBeGreaterThan(3); // entry, loader, and what is loaded later
    expect(bundle.entryBytes).toBeLessThan(bundle.bytes);
  });

  it('says that it is CommonJS and exports what the door exports', async () => {
    const bundle = await bundled(
      'doors',
      'export const handler = async () => 1; export const initialize = async () => {};',
    );

    const names = inEmptyFolder(bundle, 'Object.keys(f)');

    expect(names).toEqual(expect.arrayContaining(['handler', 'initialize']));
    expect(JSON.parse(readFileSync(join(bundle.folder, 'package.json'), 'utf8'))).toEqual({ type: 'commonjs' });
  });

  it('has no package outside, not even one that the machine happens to have', async () => {
    const bundle = await bundled(
      'optional',
      `import pg from 'pg'; export const handler = async () => pg.native === null;`,
    );

    const native = inEmptyFolder(bundle, 'f.handler()');

    expect(native).toBe(true);
    expect(readFileSync(join(bundle.folder, 'index.js'), 'utf8')).not.toContain('require("pg-native")');
  });

  it('is the same when built again, with nothing left over from before', async () => {
    const first = await bundled(
      'again',
      `export const handler = async () => (await import('pg')).default.defaults.port;`,
    );
    const text = readFileSync(join(first.folder, 'index.js'), 'utf8');
    writeFileSync(join(first.folder, 'left-over.js'), '');

    const second = await bundled(
      'again',
      `export const handler = async () => (await import('pg')).default.defaults.port;`,
    );

    const alike = { ...second, zippedBytes: first.zippedBytes }; // what V8 makes of the same text differs in a few bytes
    expect(alike).toEqual(first);
    expect(readFileSync(join(second.folder, 'index.js'), 'utf8')).toBe(text);
    expect(existsSync(join(second.folder, 'left-over.js'))).toBe(false);
  });

  it('is refused when a package is not installed', async () => {
    const building = bundled('missing', `import 'no-such-package'; export const handler = async () => 1;`);

    await expect(building).rejects.toThrow('no-such-package');
  });
});

describe('the bundles of the repository', () => {
  let bundles: readonly Bundle[];

  beforeAll(async () => {
    bundles = await bundleFunctions('functions', join(folder, 'real'));
  }, 60_000);

  const named = (name: string): Bundle => {
    const found = bundles.find((bundle) => bundle.name === name);
    if (found === undefined) throw new Error(`Expected functions/${name}`);
    return found;
  };

  it('each export a handler', () => {
    const types = bundles.map((bundle) => [bundle.name, inEmptyFolder(bundle, 'typeof f.handler')]);

    expect(bundles.length).toBeGreaterThanOrEqual(3);
    expect(types).toEqual(bundles.map(({ name }) => [name, 'function']));
  });

  it('decide an event that is in no table without the chunks that only others need', () => {
    const event = JSON.stringify(anEnvelope({ eventId: 'e-1', serviceName: 'Rds', eventName: 'ModifyDBInstanceSpec' }));

    const answer = inEmptyFolder(
      named('actiontrail'),
      `f.handler(Buffer.from(${JSON.stringify(event)}), {}).then(({ disregarded }) => ({ disregarded, loaded: require('./loader.js').loadedFiles() }))`,
    );

    expect(answer).toMatchObject({ disregarded: [{ eventId: 'e-1', reason: 'not-risky' }] });
    expect((answer as { loaded: string[] }).loaded.length).toBeLessThan(named('actiontrail').scripts.length / 2);
  });

  it('hold nothing that only a machine of one’s own needs', () => {
    const modules = bundles.flatMap((bundle) => bundle.modules);

    expect(modules.filter((path) => /store\/embedded|shared\/(?:cli|serve|scan|explain)\//u.test(path))).toEqual([]);
  });

  it('keep the names of their errors, though everything else is shortened', () => {
    const tries = `f.handler(Buffer.from('{}'), {}).catch(({ name, message }) => [name, message])`;

    expect(inEmptyFolder(named('sweep'), tries)).toEqual(['ConfigError', expect.stringContaining('DATABASE_URL')]);
  });
});
