/** What expressions may name. */
export interface Scope {
  readonly vars: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const EXPRESSION = /\$\{([^}]*)\}/gu;
const ENVIRONMENT = /^env\('(?<name>\w+)'(?:,\s*'(?<preset>[^']*)')?\)$/u;
const VARIABLE = /^vars\.(?<name>\w+)$/u;

/** Fills in every expression below `value` as the Serverless Devs CLI does; of its language, only what s.yaml uses. */
export function render(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string')
    return value.replaceAll(EXPRESSION, (_, inner: string) => evaluate(inner.trim(), scope));
  if (Array.isArray(value)) return value.map((item) => render(item, scope));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, render(item, scope)]));
}

/** The environment variables that a text names, with whether it has a default for each. */
export function variablesIn(text: string): ReadonlyMap<string, { readonly hasPreset: boolean }> {
  const found = new Map<string, { hasPreset: boolean }>();
  for (const [, inner = ''] of text.matchAll(EXPRESSION)) {
    const { name, preset } = ENVIRONMENT.exec(inner.trim())?.groups ?? {};
    if (name !== undefined) found.set(name, { hasPreset: preset !== undefined });
  }
  return found;
}

function evaluate(expression: string, { vars, environment }: Scope): string {
  const { name, preset } = ENVIRONMENT.exec(expression)?.groups ?? {};
  if (name !== undefined) {
    // An empty variable without a default counts as unset; so it does for the CLI.
    const value = environment[name] === undefined || environment[name] === '' ? preset : environment[name];
    if (value === undefined) throw new Error(`Expected the environment variable ${name} to be set`);
    return value;
  }
  const variable = VARIABLE.exec(expression)?.groups?.['name'];
  const value = variable === undefined ? undefined : vars[variable];
  if (typeof value !== 'string')
    throw new Error(`Expected env('NAME'), env('NAME', 'default') or vars.name, got ${expression}`);
  return value;
}
