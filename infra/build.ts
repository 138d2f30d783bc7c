import { bundleFunctions } from './bundle.ts';

const started = performance.now();
const bundles = await bundleFunctions('functions', 'dist');
for (const { folder, files, bytes, zippedBytes, entryBytes } of bundles) {
  console.log(
    `${folder.padEnd(20)} ${kilobytes(bytes)} in ${files} files (${kilobytes(zippedBytes)} zipped), ${kilobytes(entryBytes)} read at start`,
  );
}
console.log(`${bundles.length} bundles in ${Math.round(performance.now() - started)} ms`);

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1_000)} kB`;
}
