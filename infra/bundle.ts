import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type OutputAsset, type OutputChunk, type Plugin, rolldown } from 'rolldown';
import { writeCodeCache } from './code-cache.ts';

/** What one bundle became. */
export interface Bundle {
  readonly name: string;
  readonly folder: string;
  /** Paths inside the folder, what is loaded first at the head. */
  readonly scripts: readonly string[];
  readonly bytes: number;
  /** What is uploaded, about: every file compressed on its own. */
  readonly zippedBytes: number;
  /** What every cold start reads; the rest is loaded when first needed. */
  readonly entryBytes: number;
  /** The modules inside, as paths from the root of the repository. */
  readonly modules: readonly string[];
}

/** Packages that a dependency asks for in a `try`, and does without. */
const OPTIONAL = new Set(['pg-native', 'proxy-agent', 'supports-color', 'utf-8-validate', 'bufferutil', 'graceful-fs']);

/** A module loaded both ways is in the entry, where it is needed at once; that a build was slow is the machine's. */
const NO_FAULT = new Set(['INEFFECTIVE_DYNAMIC_IMPORT', 'PLUGIN_TIMINGS']);

/**
 * What Node 21 tells of itself. Without it, pg asks by making a `Response`, which loads all of Node's `fetch`: 20 ms of
 * every cold start.
 */
const NODE_21 = { navigator: '{"userAgent":"Node.js/20"}' };

/**
 * Bundles every `<source>/<name>/index.ts`, or only one, into `<target>/<name>/`: CommonJS for Node 20, nothing outside
 * its folder.
 */
export async function bundleFunctions(source: string, target: string, only?: string): Promise<readonly Bundle[]> {
  const all = readdirSync(source).filter((name) => existsSync(join(source, name, 'index.ts')));
  const names = only === undefined ? all : all.filter((name) => name === only);
  return Promise.all(names.map((name) => bundleFunction(name, join(source, name, 'index.ts'), join(target, name))));
}

/** `index.js` loads `entry.js` and all behind it with what V8 made of them here: a cold start compiles next to nothing. */
async function bundleFunction(name: string, input: string, folder: string): Promise<Bundle> {
  const built = await build(name, { entry: input, loader: 'shared/chunk-loader.ts' }, folder);
  writeFileSync(
    join(folder, 'index.js'),
    "module.exports = require('./loader.js').loadChunk(__dirname + '/entry.js');\n",
  );
  const caches = built.scripts.map((file) => writeCodeCache(join(folder, file)));
  return { ...built, zippedBytes: built.zippedBytes + sum(caches.map((cache) => gzipSync(cache).length)) };
}

/** Bundles one entry and everything it reaches into a folder of its own. */
export function bundle(name: string, input: string, folder: string): Promise<Bundle> {
  return build(name, { index: input }, folder);
}

async function build(name: string, input: Readonly<Record<string, string>>, folder: string): Promise<Bundle> {
  const building = await rolldown({
    input: { ...input },
    platform: 'node',
    transform: { target: 'node20', define: NODE_21 },
    tsconfig: false,
    plugins: [selfContained()],
    onLog: (level, log) => {
      if (log.code === undefined || !NO_FAULT.has(log.code)) console.error(`${name}: ${level}: ${log.message}`);
    },
  });
  try {
    const { output } = await building.write({
      dir: folder,
      format: 'cjs',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      minify: true,
      sourcemap: false,
      cleanDir: true,
    });
    writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}\n');
    return measured(name, folder, output);
  } finally {
    await building.close();
  }
}

/** Refuses what would be looked for outside the bundle; optional packages are absent for sure, whatever the machine has. */
function selfContained(): Plugin {
  const absent = '\0absent:';
  return {
    name: 'self-contained',
    resolveId: {
      filter: { id: /^[^./\0]/u },
      async handler(id, importer, { kind }) {
        if (OPTIONAL.has(id)) return `${absent}${id}`;
        if (importer === undefined || isBuiltin(id)) return null;
        const found = await this.resolve(id, importer, { kind, skipSelf: true });
        if (found === null) throw new Error(`Expected ${id} to be installed, as ${importer} imports it`);
        return found;
      },
    },
    load: {
      filter: { id: /^\0absent:/u },
      handler: (id) =>
        `throw Object.assign(new Error(${JSON.stringify(`Cannot find module '${id.slice(absent.length)}'`)}), { code: 'MODULE_NOT_FOUND' });`,
    },
  };
}

function measured(name: string, folder: string, output: readonly (OutputChunk | OutputAsset)[]): Bundle {
  const texts = output.map((file) => (file.type === 'chunk' ? file.code : file.source));
  const entry = output.find((file) => file.type === 'chunk' && file.isEntry);
  return {
    name,
    folder,
    scripts: output.map((file) => file.fileName),
    bytes: sum(texts.map((text) => Buffer.byteLength(text))),
    zippedBytes: sum(texts.map((text) => gzipSync(text).length)),
    entryBytes: entry?.type === 'chunk' ? Buffer.byteLength(entry.code) : 0,
    modules: output
      .flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
      .map(fromRoot)
      .toSorted(),
  };
}

/** Modules that the bundler makes up begin with a null byte. */
function fromRoot(id: string): string {
  return id.startsWith('\0') ? id.slice(1) : relative(process.cwd(), id);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
