import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { Script } from 'node:vm';

type Require = (id: string) => unknown;
type Chunk = (exports: object, require: Require, module: { exports: object }, file: string, folder: string) => void;

let isRefusalTold = false;
const loaded = new Map<string, { exports: object }>();

/** What V8 made of a file when it was built stands beside it. */
export const cacheOf = (file: string): string => `${file}.cache`;

/**
 * At the head of every cache, who made it. V8 looks at its own version and flags alone: with another build of the same
 * version, or on another processor, it may take what it cannot run.
 */
export const MAKER = `${process.version} ${process.arch}`.padEnd(64);

/** A CommonJS file as V8 is given it: the function that Node would make of it. */
export function asScript(file: string, cachedData?: Buffer): Script {
  const code = readFileSync(file, 'utf8');
  const source = `(function (exports, require, module, __filename, __dirname) {${code}\n})`;
  return new Script(source, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
}

/**
 * Loads a CommonJS file and what it requires of its own folder, each with what V8 made of it when it was built:
 * compiling is a quarter of a cold start. What another Node made is refused here, what was made under other flags (a limit
 * of the heap is one) by V8: then it compiles as usual, and the log says so once.
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
    const cache = readCache(file);
    const isOurs = cache?.maker === MAKER;
    const script = asScript(file, isOurs ? cache.code : undefined);
    if (cache !== undefined && (!isOurs || script.cachedDataRejected === true)) tellRefusal(cache.maker);
    const chunk = script.runInThisContext() as Chunk;
    chunk(module.exports, require, module, file, folder);
  } catch (error) {
    loaded.delete(file); // Node tries again too
    throw error;
  }
  return module.exports;
}

/** A line of its own: what the log's lines are made with is in a chunk. */
function tellRefusal(maker: string): void {
  if (isRefusalTold) return;
  isRefusalTold = true;
  const message = 'Code cache refused: built by another Node or under other flags; cold starts are slower';
  const told = { message, built: maker.trim(), here: MAKER.trim(), flags: process.execArgv };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

/** The files loaded so far. */
export const loadedFiles = (): readonly string[] => [...loaded.keys()];

function readCache(file: string): { readonly maker: string; readonly code: Buffer } | undefined {
  try {
    const cache = readFileSync(cacheOf(file));
    return { maker: cache.toString('latin1', 0, MAKER.length), code: cache.subarray(MAKER.length) };
  } catch {
    return undefined; // built without, or taken out by hand: it is only slower
  }
}
