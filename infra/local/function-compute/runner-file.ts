import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** The runner as one file of plain JavaScript, in a folder of its own. */
export interface RunnerFile {
  readonly path: string;
  readonly remove: () => void;
}

/** Bundles `runner.ts`: instances are plain Node processes, without this program's loader. */
export async function writeRunner(): Promise<RunnerFile> {
  const folder = mkdtempSync(join(tmpdir(), 'ackwatch-function-compute-'));
  const path = join(folder, 'runner.cjs');
  const build = await rolldown({
    input: fileURLToPath(new URL('runner.ts', import.meta.url)),
    platform: 'node',
    transform: { target: 'node20' },
    tsconfig: false,
  });
  await build.write({ file: path, format: 'cjs' });
  await build.close();
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
