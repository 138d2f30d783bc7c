import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { render, type Scope } from './expressions.ts';
import { FunctionProps } from './function-props.ts';

const Open = z.record(z.string(), z.unknown());
const Command = z.strictObject({ run: z.string(), path: z.literal('./') });
const ComponentCall = z.strictObject({ component: z.string() });

const Resource = z.strictObject({
  // Unpinned, the newest component at the time of the first use would deploy.
  component: z.string().regex(/^fc3@\d+\.\d+\.\d+$/u, 'Expected a pinned component such as fc3@0.1.22'),
  extend: z.strictObject({ name: z.string() }),
  actions: z.strictObject({
    'pre-deploy': z.array(Command).min(1),
    'success-deploy': z.array(ComponentCall).optional(),
  }),
  props: Open,
});

const Manifest = z.strictObject({
  edition: z.literal('3.0.0'),
  name: z.string().min(1),
  access: z.string().min(1),
  vars: z.record(z.string(), z.string()),
  template: z.record(z.string(), Open),
  resources: z.record(z.string(), Resource),
});

/** One function of the manifest, in the order in which it is deployed. */
export interface Deployed {
  readonly id: string;
  readonly actions: z.infer<typeof Resource>['actions'];
  readonly props: FunctionProps;
}

/** The functions that a manifest describes, and what is wrong with it; of a function with a fault only the fault is told. */
export function readManifest(
  file: string,
  environment: Scope['environment'],
): { readonly functions: readonly Deployed[]; readonly problems: readonly string[] } {
  const read = Manifest.safeParse(load(file));
  if (!read.success) return { functions: [], problems: [z.prettifyError(read.error)] };
  const { vars: given, template, resources } = read.data;
  const functions: Deployed[] = [];
  const problems: string[] = [];
  for (const [id, { extend, actions, props }] of Object.entries(resources)) {
    try {
      const vars = Open.parse(render(given, { vars: {}, environment }));
      const whole = render(merged(template[extend.name] ?? {}, props), { vars, environment });
      const checked = FunctionProps.safeParse(whole);
      if (checked.success) functions.push({ id, actions, props: checked.data });
      else problems.push(...checked.error.issues.map(({ path, message }) => `${id}: ${path.join('.')}: ${message}`));
    } catch (error) {
      problems.push(`${id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { functions, problems };
}

/** A file that extends another one is laid over it, as the CLI does. */
function load(file: string): unknown {
  const { extend, ...own } = Open.parse(parse(readFileSync(file, 'utf8')));
  return typeof extend === 'string' ? merged(load(join(dirname(file), extend)), own) : own;
}

/** Maps are merged to any depth; of everything else the second one holds. */
function merged(under: unknown, over: unknown): unknown {
  if (!isMap(under) || !isMap(over)) return over;
  const both = new Set([...Object.keys(under), ...Object.keys(over)]);
  return Object.fromEntries([...both].map((key) => [key, key in over ? merged(under[key], over[key]) : under[key]]));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
