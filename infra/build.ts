import { mkdir, rm, writeFile } from 'node:fs/promises';
import { rolldown } from 'rolldown';

/** The doors that Function Compute calls; each becomes `dist/<name>/` and needs nothing outside of it. */
const FUNCTIONS = ['actiontrail', 'sweep', 'deliver'] as const;

for (const name of FUNCTIONS) {
  const folder = `dist/${name}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const bundle = await rolldown({
    input: { index: `functions/${name}/index.ts` },
    platform: 'node',
    external: ['pg-native', 'pg-cloudflare'],
    logLevel: 'warn',
    onLog: (level, log, handle) => {
      if (log.code !== 'EVAL') handle(level, log); // protobufjs-style feature tests in the vendor's SDK
    },
  });
  await bundle.write({ dir: folder, format: 'cjs', exports: 'named', minify: true });
  // The repository is "type": "module"; Function Compute must read the bundle as CommonJS.
  await writeFile(`${folder}/package.json`, '{ "type": "commonjs" }\n');
}
