import { chmodSync } from 'node:fs';
import { bundle, bundleFunctions } from './bundle.ts';

const started = performance.now();
const functions = bundleFunctions('functions', 'dist');
const bundles = [...(await functions), await bundle('cli', 'shared/cli/main.ts', 'dist/cli')];
chmodSync('dist/cli/index.js', 0o755);
for (const { folder, scripts, bytes, zippedBytes, entryBytes } of bundles) {
  console.log(
    `${folder.padEnd(20)} ${kilobytes(bytes)} in ${scripts.length} files (${kilobytes(zippedBytes)} zipped), ${kilobytes(entryBytes)} read at start`,
  );
}
console.log(`${bundles.length} bundles in ${Math.round(performance.now() - started)} ms`);

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1_000)} kB`;
}
