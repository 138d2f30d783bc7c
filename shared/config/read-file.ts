import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { ConfigError } from '../errors.ts';
import { problemsOf } from './problems.ts';
import { ConfigFile } from './file.ts';

/**
 * Reads `ackwatch.yaml`; `${env:NAME}` anywhere in a text stands for that variable, so that secrets need not be in the
 * file. Throws one ConfigError that names every key that is wrong, and no value.
 */
export async function readConfigFile(
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ConfigFile> {
  const given = parsed(path, await textAt(path));
  const missing = new Set<string>();
  const filled = resolved(given ?? {}, environment, missing);
  if (missing.size > 0) {
    throw new ConfigError(
      `Configuration is wrong. ${path} refers to variables that are not set: ${[...missing].join(', ')}.`,
    );
  }
  const read = ConfigFile.safeParse(filled);
  if (!read.success) throw new ConfigError(`Configuration is wrong. ${path}: ${problemsOf(read.error)}.`);
  return read.data;
}

async function textAt(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new ConfigError(`Expected the file that ACKWATCH_CONFIG names, got none that can be read: ${path}`, {
      cause,
    });
  }
}

/** The parser's own error quotes the line, and with it perhaps a secret: only where it is is told. */
function parsed(path: string, text: string): unknown {
  try {
    return parse(text, { prettyErrors: true, uniqueKeys: true }) as unknown;
  } catch (error) {
    const [at] = (
      error instanceof Error && 'linePos' in error && Array.isArray(error.linePos) ? error.linePos : []
    ) as readonly {
      readonly line: number;
      readonly col: number;
    }[];
    const where = at === undefined ? '' : ` at line ${at.line}, column ${at.col}`;
    throw new ConfigError(`Expected ${path} to be YAML, got something else${where}`);
  }
}

function resolved(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>>,
  missing: Set<string>,
): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{env:([^}]*)\}/gu, (_, name: string) => {
      const found = environment[name.trim()];
      if (found === undefined || found === '') missing.add(name.trim());
      return found ?? '';
    });
  }
  if (Array.isArray(value)) return value.map((item) => resolved(item, environment, missing));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, resolved(member, environment, missing)]),
  );
}
