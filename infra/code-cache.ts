import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { asScript, cacheOf, MAKER } from '../shared/chunk-loader.ts';

/** Writes beside a file what V8 makes of it, every function included, and which Node made it. */
export function writeCodeCache(file: string): Buffer {
  setFlagsFromString('--no-lazy');
  const script = asScript(file);
  setFlagsFromString('--lazy'); // a cache made under other flags is refused
  const cache = Buffer.concat([Buffer.from(MAKER), script.createCachedData()]);
  writeFileSync(cacheOf(file), cache);
  return cache;
}
