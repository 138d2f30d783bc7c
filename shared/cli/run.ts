import { stripVTControlCharacters } from 'node:util';
import { type ArgsDef, parseArgs } from 'citty';
import { CloudError, ConfigError, StoreError } from '../errors.ts';
import { adviceOn } from './advice.ts';
import { COMMANDS } from './commands.ts';
import { aliasesOf, type Command, EXIT, type Exit, type Terminal } from './command.ts';
import { helpFor, helpForAll } from './help.ts';

const COMMON = {
  json: { type: 'boolean', default: false, description: 'Print JSON instead of text' },
  help: { type: 'boolean', alias: 'h', description: 'Show this help' },
} as const satisfies ArgsDef;

/** Runs one command line. Never throws: what went wrong is told in one line, and the exit code says of what sort. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<Exit> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(await helpForAll());
    return name === undefined ? EXIT.usage : EXIT.ok;
  }
  const load = COMMANDS[name];
  if (load === undefined) {
    terminal.err(`Expected a command, got ${name}. Commands: ${Object.keys(COMMANDS).join(', ')}`);
    return EXIT.usage;
  }
  try {
    return await runCommand(await load(), rest, terminal);
  } catch (error) {
    return complain(error, terminal);
  }
}

function complain(error: unknown, { err }: Terminal): Exit {
  const said = error instanceof Error ? error.message : String(error);
  const advice = error instanceof CloudError ? adviceOn(error) : undefined;
  err(advice === undefined ? said : `${said.replace(/[.\s]+$/u, '')}. ${advice.todo}`);
  if (error instanceof ConfigError || advice?.isOurs) return EXIT.usage;
  return error instanceof CloudError || error instanceof StoreError ? EXIT.unreachable : EXIT.found;
}

async function runCommand(command: Command, argv: readonly string[], terminal: Terminal): Promise<Exit> {
  const known: ArgsDef = { ...command.args, ...COMMON };
  const wrong = unknownFlag(argv, known);
  if (wrong !== undefined) throw new ConfigError(`Unknown option ${wrong}. See: ackwatch ${command.name} --help`);
  if (argv.includes('--help') || argv.includes('-h')) {
    terminal.out(helpFor(command, known));
    return EXIT.ok;
  }
  let args;
  try {
    args = parseArgs([...argv], known);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `${stripVTControlCharacters(why).replace(/\.+$/u, '')}. See: ackwatch ${command.name} --help`,
      { cause: error },
    );
  }
  return command.run(args, terminal);
}

/** The parser takes any flag; a mistyped one must not be taken for an unset one. */
function unknownFlag(argv: readonly string[], known: ArgsDef): string | undefined {
  const names = new Set(Object.entries(known).flatMap(([name, arg]) => [name, ...aliasesOf(arg)]));
  const end = argv.indexOf('--');
  const flags = argv.slice(0, end < 0 ? undefined : end).filter((one) => /^--?[a-z]/iu.test(one));
  return flags.find((flag) => {
    const name = flag.replace(/^--?/u, '').split('=')[0] ?? '';
    return !names.has(name) && !names.has(name.replace(/^no-/u, ''));
  });
}
