import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Every file that loading this one loads at once: `import()` and types are not followed. */
function loadedBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, names = '', from = ''] of text.matchAll(/^(?:import|export) ([^'";]*?)from '([^']+)';/gmu)) {
    if (names.startsWith('type ')) continue;
    if (from.startsWith('.')) loadedBy(resolve(dirname(file), from), seen);
    else seen.add(from);
  }
  return seen;
}

function packagesIn(loaded: readonly string[]): readonly string[] {
  return loaded.filter((name) => !name.startsWith('/') && !name.startsWith('node:'));
}

describe('the hot path', () => {
  it('checks the environment at start without a package', () => {
    expect(packagesIn([...loadedBy(resolve('shared/config.ts'))])).toEqual([]);
  });

  it('loads no package, no cloud, no store and no configuration before an event is in a table', () => {
    const loaded = [...loadedBy(resolve('functions/actiontrail/index.ts'))];

    expect(packagesIn(loaded)).toEqual([]);
    expect(loaded.filter((name) => /\/shared\/(?:cloud|store|notify|inventory|rules|config)/u.test(name))).toEqual([]);
  });

  it('loads what assumes roles with the first call to a member account, not with the world', () => {
    const loaded = [...loadedBy(resolve('shared/open.ts'))];

    expect(loaded.some((name) => name.endsWith('/shared/cloud/accounts.ts'))).toBe(true);
    expect(loaded.some((name) => name.endsWith('/shared/cloud/assume-role.ts'))).toBe(false);
  });
});
