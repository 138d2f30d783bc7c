import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bundle } from '../infra/bundle.ts';
import { writeCodeCache } from '../infra/code-cache.ts';
import { cacheOf, loadChunk, loadedFiles, MAKER } from '../shared/chunk-loader.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ackwatch-chunks-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

it('runs what V8 made of the file, without compiling its text', () => {
  const file = write('a.js', 'exports.answer = () => 41;');
  writeCodeCache(file);
  write('a.js', 'exports.answer = () => 42;'); // as long as before: V8 believes that it is the same

  const { answer } = loadChunk(file) as { answer: () => number };

  expect(answer()).toBe(41);
});

it.each([
  ['there is none', undefined],
  ['it is damaged', Buffer.from('no code')],
  ['another V8 made it', otherV8],
  ['another Node made it, whose V8 says that it is the same', otherNode],
] as const)('compiles the text when %s', (_, damage) => {
  const file = write('b.js', 'exports.answer = () => 41;');
  writeCodeCache(file);
  write('b.js', 'exports.answer = () => 42;'); // as long as before: V8 alone would take the cache
  const made = readFileSync(cacheOf(file));
  if (damage === undefined) rmSync(cacheOf(file));
  else writeFileSync(cacheOf(file), typeof damage === 'function' ? damage(made) : damage);

  const { answer } = loadChunk(file) as { answer: () => number };

  expect(answer()).toBe(42);
});

it('gives a file that requires another, itself or Node what they export, each loaded once', () => {
  write(
    'count.js',
    'globalThis.loadedChunks = (globalThis.loadedChunks ?? 0) + 1; exports.path = require("node:path");',
  );
  write('circle.js', 'exports.name = "circle"; exports.back = require("./main.js");');
  const file = write(
    'main.js',
    'exports.first = 1; exports.circle = require("./circle.js"); exports.a = require("./count.js"); exports.b = require("./count.js");',
  );

  const main = loadChunk(file) as Record<string, { path?: unknown; back?: unknown; name?: string }>;

  expect(main['circle']?.name).toBe('circle');
  expect(main['circle']?.back).toBe(main);
  expect(main['a']).toBe(main['b']);
  expect(main['a']?.path).toHaveProperty('join');
  expect((globalThis as { loadedChunks?: number }).loadedChunks).toBe(1);
  expect(loadedFiles().filter((loaded) => loaded.startsWith(folder))).toHaveLength(3);
});

it('tells the error of a file that cannot be loaded with its name, and tries again', () => {
  const file = write(
    'broken.js',
    'globalThis.tried = (globalThis.tried ?? 0) + 1; throw new Error("no " + __filename);',
  );

  expect(() => loadChunk(file)).toThrow(`no ${file}`);
  expect(() => loadChunk(file)).toThrow(`no ${file}`);
  expect((globalThis as { tried?: number }).tried).toBe(2);
});

it('is taken by a plain Node as it was made here', () => {
  const file = write('c.js', 'exports.answer = () => 42;');
  writeCodeCache(file);
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  const script = `
    const { Script } = require('node:vm');
    const cachedData = require('node:fs').readFileSync(${JSON.stringify(cacheOf(file))}).subarray(${MAKER.length});
    console.log(new Script(${JSON.stringify(source)}, { cachedData }).cachedDataRejected);`;

  const rejected = execFileSync(process.execPath, ['-e', script]).toString().trim();

  expect(rejected).toBe('false');
});

it('says in the log, once, that V8 refused, and answers all the same', async () => {
  write('d.js', 'exports.answer = () => require("./c.js").answer();');
  write('c.js', 'exports.answer = () => 42;');
  for (const name of ['c.js', 'd.js']) writeCodeCache(join(folder, name));
  const loader = await bundle('loader', 'shared/chunk-loader.ts', join(folder, 'loader'));
  const script = `console.log(require('./loader').loadChunk(${JSON.stringify(join(folder, 'd.js'))}).answer())`;

  const flags = ['--max-old-space-size=400', '-e', script];
  const lines = execFileSync(process.execPath, flags, { cwd: folder }).toString().trim().split('\n');

  expect(loader.scripts).toEqual(['index.js']); // it is loaded by Node itself
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    message: expect.stringContaining('Code cache refused'),
    built: `${process.version} ${process.arch}`,
    here: `${process.version} ${process.arch}`,
    flags: expect.arrayContaining(['--max-old-space-size=400']),
  });
  expect(lines[1]).toBe('42');
});

/** The second number of what V8 made stands for its version. */
function otherV8(cache: Buffer): Buffer {
  const changed = Buffer.from(cache);
  const place = MAKER.length + 4;
  changed.writeUInt32LE((changed.readUInt32LE(place) ^ 1) >>> 0, place);
  return changed;
}

function otherNode(cache: Buffer): Buffer {
  return Buffer.concat([Buffer.from('v20.0.0 arm64'.padEnd(MAKER.length)), cache.subarray(MAKER.length)]);
}
