import { fits, isAbove, isWithin, segmentsOf, type Place } from './paths.ts';
import { foundPaths, printedBy } from './printed.ts';
import { hasOption, operandsOf, valueOfOption, type SimpleCommand } from './simple-command.ts';

/** What a command does to one file or folder. Reading is no act. */
export interface FileAct {
  /** `take`: it is moved away; `mark`: its mode, owner or attributes change; `mount`: something is put over or off it. */
  readonly act: 'write' | 'delete' | 'take' | 'mark' | 'mount';
  readonly path: readonly string[];
  /** What is below it goes the same way. */
  readonly isDeep: boolean;
  /** What is written, as far as the script says it: the new text, or the script of an editor. */
  readonly content?: string;
}

/** Everything that a command does to files, through the shell or by itself. */
export function fileActsOf(command: SimpleCommand): readonly FileAct[] {
  const written = command.redirects.filter(({ act }) => act !== 'read');
  const content = command.name === '' ? '' : printedBy(command);
  return [
    ...written.flatMap(({ path }) => acts('write', [path], command, { content })),
    ...(Object.hasOwn(BY_NAME, command.name) ? (BY_NAME[command.name]?.(command) ?? []) : []),
  ];
}

export function touches({ path, isDeep }: FileAct, place: Place): boolean {
  return isWithin(path, place) || (isDeep && isAbove(path, place));
}

/** Whether the last part of the path is one of these names, in one of these folders. */
export function isNamed({ path }: FileAct, folders: readonly Place[], names: readonly string[]): boolean {
  const name = path.at(-1) ?? '';
  return folders.some((folder) => isWithin(path, folder)) && names.some((wanted) => fits(wanted, name));
}

type Acts = (command: SimpleCommand) => readonly FileAct[];

/** Editors; whatever they are told, the file is not what it was. */
const EDITORS = ['vi', 'vim', 'nvim', 'nano', 'emacs', 'ed', 'ex'];

const BY_NAME: Readonly<Record<string, Acts>> = {
  tee: (command) => acts('write', operandsOf(command.args), command, { content: command.input }),
  cp: copied,
  install: (command) => (hasOption(command.args, '-d', '--directory') ? [] : copied(command)),
  rsync: copied,
  scp: copied,
  ln: copied,
  mv: moved,
  rm: (command) => acts('delete', operandsOf(command.args), command, { isDeep: isRecursive(command) }),
  rmdir: (command) => acts('delete', operandsOf(command.args), command),
  unlink: (command) => acts('delete', operandsOf(command.args), command),
  shred: (command) => acts('delete', operandsOf(command.args), command),
  truncate: (command) => acts('write', operandsOf(command.args), command, { content: '' }),
  find: (command) =>
    command.args.includes('-delete') ? acts('delete', foundPaths(command.args), command, { isDeep: true }) : [],
  sed: edited,
  perl: edited,
  yq: (command) => (hasOption(command.args, '-i') ? acts('write', operandsOf(command.args).slice(1), command) : []),
  crudini: (command) =>
    hasOption(command.args, '--set', '--del') ? acts('write', operandsOf(command.args), command) : [],
  dd: (command) =>
    acts(
      'write',
      command.args.filter((arg) => arg.startsWith('of=')).map((arg) => arg.slice(3)),
      command,
      { content: command.input },
    ),
  patch: (command) => acts('write', operandsOf(command.args).slice(0, 1), command),
  chmod: (command) => acts('mark', operandsOf(command.args).slice(1), command, { isDeep: isRecursive(command) }),
  chown: (command) => acts('mark', operandsOf(command.args).slice(1), command, { isDeep: isRecursive(command) }),
  chgrp: (command) => acts('mark', operandsOf(command.args).slice(1), command, { isDeep: isRecursive(command) }),
  chattr: (command) =>
    acts(
      'mark',
      command.args.filter((arg) => !/^[-+=]/u.test(arg)),
      command,
      { isDeep: isRecursive(command) },
    ),
  setfacl: (command) => acts('mark', operandsOf(command.args), command, { isDeep: isRecursive(command) }),
  umount: (command) => acts('mount', operandsOf(command.args), command),
  mount: (command) => acts('mount', operandsOf(command.args).slice(1), command),
  tar: unpacked,
  unzip: (command) => acts('write', [valueOfOption(command.args, '-d') ?? '.'], command),
  curl: (command) => downloaded(command, 'o', '--output', hasOption(command.args, '-O', '--remote-name')),
  wget: (command) => downloaded(command, 'O', '--output-document', true),
  openssl: (command) => acts('write', valuesOf(command.args, ['-out', '-keyout', '-CAserial']), command),
  'grub2-mkconfig': (command) => acts('write', valuesOf(command.args, ['-o', '--output']), command),
  'grub-mkconfig': (command) => acts('write', valuesOf(command.args, ['-o', '--output']), command),
  ...Object.fromEntries(
    EDITORS.map((name): [string, Acts] => [name, (command) => acts('write', operandsOf(command.args), command)]),
  ),
};

interface Rest {
  readonly isDeep?: boolean;
  readonly content?: string | undefined;
}

function acts(
  act: FileAct['act'],
  paths: readonly (string | undefined)[],
  { directory }: SimpleCommand,
  { isDeep = false, content }: Rest = {},
): readonly FileAct[] {
  return paths.flatMap((text): readonly FileAct[] => {
    const path = text === undefined ? undefined : segmentsOf(text, directory);
    return path === undefined ? [] : [{ act, path, isDeep, ...(content === undefined ? {} : { content }) }];
  });
}

function isRecursive({ args }: SimpleCommand): boolean {
  return hasOption(args, '-r', '-R', '--recursive');
}

/** The last operand is written, or what is named like the source inside it. */
function copied(command: SimpleCommand): readonly FileAct[] {
  const folder = valueOfOption(command.args, '-t', '--target-directory');
  const operands = operandsOf(command.args);
  const sources = folder === undefined ? operands.slice(0, -1) : operands.filter((operand) => operand !== folder);
  const target = folder ?? (operands.length > 1 ? operands.at(-1) : undefined);
  if (target === undefined || /^[\w.-]+@?[\w.-]*:/u.test(target)) return [];
  const names = sources.map((source) => source.split('/').findLast((part) => part !== '') ?? '');
  const inside = names.filter((name) => name !== '').map((name) => `${target}/${name}`);
  return acts('write', [target, ...inside], command);
}

function moved(command: SimpleCommand): readonly FileAct[] {
  const folder = valueOfOption(command.args, '-t', '--target-directory');
  const operands = operandsOf(command.args);
  const sources = folder === undefined ? operands.slice(0, -1) : operands.filter((operand) => operand !== folder);
  return [...acts('take', sources, command, { isDeep: true }), ...copied(command)];
}

/** `sed -i`, `perl -i`: the script is the content; without `-i` they only print. */
function edited(command: SimpleCommand): readonly FileAct[] {
  const { args } = command;
  if (!args.some((arg) => /^-[a-zA-Z]*i/u.test(arg) || arg.startsWith('--in-place'))) return [];
  const scripts = valuesOf(args, ['-e', '--expression']);
  const operands = operandsOf(args).filter((operand) => !scripts.includes(operand));
  const files = scripts.length === 0 ? operands.slice(1) : operands;
  const content = scripts.length === 0 ? operands[0] : scripts.join('\n');
  return acts('write', files, command, { content });
}

function unpacked(command: SimpleCommand): readonly FileAct[] {
  const [mode = '', ...rest] = command.args;
  const isUnpacking = hasOption(command.args, '-x', '--extract', '--get') || /^[a-z]*x[a-z]*$/u.test(mode);
  if (!isUnpacking) return [];
  return acts('write', [valueOfOption([mode, ...rest], '-C', '--directory') ?? '.'], command);
}

/** The file named by the option, else what is named like the address, where the program keeps it under that name. */
function downloaded(command: SimpleCommand, letter: 'o' | 'O', name: string, keepsName: boolean): readonly FileAct[] {
  const { args } = command;
  const bundles = args.filter((arg) => new RegExp(`^-[a-zA-Z]*${letter}$`, 'u').test(arg));
  const named = valuesOf(args, [name, ...bundles]);
  const folder = valueOfOption(args, '-P', '--directory-prefix') ?? '.';
  const kept = operandsOf(args).filter((arg) => arg.includes('://'));
  const paths = kept.map((url) => `${folder}/${url.split(/[?#]/u)[0]?.split('/').at(-1) ?? ''}`);
  return acts('write', named.length === 0 && keepsName ? paths : named, command);
}

function valuesOf(args: readonly string[], names: readonly string[]): readonly string[] {
  return args.flatMap((arg, index) => {
    const name = names.find((candidate) => candidate.startsWith('--') && arg.startsWith(`${candidate}=`));
    if (name !== undefined) return [arg.slice(name.length + 1)];
    const value = args[index + 1];
    return names.includes(arg) && value !== undefined ? [value] : [];
  });
}
