import type { ArgsDef } from 'citty';
import { aliasesOf, type Command } from './command.ts';
import { COMMANDS } from './commands.ts';

/** One command's help: usage, options, examples, exit codes. */
export function helpFor({ name, description, examples }: Command, args: ArgsDef): string {
  const entries = Object.entries(args);
  const positional = entries.filter(([, { type }]) => type === 'positional');
  const words = positional.map(([key, one]) => (isRequired(one) ? `<${key}>` : `[${key}]`));
  const options = entries.filter(([, { type }]) => type !== 'positional');
  return [
    `ackwatch ${name} ${[...words, '[options]'].join(' ')}`,
    '',
    description,
    ...(positional.length > 0 ? ['', ...columns(positional.map(([key, one]) => [key, one.description ?? '']))] : []),
    '',
    'Options:',
    ...columns(options.map(([key, one]) => [flagOf(key, one), saying(one)])),
    '',
    'Examples:',
    ...columns(examples),
    '',
    'Exit codes: 0 done, 1 found or failed, 2 wrong call or configuration, 3 cloud, database or channel unreachable, 130 interrupted.',
  ].join('\n');
}

/** What `ackwatch --help` shows. */
export async function helpForAll(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return [
    'ackwatch tells people when somebody changes a cloud resource behind the back of an ACK cluster.',
    '',
    'ackwatch <command> [options]',
    '',
    ...columns(commands.map(({ name, description }) => [name, description])),
    '',
    'ackwatch <command> --help shows its options and examples.',
    'Keys are read from ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and, for temporary ones,',
    'ALIBABA_CLOUD_SECURITY_TOKEN. Rights to read are enough (infra/ram-policy.json); smoke and replay call the function too.',
  ].join('\n');
}

type Arg = ArgsDef[string];

function flagOf(key: string, arg: Arg): string {
  const { type } = arg;
  const names = [key, ...aliasesOf(arg)];
  const value = type === 'boolean' ? '' : ` <${type === 'enum' ? 'choice' : 'value'}>`;
  return names.map((name) => (name.length === 1 ? `-${name}` : `--${name}`)).join(', ') + value;
}

function saying(arg: Arg): string {
  const choices = arg.type === 'enum' ? ` (${(arg.options ?? []).join(', ')})` : '';
  const preset = arg.default === undefined || arg.default === '' ? '' : `; default ${String(arg.default)}`;
  return `${arg.description ?? ''}${choices}${preset}`;
}

function isRequired({ required, default: preset }: Arg): boolean {
  return required !== false && preset === undefined;
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd());
}
