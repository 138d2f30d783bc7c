import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { Script } from 'node:vm';

type Require = (id: string) => unknown;
type Chunk = (exports: object, require: Require, module: { exports: object }, file: string, folder: string) => void;

const loaded = new Map<string, { exports: object }>();

/** What V8 made of a file when it was built stands beside it. */
export const cacheOf = (file: string): string => `${file}.cache`;

/** A CommonJS file as V8 is given it: the function that Node would make of it. */
export function asScript(file: string, cachedData?: Buffer): Script {
  const code = readFileSync(file, 'utf8');
  const source = `(function (exports, require, module, __filename, __dirname) {${code}\n})`;
  return new Script(source, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
}

/**
 * Loads a CommonJS file and what it requires of its own folder, each with what V8 made of it when it was built:
 * compiling is a quarter of a cold start. V8 refuses what another version of itself made; then it compiles as usual.
 */
export function loadChunk(file: string): object {
  const known = loaded.get(file);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  try {
    const folder = dirname(file);
    const outside = createRequire(file);
    const require: Require = (id) => (id.startsWith('.') ? loadChunk(resolve(folder, id)) : outside(id));
    const chunk = asScript(file, readCache(file)).runInThisContext() as Chunk;
    chunk(module.exports, require, module, file, folder);
  } catch (error) {
    loaded.delete(file); // Node tries again too
    throw error;
  }
  return module.exports;
}

/** The files loaded so far. */
export const loadedFiles = (): readonly string[] => [...loaded.keys()];

function readCache(file: string): Buffer | undefined {
  try {
    return readFileSync(cacheOf(file));
  } catch {
    return undefined; // built without, or taken out by hand: it is only slower
  }
}
